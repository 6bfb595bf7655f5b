/** Makes a private key of what a person answers at the prompt: the path of its file, or the JWK itself on one line. */
import { homedir } from 'node:os';
import { join } from 'node:path';
import { systemReason } from '../error-texts/phrases.ts';
import { TokentrayError } from '../errors.ts';
import { parseJson } from '../profiles/json-text.ts';
import { readDocument } from './input-file.ts';
import type { CliIo } from './io.ts';
import { UsageError } from './usage-error.ts';

/** Not yet checked. Rejects with a UsageError that repeats nothing of the answer: it may be the key. */
export async function readKeyAnswer(io: CliIo, answer: string): Promise<unknown> {
  const text = answer.trim();
  if (text.startsWith('{')) return keyIn(text, 'What was pasted');
  if (text.startsWith('-----BEGIN')) throw isPem('What was pasted');
  return keyIn(await textOfFile(io, pathIn(text)), 'The file');
}

/** Without the quotes that a file manager puts around a dropped path, and with `~` for the home folder. */
function pathIn(text: string): string {
  const path = /^(['"])(.*)\1$/su.exec(text)?.[2] ?? text;
  return /^~[/\\]/.test(path) ? join(homedir(), path.slice(2)) : path;
}

async function textOfFile(io: CliIo, path: string): Promise<string> {
  // Not standard input, which is the keyboard.
  if (path === '' || path === '-') throw new UsageError('No file was named; nothing was stored.', again);
  try {
    return await readDocument(io, path);
  } catch (error) {
    if (!(error instanceof TokentrayError)) throw error;
    const { detail } = error.data;
    const why = detail === undefined ? systemReason(error.data) : `: ${detail}`;
    throw new UsageError(`The file of the private key could not be read${why}. Nothing was stored.`, again);
  }
}

function keyIn(text: string, what: string): unknown {
  if (text.trimStart().startsWith('-----BEGIN')) throw isPem(what);
  const json = parseJson(text);
  if ('value' in json) return json.value;
  throw text === '{'
    ? new UsageError('A key on several lines cannot be pasted here; nothing was stored.', again)
    : new UsageError(`${what} is no JSON: ${json.problem}. Nothing was stored.`, again);
}

const again = 'Run the command again and give the path of the JWK file, or the JWK on one line.';

function isPem(what: string): UsageError {
  return new UsageError(
    `${what} is a key in PEM form, and a JWK is needed (JSON with "kty"); nothing was stored.`,
    'Take the JWK that the tenant gave you when the key was made, or convert the key to one.',
  );
}
