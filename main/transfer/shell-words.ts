/** Splits a pasted command into its words as a POSIX shell does, and leaves everything else that a shell does undone. */

/** What a word ended with: nothing more is part of the command. */
const endsCommand = new Set(['\n', ';', '|', '&', '<', '>', '(', ')']);

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\\': '\\', "'": "'", '"': '"' };

/**
 * The words up to the end of the first command; undefined while a quote is not closed. A backslash (bash), a caret (cmd) or a
 * backtick (PowerShell) at the end of a line joins it with the next. Variables stay as they are written: `$TOKEN`.
 */
export function shellWords(text: string): readonly string[] | undefined {
  const joined = text.replace(/[\\^`][ \t]*\r?\n/g, ' ').trim();
  const words: string[] = [];
  let word: string | undefined;
  let at = 0;
  while (at < joined.length) {
    const char = joined.charAt(at);
    if (char === "'" || char === '"' || joined.startsWith("$'", at)) {
      const quoted = readQuoted(joined, at);
      if (quoted === undefined) return undefined;
      word = (word ?? '') + quoted.value;
      at = quoted.end;
    } else if (char === '\\' && at + 1 < joined.length) {
      word = (word ?? '') + joined.charAt(at + 1);
      at += 2;
    } else if (endsCommand.has(char)) {
      break;
    } else if (char === ' ' || char === '\t' || char === '\r') {
      if (word !== undefined) words.push(word);
      word = undefined;
      at++;
    } else {
      word = (word ?? '') + char;
      at++;
    }
  }
  if (word !== undefined) words.push(word);
  return words;
}

interface Quoted {
  readonly value: string;
  /** After the closing quote. */
  readonly end: number;
}

function readQuoted(text: string, start: number): Quoted | undefined {
  const isAnsi = text[start] === '$';
  const quote = isAnsi ? "'" : text.charAt(start);
  let value = '';
  for (let at = start + (isAnsi ? 2 : 1); at < text.length; at++) {
    const char = text.charAt(at);
    if (char === quote) return { value, end: at + 1 };
    const next = text.charAt(at + 1);
    if (char !== '\\' || (quote === "'" && !isAnsi)) {
      value += char;
    } else if (isAnsi) {
      value += escapes[next] ?? `\\${next}`;
      at++;
    } else {
      // Between double quotes a backslash is one of its own, except before these.
      value += '"\\$`'.includes(next) ? next : `\\${next}`;
      at++;
    }
  }
  return undefined;
}
