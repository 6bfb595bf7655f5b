/** Follows the scrolling and the size of a list, and says which of its rows to render. */
import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { rowWindow, scrollTopFor } from './row-window.ts';
import type { RowWindow } from './row-window.ts';

/** Height of a row in rem; the style sheet says the same. */
export const rowHeightRem = 4.25;

export interface ListPlace {
  readonly rows: RowWindow;
  /** Pixels. */
  readonly rowHeight: number;
  readonly scrollTo: (index: number) => void;
}

/** `startAt`: pixels from the top at which the list begins; `onScroll` is told where it is. */
export function useRowWindow(input: {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly rowCount: number;
  readonly startAt: number;
  readonly onScroll: (scrollTop: number) => void;
}): ListPlace {
  const { scroller, rowCount, startAt, onScroll } = input;
  const [rowHeight] = useState(
    () => rowHeightRem * Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
  );
  const [rows, setRows] = useState(() =>
    rowWindow({ rowCount, rowHeight, scrollTop: startAt, viewHeight: window.innerHeight }),
  );
  const startedAt = useRef(startAt);

  const look = useCallback(() => {
    const element = scroller.current;
    if (element === null) return;
    const next = rowWindow({ rowCount, rowHeight, scrollTop: element.scrollTop, viewHeight: element.clientHeight });
    setRows((now) => (now.start === next.start && now.end === next.end ? now : next));
  }, [scroller, rowCount, rowHeight]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    if (startedAt.current > 0) element.scrollTop = startedAt.current;
    startedAt.current = 0;
    look();
    function scrolled(): void {
      look();
      onScroll(element?.scrollTop ?? 0);
    }
    element.addEventListener('scroll', scrolled, { passive: true });
    const sizes = new ResizeObserver(look);
    sizes.observe(element);
    return () => {
      element.removeEventListener('scroll', scrolled);
      sizes.disconnect();
    };
  }, [scroller, look, onScroll]);

  const scrollTo = useCallback(
    (index: number) => {
      const element = scroller.current;
      if (element === null) return;
      element.scrollTop = scrollTopFor(index, {
        rowHeight,
        scrollTop: element.scrollTop,
        viewHeight: element.clientHeight,
      });
      look();
    },
    [scroller, rowHeight, look],
  );

  return { rows: { start: Math.min(rows.start, rowCount), end: Math.min(rows.end, rowCount) }, rowHeight, scrollTo };
}
