/** What `npm run bench -- …` is asked for. */
import { partNames } from './parts.ts';
import type { PartName } from './parts.ts';

export interface BenchWords {
  /** A bound that is missed is an exit code of 1, too. */
  readonly isStrict: boolean;
  /** In the order in which they run. */
  readonly parts: readonly PartName[];
}

export const usage = `The bench takes --strict, and --only with parts: npm run bench -- --only wake,idle
Parts: ${partNames.join(', ')}
`;

/** Undefined for words that it does not know. */
export function readBenchWords(words: readonly string[]): BenchWords | undefined {
  let isStrict = false;
  let only: readonly string[] | undefined;
  for (let at = 0; at < words.length; at++) {
    if (words[at] === '--strict') isStrict = true;
    else if (words[at] === '--only') only = (words[++at] ?? '').split(',');
    else return undefined;
  }
  const known: readonly string[] = partNames;
  if (only?.every((name) => known.includes(name)) === false) return undefined;
  return { isStrict, parts: partNames.filter((name) => only?.includes(name) ?? true) };
}
