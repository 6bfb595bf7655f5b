/** Which rows of a long list are worth being in the document. */

export interface RowWindow {
  /** Index of the first row, and of the one after the last. */
  readonly start: number;
  readonly end: number;
}

/** Rows kept above and below what can be seen, so that a quick scroll finds them drawn. */
const spareRows = 6;

/** Pixels throughout. A list that is not laid out yet (`viewHeight` 0) shows its first rows. */
export function rowWindow(input: {
  readonly rowCount: number;
  readonly rowHeight: number;
  readonly scrollTop: number;
  readonly viewHeight: number;
}): RowWindow {
  const { rowCount, rowHeight, scrollTop, viewHeight } = input;
  const first = Math.floor(Math.max(0, scrollTop) / rowHeight) - spareRows;
  const last = Math.ceil((Math.max(0, scrollTop) + viewHeight) / rowHeight) + spareRows;
  const end = Math.min(rowCount, last);
  return { start: Math.max(0, Math.min(first, end)), end };
}

/** Where to scroll so that a row can be seen; the same place when it can be already. */
export function scrollTopFor(
  index: number,
  {
    rowHeight,
    scrollTop,
    viewHeight,
  }: { readonly rowHeight: number; readonly scrollTop: number; readonly viewHeight: number },
): number {
  const top = index * rowHeight;
  if (top < scrollTop) return top;
  return Math.max(scrollTop, top + rowHeight - viewHeight);
}
