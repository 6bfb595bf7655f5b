/** How far a download is, as one line. */

const megabyte = 1_000_000;

/** Bytes so far, and in all where the server said it. */
export function progressLine(progress: { readonly transferred: number; readonly total: number | null }): string {
  const have = Math.floor(progress.transferred / megabyte);
  if (progress.total === null || progress.total === 0) return `  ${have} MB`;
  const percent = Math.floor((progress.transferred / progress.total) * 100);
  return `  ${have} of ${Math.ceil(progress.total / megabyte)} MB (${percent} %)`;
}
