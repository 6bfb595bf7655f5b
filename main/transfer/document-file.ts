/** Files that profiles come from and go to: read whole as text, and written for their owner alone. */
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { TokentrayError } from '../errors.ts';
import { mostDocumentBytes } from './strict-json.ts';

/** Rejects with `config.file_unreadable`, or `config.file_invalid` when it is too large or no UTF-8 text. */
export async function readDocumentFile(path: string): Promise<string> {
  try {
    if ((await stat(path)).size > mostDocumentBytes) throw invalid(path, 'it is larger than 8 MiB');
    return textOf(await readFile(path), path);
  } catch (error) {
    throw error instanceof TokentrayError ? error : unusable('config.file_unreadable', error, path);
  }
}

/** In place of what is there, all or nothing; mode 0600. Rejects with `config.file_unwritable`. */
export async function writeDocumentFile(path: string, text: string): Promise<void> {
  const beside = `${path}.${randomUUID().slice(0, 8)}.part`;
  try {
    const file = await open(beside, 'wx', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw unusable('config.file_unwritable', error, path);
  }
}

function textOf(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw invalid(path, 'it is not UTF-8 text');
  }
}

function invalid(path: string, detail: string): TokentrayError {
  return new TokentrayError('config.file_invalid', { data: { path, detail } });
}

function unusable(
  code: 'config.file_unreadable' | 'config.file_unwritable',
  error: unknown,
  path: string,
): TokentrayError {
  const { code: systemCode } = error as NodeJS.ErrnoException;
  return new TokentrayError(code, { data: { path, ...(systemCode === undefined ? {} : { systemCode }) } });
}
