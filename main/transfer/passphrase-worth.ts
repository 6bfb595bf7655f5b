/** Whether a passphrase will do for a file that anybody may get hold of and try, without asking the vault. */

/** Below this, guessing is cheap whatever the key derivation costs. */
const leastWorth = 12;

/** By length and variety alone: the same few characters over and over are as good as twice their number. */
export function isPassphraseWeak(passphrase: string): boolean {
  const characters = Array.from(passphrase.normalize('NFKC'));
  return Math.min(characters.length, new Set(characters).size * 2) < leastWorth;
}
