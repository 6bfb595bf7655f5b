/** Which rows of a long list are worth being in the document. Rows may be of different heights. */

export interface RowWindow {
  /** Index of the first row, and of the one after the last. */
  readonly start: number;
  readonly end: number;
}

/** Where each row begins, in rem from the top, and behind the last where the list ends. */
export type RowTops = readonly number[];

/** Rows kept above and below what can be seen, so that a quick scroll finds them drawn. */
const spareRows = 2;

export function rowTops(heights: Iterable<number>): RowTops {
  const tops = [0];
  let top = 0;
  for (const height of heights) {
    top += height;
    tops.push(top);
  }
  return tops;
}

/** All in one unit. A list that is not laid out yet (`viewHeight` 0) shows its first rows. */
export function rowWindow(
  tops: RowTops,
  { scrollTop, viewHeight }: { readonly scrollTop: number; readonly viewHeight: number },
): RowWindow {
  const rowCount = tops.length - 1;
  // As the browser does, when the list has become shorter.
  const from = Math.max(0, Math.min(scrollTop, (tops.at(-1) ?? 0) - viewHeight));
  const first = rowAt(tops, from) - spareRows;
  const last = rowAt(tops, from + viewHeight) + 1 + spareRows;
  const end = Math.min(rowCount, last);
  return { start: Math.max(0, Math.min(first, end)), end };
}

/** Where to scroll so that a row can be seen; the same place when it can be already. */
export function scrollTopFor(
  index: number,
  tops: RowTops,
  { scrollTop, viewHeight }: { readonly scrollTop: number; readonly viewHeight: number },
): number {
  const top = tops[index] ?? 0;
  const bottom = tops[index + 1] ?? top;
  if (top < scrollTop) return top;
  return Math.max(scrollTop, bottom - viewHeight);
}

/** Index of the row at this height: the last one that begins at or above it. */
function rowAt(tops: RowTops, height: number): number {
  let low = 0;
  let high = tops.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((tops[middle] ?? Infinity) <= height) low = middle;
    else high = middle - 1;
  }
  return low;
}
