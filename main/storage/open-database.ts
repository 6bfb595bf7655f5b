/** Opens the database file: creates it, refuses what is newer or damaged, and brings it to this program's schema. */
import { statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../clock.ts';
import { Database } from './database.ts';
import { migrate, supportedVersion } from './migrate.ts';
import { migrations as everyMigration } from './migrations.ts';
import type { Migration } from './migrations.ts';
import { createPrivateFile, makePrivate } from './private-file.ts';
import { readSchemaVersion } from './schema-version.ts';
import { isBusy, storageError } from './storage-errors.ts';

export interface DatabaseOptions {
  readonly path: string;
  readonly clock: Clock;
  /** How long one attempt to get the lock may hold up the event loop, ms. Opening itself may wait 5 s. */
  readonly busyTimeoutMs: number;
  readonly migrations?: readonly Migration[];
}

const openingTimeoutMs = 5_000;
const walPauseMs = 10;

/**
 * Throws `storage.database_newer` and `storage.database_damaged`, both leaving the file as it is,
 * `storage.database_busy`, `storage.folder_unusable` and `storage.disk_full`.
 */
export function openDatabase(options: DatabaseOptions): Database {
  const { path, clock, busyTimeoutMs, migrations = everyMigration } = options;
  const supported = supportedVersion(migrations);
  try {
    createPrivateFile(path);
    makePrivate(path, [`${path}-wal`, `${path}-shm`]);
    if (hasLog(path)) inspect(path, supported);
    const connection = new DatabaseSync(path, { timeout: openingTimeoutMs });
    try {
      const { schemaVersion } = readSchemaVersion(connection, path, supported);
      enterWal(connection);
      connection.exec('PRAGMA synchronous = FULL');
      if (schemaVersion < supported) migrate(connection, path, migrations);
      connection.exec(`PRAGMA busy_timeout = ${busyTimeoutMs}`);
    } catch (error) {
      connection.close();
      throw error;
    }
    return new Database(connection, path, clock);
  } catch (error) {
    throw storageError(error, path);
  }
}

/** Whoever closes a database last folds its log into the file; one that is too new must be spared that, too. */
function inspect(path: string, supported: number): void {
  const connection = new DatabaseSync(path, { readOnly: true, timeout: openingTimeoutMs });
  try {
    readSchemaVersion(connection, path, supported);
  } finally {
    connection.close();
  }
}

function hasLog(path: string): boolean {
  return (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

/** Changes nothing when the file is in WAL mode, as it stays for good. SQLite does not wait for this lock by itself. */
function enterWal(connection: DatabaseSync): void {
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (let waitedMs = 0; ; waitedMs += walPauseMs) {
    try {
      connection.exec('PRAGMA journal_mode = WAL');
      return;
    } catch (error) {
      if (!isBusy(error) || waitedMs >= openingTimeoutMs) throw error;
    }
    Atomics.wait(pause, 0, 0, walPauseMs);
  }
}
