/** Reads what `tokentray import` is to import, and opens it where it is encrypted. */
import { TokentrayError } from '../errors.ts';
import { readDocumentFile } from '../transfer/document-file.ts';
import type { FoundDocument } from '../transfer/found.ts';
import { readImport } from '../transfer/read-import.ts';
import type { Session } from './session.ts';
import { UsageError } from './usage-error.ts';

export const exportPassphraseVariable = 'TOKENTRAY_EXPORT_PASSPHRASE';

/** Rejects with `config.file_unreadable`, `config.file_invalid` and `config.export_locked`, which name the file. */
export async function readImportSource(session: Session, file: string): Promise<FoundDocument> {
  const text = file === '-' ? await session.io.input.readAll() : await readDocumentFile(file);
  try {
    const document = await readImport(text);
    return document.sealed === undefined ? document : await opened(session, document.sealed);
  } catch (error) {
    if (!(error instanceof TokentrayError) || file === '-') throw error;
    throw new TokentrayError(error.code, { data: { ...error.data, path: file } });
  }
}

async function opened(session: Session, sealed: NonNullable<FoundDocument['sealed']>): Promise<FoundDocument> {
  const { openSealedExport } = await import('../transfer/sealed-export.ts');
  return openSealedExport(sealed, await passphraseFor(session));
}

async function passphraseFor({ environment, io }: Session): Promise<string> {
  const given = environment[exportPassphraseVariable];
  if (given !== undefined && given !== '') return given;
  if (io.prompt.isPossible()) return io.prompt.secret('Passphrase of the export (not shown): ');
  throw new UsageError(
    'The export is encrypted, and there is no terminal to ask for its passphrase on.',
    `Give it in ${exportPassphraseVariable}, or run the command on a terminal.`,
  );
}
