/** All or nothing, under the database's write lock. */
import type { DatabaseSync } from 'node:sqlite';

/** Takes the write lock first, so that what `run` reads is still true when it writes. Throws what `run` throws, and SQLite's errors. */
export function inTransaction<T>(connection: DatabaseSync, run: () => T): T {
  connection.exec('BEGIN IMMEDIATE');
  try {
    const result = run();
    connection.exec('COMMIT');
    return result;
  } catch (error) {
    // Some failures, a full disk among them, have already undone it.
    if (connection.isTransaction) connection.exec('ROLLBACK');
    throw error;
  }
}
