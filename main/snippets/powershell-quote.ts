/** Quoting for PowerShell, which takes typographic quotation marks for plain ones. */

/** `text` as a string that PowerShell leaves as it is (about_Quoting_Rules): a quotation mark is doubled. */
export function powershellQuote(text: string): string {
  return `'${text.replaceAll(/['‘’‚‛]/g, '$&$&')}'`;
}

/** The same as a word of a command, without quotes where they would only be noise. */
export function powershellWord(text: string): string {
  return /^[A-Za-z][\w:./-]*$/.test(text) ? text : powershellQuote(text);
}

/** `text` within double quotes, where nothing of it is replaced by a value (about_Special_Characters). */
export function powershellEscape(text: string): string {
  return text.replaceAll(/[`$"“”„]/g, '`$&');
}
