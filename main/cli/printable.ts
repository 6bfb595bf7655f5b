/** Makes text of unknown origin harmless on a terminal. */

// Control characters (C0, DEL, C1), line separators, and the invisible characters that reorder what follows.
const unsafe = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** `text` on one line, with everything that would steer a terminal written out as an escape such as `\u001b`. */
export function printable(text: string): string {
  return text.replace(/\r?\n|\t/g, ' ').replace(unsafe, escape);
}

/** JSON that means the same and is safe to show. `indent` 0 keeps it on one line. */
export function printableJson(value: unknown, indent: 0 | 2 = 2): string {
  return JSON.stringify(value, null, indent).replace(unsafe, (char) => (char === '\n' ? char : escape(char)));
}

function escape(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
