/** What a token allows, in words. */

/** In place of a list that the token has, and that is empty. */
export const accessNone = 'None';

/** Entries of a list that are shown at once. */
export const mostShown = 24;

export const showFewer = 'Show fewer';

export function showAll(count: number): string {
  return `Show all ${count}`;
}
