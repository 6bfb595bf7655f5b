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
    const apart = wanted.length >= shortestPrefix && known.startsWith(wanted) ? 0 : mistakesBetween(wanted, known);
    if (apart <= mistakesIn(wanted) && (best === undefined || apart < best.apart)) best = { candidate, apart };
    if (known === wanted) return candidate;
  }
  return best?.candidate;
}

/** Letters that are wrong, missing or too many. Two neighbours that swapped places are the one mistake of `ics` for `isc`. */
function mistakesBetween(word: string, known: string): number {
  return areSwapped(word, known) ? 1 : distance(word, known);
}

function areSwapped(word: string, known: string): boolean {
  let at = 0;
  while (at < word.length && word[at] === known[at]) at++;
  return word.slice(0, at) + word.slice(at + 1, at + 2) + word.slice(at, at + 1) + word.slice(at + 2) === known;
}

/** How many mistakes are forgiven. */
function mistakesIn(word: string): number {
  return word.length <= 3 ? 1 : word.length <= 7 ? 2 : 3;
}

function bare(word: string): string {
  return word.toLowerCase().replace(/[-_.\s]/gu, '');
}
