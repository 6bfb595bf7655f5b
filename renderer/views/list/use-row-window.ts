/** Follows the scrolling and the size of a list, and says which of its rows to render. */
import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { rowWindow, scrollTopFor } from './row-window.ts';
import type { RowTops, RowWindow } from './row-window.ts';

/** Heights in rem; the style sheet says the same. */
export const rowHeightRem = 4.25;
export const headingHeightRem = 2;

export interface ListPlace {
  readonly rows: RowWindow;
  readonly scrollTo: (index: number) => void;
}

/** `startAt`: pixels from the top at which the list begins; `onScroll` is told where it is. */
export function useRowWindow(input: {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly tops: RowTops;
  readonly startAt: number;
  readonly onScroll: (scrollTop: number) => void;
}): ListPlace {
  const { scroller, tops, startAt, onScroll } = input;
  const [place, setPlace] = useState(() => ({ ...measure(null), scrollTop: startAt / remPixels() }));
  const startedAt = useRef(startAt);
  // Other rows alone are no reason to measure: that would have the browser lay them out once more within the same stroke.
  const shownTops = useRef(tops);
  useLayoutEffect(() => void (shownTops.current = tops), [tops]);

  const look = useCallback(() => {
    const next = measure(scroller.current);
    setPlace((now) =>
      isSameWindow(rowWindow(shownTops.current, now), rowWindow(shownTops.current, next)) ? now : next,
    );
  }, [scroller]);

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
      scroller.current.scrollTop = scrollTopFor(index, tops, measure(scroller.current)) * remPixels();
      look();
    },
    [scroller, tops, look],
  );

  return { rows: rowWindow(tops, place), scrollTo };
}

function isSameWindow(a: RowWindow, b: RowWindow): boolean {
  return a.start === b.start && a.end === b.end;
}

function remPixels(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}

/** In rem. Before the list is laid out it may be as high as the window. */
function measure(list: HTMLElement | null): { readonly scrollTop: number; readonly viewHeight: number } {
  const pixels = remPixels();
  return {
    scrollTop: (list?.scrollTop ?? 0) / pixels,
    viewHeight: (list?.clientHeight ?? window.innerHeight) / pixels,
  };
}
