/** Reads a document that a person names: a file, or `-` for standard input. */
import { readFile, stat } from 'node:fs/promises';
import { TokentrayError } from '../errors.ts';
import { parseJson } from '../profiles/json-text.ts';
import { decodeUtf8, maxInputBytes } from './io.ts';
import type { CliIo } from './io.ts';

/** Rejects with `config.file_unreadable`, or `config.file_invalid` when it is too large or no UTF-8 text. */
export async function readDocument(io: CliIo, file: string): Promise<string> {
  if (file === '-') return io.input.readAll();
  try {
    const { size } = await stat(file);
    if (size > maxInputBytes) throw invalid(file, 'it is larger than 1 MiB');
    return decodeUtf8(await readFile(file), file);
  } catch (error) {
    if (error instanceof TokentrayError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw new TokentrayError('config.file_unreadable', {
      data: { path: file, ...(code === undefined ? {} : { systemCode: code }) },
    });
  }
}

/** Rejects with `config.file_invalid` that tells the place but quotes nothing: people put secrets into files. */
export async function readJsonDocument(io: CliIo, file: string): Promise<unknown> {
  const json = parseJson(await readDocument(io, file));
  if ('value' in json) return json.value;
  throw invalid(file, `${file === '-' ? 'standard input' : 'it'} is no JSON: ${json.problem}`);
}

function invalid(file: string, detail: string): TokentrayError {
  return new TokentrayError('config.file_invalid', { data: { ...(file === '-' ? {} : { path: file }), detail } });
}
