/** Reads JSON that a person wrote, and tells where and why it is none without quoting any of it: it may hold secrets. */
import { findJsonError } from './json-error.ts';

/** The value, or what is wrong as a phrase such as `line 3, column 5: a comma or } is expected here`. */
export function parseJson(text: string): { readonly value: unknown } | { readonly problem: string } {
  const json = text.replace(/^\uFEFF/, '');
  try {
    return { value: JSON.parse(json) as unknown };
  } catch {
    const { offset, reason } = findJsonError(json);
    const linesBefore = json.slice(0, offset).split(/\r\n|\r|\n/);
    const column = (linesBefore.at(-1) ?? '').length + 1;
    return { problem: `line ${linesBefore.length}, column ${column}: ${reason}` };
  }
}
