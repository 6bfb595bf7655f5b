/** Quoting for POSIX shells. */

/** `text` as one word that no POSIX shell changes (POSIX.1-2024, Shell Command Language, section 2.2.2). */
export function shellQuote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** The same, without quotes where they would only be noise. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : shellQuote(text);
}
