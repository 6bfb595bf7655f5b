/** Looks a database over without changing it: whole or not, which schema, how large. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { supportedVersion } from './migrate.ts';
import { migrations } from './migrations.ts';
import { readSchemaVersion } from './schema-version.ts';
import { storageError } from './storage-errors.ts';
import { databaseFile } from './open-storage.ts';

export interface DatabaseFacts {
  readonly schemaVersion: number;
  /** Of the file and its log. */
  readonly bytes: number;
  /** As many as SQLite tells, at most 100; what it says of them may quote what is stored, and is not told. */
  readonly faults: number;
}

/** A row of this text alone says that all is well. */
const whole = 'ok';

/** Undefined where there is none. Throws `storage.*`. */
export function inspectDatabase(home: string): DatabaseFacts | undefined {
  const path = join(home, databaseFile);
  try {
    const bytes = sizeOf(path);
    if (bytes === undefined) return undefined;
    using connection = new DatabaseSync(path, { readOnly: true, timeout: 1_000 });
    const { schemaVersion } = readSchemaVersion(connection, path, supportedVersion(migrations));
    const rows = connection.prepare('PRAGMA integrity_check').all();
    const faults = rows.filter(({ integrity_check: text }) => text !== whole).length;
    return { schemaVersion, bytes: bytes + (sizeOf(`${path}-wal`) ?? 0), faults };
  } catch (error) {
    throw storageError(error, path);
  }
}

function sizeOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.size;
}
