/** What is wrong with a new passphrase that was typed twice. */
export const passphraseWords = {
  needed: 'Enter a passphrase, twice.',
  different: 'The two are not the same.',
} as const;
