/** Failures of SQLite and of the file system, translated into the application's own. */
import { asTokentrayError, TokentrayError } from '../errors.ts';
import type { ErrorCode } from '../errors.ts';
import { backupFact } from './backups.ts';

/** Primary result codes of SQLite (https://www.sqlite.org/rescode.html). */
const codeByResult: Readonly<Record<number, ErrorCode>> = {
  3: 'storage.folder_unusable', // PERM
  5: 'storage.database_busy', // BUSY
  6: 'storage.database_busy', // LOCKED
  8: 'storage.folder_unusable', // READONLY
  10: 'storage.folder_unusable', // IOERR
  11: 'storage.database_damaged', // CORRUPT
  13: 'storage.disk_full', // FULL
  14: 'storage.folder_unusable', // CANTOPEN
  26: 'storage.database_damaged', // NOTADB
};

/** SQLite's primary result code, or undefined when SQLite did not throw this. */
export function sqliteResult(thrown: unknown): number | undefined {
  const { code, errcode } = (thrown ?? {}) as { code?: unknown; errcode?: unknown };
  return code === 'ERR_SQLITE_ERROR' && typeof errcode === 'number' ? errcode & 0xff : undefined;
}

/** True when another connection holds the lock that was wanted. */
export function isBusy(thrown: unknown): boolean {
  const result = sqliteResult(thrown);
  return result !== undefined && codeByResult[result] === 'storage.database_busy';
}

/** Anything thrown under this room, as a TokentrayError. `path` is the file or folder that was worked on. */
export function storageError(thrown: unknown, path: string): TokentrayError {
  if (thrown instanceof TokentrayError) return thrown;
  const result = sqliteResult(thrown);
  if (result !== undefined) {
    // SQLite's text names tables and columns, never values.
    const detail = String((thrown as { errstr?: unknown }).errstr);
    const code = codeByResult[result] ?? 'internal.unexpected';
    const backup = code === 'storage.database_damaged' ? backupFact(path) : {};
    return new TokentrayError(code, { data: { path, ...backup, detail } });
  }
  const { syscall, code: systemCode } = (thrown ?? {}) as NodeJS.ErrnoException;
  if (syscall === undefined || systemCode === undefined) return asTokentrayError(thrown);
  const full = systemCode === 'ENOSPC' || systemCode === 'EDQUOT';
  return new TokentrayError(full ? 'storage.disk_full' : 'storage.folder_unusable', {
    data: { path, systemCode },
    cause: thrown,
  });
}
