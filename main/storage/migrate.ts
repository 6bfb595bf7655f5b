/** Brings a database to the newest schema, step by step, each in a transaction and after a backup. */
import { renameSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { backupPath } from './backups.ts';
import type { Migration } from './migrations.ts';
import { createPrivateFile } from './private-file.ts';
import { readSchemaVersion, writeSchemaVersion } from './schema-version.ts';
import { inTransaction } from './transaction.ts';

/** Of the program that knows these migrations. */
export function supportedVersion(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.version ?? 0;
}

/**
 * Runs what is missing; several processes may do so at once, each step is made by one of them. An empty database gets all
 * steps in one transaction. One that holds something takes them one by one, and before each a copy is left beside it as
 * `<file>.backup-<version>`. Throws SQLite's errors and system errors.
 */
export function migrate(connection: DatabaseSync, path: string, migrations: readonly Migration[]): void {
  while (!inTransaction(connection, () => takeStep(connection, path, migrations)));
}

/** True when it was the last. Reads the version under the lock: another process may have made this step meanwhile. */
function takeStep(connection: DatabaseSync, path: string, migrations: readonly Migration[]): boolean {
  const { schemaVersion } = readSchemaVersion(connection, path, supportedVersion(migrations));
  const missing = migrations.filter(({ version }) => version > schemaVersion);
  const isNew = schemaVersion === 0;
  if (!isNew && missing.length > 0) backUp(path, schemaVersion);
  for (const { version, minReader, sql } of isNew ? missing : missing.slice(0, 1)) {
    connection.exec(sql);
    writeSchemaVersion(connection, { schemaVersion: version, minReader });
  }
  return isNew || missing.length <= 1;
}

/** Called under the write lock, so the copy is of exactly that version; a second connection still reads. */
function backUp(path: string, version: number): void {
  const backup = backupPath(path, version);
  const unfinished = `${backup}.part`;
  rmSync(unfinished, { force: true });
  createPrivateFile(unfinished);
  const reader = new DatabaseSync(path, { readOnly: true });
  try {
    reader.prepare('VACUUM INTO ?').run(unfinished);
  } finally {
    reader.close();
  }
  renameSync(unfinished, backup);
}
