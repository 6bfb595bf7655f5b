/** Guesses what a person meant by a name that nobody knows. */
import { distance } from 'fastest-levenshtein';

const longestWord = 64;
const shortestPrefix = 3;

/**
 * The candidate that is close enough to `word` to be worth suggesting, else undefined. Letter case and the characters
 * `-`, `_`, `.` and blank do not count; the beginning of a candidate (`prod` for `production`) is close enough.
 */
export function closestName(word: string, candidates: readonly string[]): string | undefined {
  const wanted = bare(word);
  if (wanted === '' || wanted.length > longestWord) return undefined;
  let best: { candidate: string; apart: number } | undefined;
  for (const candidate of candidates) {
    const known = bare(candidate);
    const apart = wanted.length >= shortestPrefix && known.startsWith(wanted) ? 0 : distance(wanted, known);
    if (apart <= mistakesIn(wanted) && (best === undefined || apart < best.apart)) best = { candidate, apart };
    if (known === wanted) return candidate;
  }
  return best?.candidate;
}

/** How many letters may be wrong, missing or too many; two that swapped places count as two. */
function mistakesIn(word: string): number {
  return word.length <= 3 ? 1 : word.length <= 7 ? 2 : 3;
}

function bare(word: string): string {
  return word.toLowerCase().replace(/[-_.\s]/gu, '');
}
