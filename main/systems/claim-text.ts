/** Reads a text out of claims that anybody may have written. */

/** More is no name. */
const longestText = 200;

/** The first of these claims that holds a text; a longer one is cut. */
export function claimText(claims: Readonly<Record<string, unknown>>, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = claims[name];
    const text = typeof value === 'string' ? value.trim().slice(0, longestText).toWellFormed() : '';
    if (text !== '') return text;
  }
  return undefined;
}
