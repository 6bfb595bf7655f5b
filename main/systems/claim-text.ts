/** Reads texts out of claims that anybody may have written. */

/** More is no name. */
const longestText = 200;

/** More is no summary. */
const mostTexts = 12;

/** The first of these claims that holds a text; a longer one is cut. */
export function claimText(claims: Readonly<Record<string, unknown>>, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const text = textOf(claims[name]);
    if (text !== '') return text;
  }
  return undefined;
}

/** The texts in a claim that is a list, the first dozen of them; empty for anything else. */
export function claimTexts(claims: Readonly<Record<string, unknown>>, name: string): readonly string[] {
  const value = claims[name];
  if (!Array.isArray(value)) return [];
  return value
    .slice(0, mostTexts)
    .map(textOf)
    .filter((text) => text !== '');
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim().slice(0, longestText).toWellFormed() : '';
}
