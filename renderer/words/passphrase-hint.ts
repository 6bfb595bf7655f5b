/** What can honestly be said of a passphrase without knowing how it was made. */

export interface PassphraseHint {
  /** From 0 (nothing typed) to 4. */
  readonly level: 0 | 1 | 2 | 3 | 4;
  readonly text: string;
}

const hints = [
  'Four or more words that have nothing to do with each other make a good one.',
  'Very short: whoever gets hold of the file finds it by trying.',
  'Short: add a word or two.',
  'Fair: longer is better than stranger.',
  'Long enough, unless it is a quotation, or made of names and dates that others know.',
] as const;

/** By length and variety alone: a guess at how it was made would only flatter. */
export function passphraseHint(passphrase: string): PassphraseHint {
  const characters = Array.from(passphrase);
  // The same few characters over and over are as good as twice their number.
  const worth = Math.min(characters.length, new Set(characters).size * 2);
  const level = worth === 0 ? 0 : worth < 8 ? 1 : worth < 12 ? 2 : worth < 16 ? 3 : 4;
  return { level, text: hints[level] };
}
