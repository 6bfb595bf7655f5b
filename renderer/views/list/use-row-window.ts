/** Follows the scrolling and the size of a list, and says which of its rows to render. */
import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { rowWindow, scrollTopFor } from './row-window.ts';
import type { RowWindow } from './row-window.ts';

/** Height of a row in rem; the style sheet says the same. */
export const rowHeightRem = 4.25;

export interface ListPlace {
  readonly rows: RowWindow;
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
  const [rows, setRows] = useState(() => rowWindow({ rowCount, ...measure(null), scrollTop: startAt }));
  const startedAt = useRef(startAt);

  const look = useCallback(() => {
    const next = rowWindow({ rowCount, ...measure(scroller.current) });
    setRows((now) => (now.start === next.start && now.end === next.end ? now : next));
  }, [scroller, rowCount]);

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
      if (scroller.current === null) return;
      scroller.current.scrollTop = scrollTopFor(index, measure(scroller.current));
      look();
    },
    [scroller, look],
  );

  return { rows: { start: Math.min(rows.start, rowCount), end: Math.min(rows.end, rowCount) }, scrollTo };
}

/** In pixels. Before the list is laid out it may be as high as the window. */
function measure(list: HTMLElement | null) {
  const remPixels = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return {
    rowHeight: rowHeightRem * remPixels,
    scrollTop: list?.scrollTop ?? 0,
    viewHeight: list?.clientHeight ?? window.innerHeight,
  };
}
