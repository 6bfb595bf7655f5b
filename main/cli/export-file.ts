/** Writes an export into a file that a person names, and asks before one that is there is replaced. */
import { stat } from 'node:fs/promises';
import { writeDocumentFile } from '../transfer/document-file.ts';
import type { CliIo } from './io.ts';
import { printable } from './printable.ts';
import { UsageError } from './usage-error.ts';

/** Before anything is asked or encrypted. Rejects with a UsageError where the file is there and is to stay. */
export async function assertWritable(io: CliIo, file: string, force: boolean): Promise<void> {
  if (force || !(await isThere(file))) return;
  const answer = io.prompt.isPossible() ? await io.prompt.line(`${printable(file)} is there. Replace it? (y/N) `) : '';
  if (/^y(es)?$/i.test(answer.trim())) return;
  throw new UsageError(
    `${printable(file)} is there and was left as it is.`,
    'Choose another name, or replace it with --force.',
  );
}

/** Rejects with `config.file_unwritable`. */
export async function writeExport(io: CliIo, file: string, text: string): Promise<void> {
  await writeDocumentFile(file, text);
  io.err.write(`Written to ${printable(file)}, for its owner alone.\n`);
}

async function isThere(file: string): Promise<boolean> {
  try {
    await stat(file);
    return true;
  } catch {
    // What cannot be looked at is told when it is written.
    return false;
  }
}
