/** Which schema a database has, and whether this program may touch it. */
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { TokentrayError } from '../errors.ts';
import { backupFact } from './backups.ts';
import { sqliteResult } from './storage-errors.ts';

export interface SchemaVersion {
  /** Zero: nothing in it yet. */
  readonly schemaVersion: number;
  /** The oldest program, counted in its newest schema version, that may open it. */
  readonly minReader: number;
}

/** SQLITE_ERROR, as for a table that is not there. */
const sqliteGenericError = 1;

/**
 * Reads the version and refuses with `storage.database_newer` what only a program newer than `supportedVersion` may
 * open, with `storage.database_damaged` what is no database of ours. Changes nothing; throws SQLite's errors.
 */
export function readSchemaVersion(connection: DatabaseSync, path: string, supportedVersion: number): SchemaVersion {
  const rows = readMeta(connection);
  if (rows === undefined) return { schemaVersion: 0, minReader: 0 };
  const found = new Map(rows.map(({ key, value }) => [key, Number(value)]));
  const schemaVersion = found.get('schemaVersion') ?? Number.NaN;
  const minReader = found.get('minReader') ?? Number.NaN;
  if (!(schemaVersion >= 1 && minReader >= 1)) throw foreignDatabase(path);
  if (minReader > supportedVersion) {
    const detail = `a program that knows schema ${minReader}; this one knows ${supportedVersion}`;
    throw new TokentrayError('storage.database_newer', { data: { path, detail } });
  }
  return { schemaVersion, minReader };
}

export function writeSchemaVersion(connection: DatabaseSync, { schemaVersion, minReader }: SchemaVersion): void {
  const put = connection.prepare(
    'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  put.run('schemaVersion', schemaVersion);
  put.run('minReader', minReader);
}

/** Undefined when nothing is in the database yet; no rows when it is not ours. */
function readMeta(connection: DatabaseSync): readonly Record<string, SQLOutputValue>[] | undefined {
  for (let look = 1; ; look++) {
    try {
      return connection.prepare('SELECT key, value FROM meta').all();
    } catch (error) {
      if (sqliteResult(error) !== sqliteGenericError) throw error;
    }
    if (connection.prepare('SELECT 1 FROM sqlite_master LIMIT 1').get() === undefined) return undefined;
    // Another process may have made it between the two statements, so the first miss proves nothing.
    if (look === 2) return [];
  }
}

function foreignDatabase(path: string): TokentrayError {
  return new TokentrayError('storage.database_damaged', {
    data: { path, ...backupFact(path), detail: 'not a database of Tokentray' },
  });
}
