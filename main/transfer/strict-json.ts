/** Reads JSON of unknown origin: nothing that two readers could understand differently, and nothing bottomless. */
import { TokentrayError } from '../errors.ts';
import { parseJson } from '../profiles/json-text.ts';

/** An export of a thousand profiles with large keys comes near it, and nothing else. */
export const mostDocumentBytes = 8 * 1024 * 1024;

/** Nobody can look at so many before they are imported. */
const mostDocumentProfiles = 10_000;

/** A Postman collection nests its folders. */
const deepest = 48;

/**
 * Throws `config.file_invalid` for what is no JSON, for an object that names a member twice, for the name `__proto__`, and for
 * values inside each other more than 48 deep. Quotes nothing.
 */
export function readStrictJson(text: string): unknown {
  const json = parseJson(text);
  if ('problem' in json) throw fileInvalid(`it is no JSON at ${json.problem}`);
  const problem = ambiguity(text);
  if (problem !== undefined) throw fileInvalid(problem);
  return json.value;
}

/** Throws `config.file_invalid` for more profiles than anybody has. */
export function assertFewEnough(profiles: readonly unknown[]): void {
  if (profiles.length > mostDocumentProfiles) throw fileInvalid(`it holds more than ${mostDocumentProfiles} profiles`);
}

export function fileInvalid(detail: string): TokentrayError {
  return new TokentrayError('config.file_invalid', { data: { detail } });
}

/** For a text that JSON.parse takes. */
function ambiguity(text: string): string | undefined {
  /** Of each value that is open: the names in it so far; null for a list. */
  const open: (Set<string> | null)[] = [];
  let at = 0;
  while (at < text.length) {
    const char = text[at];
    if (char === '"') {
      const end = stringEnd(text, at);
      const names = open.at(-1);
      if (names != null && isFollowedByColon(text, end)) {
        const name = JSON.parse(text.slice(at, end)) as string;
        if (name === '__proto__') return 'it holds a member named __proto__, which no tool writes';
        if (names.has(name)) return `line ${lineAt(text, at)}: a member stands there twice under one name`;
        names.add(name);
      }
      at = end;
      continue;
    }
    if (char === '{' || char === '[') {
      open.push(char === '{' ? new Set() : null);
      if (open.length > deepest) return `its values are nested more than ${deepest} deep`;
    } else if (char === '}' || char === ']') {
      open.pop();
    }
    at++;
  }
  return undefined;
}

/** After the closing quote. */
function stringEnd(text: string, start: number): number {
  for (let at = start + 1; ; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at + 1;
  }
}

function isFollowedByColon(text: string, from: number): boolean {
  let at = from;
  while (' \t\r\n'.includes(text[at] ?? '-')) at++;
  return text[at] === ':';
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\r|\n/).length;
}
