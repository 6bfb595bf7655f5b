/** What texts, names, headers and dates of a profile must look like, as plain predicates. */

/** Unique names of profiles: safe in a shell, in a URL and as a file name. */
export const namePattern = /^[a-z0-9][a-z0-9._-]{0,63}$/;

/** Longest text of a profile, in UTF-16 code units. */
export const longestText = 2048;

// Control characters, lone surrogates, other line ends, and characters that reorder what is shown.
const unprintable = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;

export function isOneLine(text: string): boolean {
  return !unprintable.test(text);
}

export function isTrimmed(text: string): boolean {
  return text === text.trim();
}

/** `scope-token *( SP scope-token )` of RFC 6749 section 3.3. */
export function isScope(text: string): boolean {
  return /^[\x21\x23-\x5B\x5D-\x7E]+(?: [\x21\x23-\x5B\x5D-\x7E]+)*$/.test(text);
}

/** `token` of RFC 9110 section 5.6.2, which names of header fields are. */
export function isHeaderName(text: string): boolean {
  return /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(text);
}

/** Printable ASCII and blanks: the part of a field value (RFC 9110 section 5.5) that every server reads alike. */
export function isHeaderValue(text: string): boolean {
  return /^[\x20-\x7E]*$/.test(text);
}

/** A day that exists, as YYYY-MM-DD. */
export function isCalendarDate(text: string): boolean {
  const [, year, month, day] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
