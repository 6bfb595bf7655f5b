/** One connection to the database: reads at once, writes when it is their turn. */
import { statSync } from 'node:fs';
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import type { Clock } from '../clock.ts';
import { TokentrayError } from '../errors.ts';
import { storageError } from './storage-errors.ts';
import { inTransaction } from './transaction.ts';
import { WriteQueue } from './write-queue.ts';

/** How long `writeLightly` may hold up the event loop, ms. */
const lightPatienceMs = 50;

export class Database {
  readonly path: string;
  private readonly connection: DatabaseSync;
  private readonly fileId: string | undefined;
  private readonly writes: WriteQueue;
  private readonly statements = new Map<string, StatementSync>();
  private readonly commitListeners: (() => void)[] = [];

  /** `connection` is open and has the newest schema; see `openDatabase`. */
  constructor(connection: DatabaseSync, path: string, clock: Clock) {
    this.connection = connection;
    this.fileId = fileIdOf(path);
    this.path = path;
    this.writes = new WriteQueue({
      connection,
      clock,
      assertWritable: () => {
        this.assertOpen();
        this.assertInPlace();
      },
      committed: () => {
        for (const listener of this.commitListeners) listener();
      },
      translate: (error) => storageError(error, path),
    });
  }

  /** The first row or undefined; callers state what the schema promises of the selected columns. Throws `storage.*`. */
  get(sql: string, ...values: SQLInputValue[]): unknown {
    return this.translated(() => this.statement(sql).get(...values));
  }

  /** Throws `storage.*`. */
  all(sql: string, ...values: SQLInputValue[]): readonly unknown[] {
    return this.translated(() => this.statement(sql).all(...values));
  }

  /** Number of rows that one INSERT, UPDATE or DELETE changed. Only inside `write`. */
  run(sql: string, ...values: SQLInputValue[]): number {
    return Number(this.statement(sql).run(...values).changes);
  }

  /**
   * Runs `run`, all or nothing, in a transaction that holds the write lock from its start. Writes of this process happen in
   * the order in which they were asked for; those asked for at one moment share a transaction. While another process holds
   * the lock, the event loop stands still for at most the busy time-out at a time. `run` may be run again, so it has no
   * effect outside the database.
   * Rejects with what `run` throws, after undoing everything, with `storage.*`, or with `internal.cancelled` after `close`.
   */
  write<T>(run: () => T): Promise<T> {
    return this.writes.add(run);
  }

  /**
   * Runs `run` in one transaction now, for what may be lost: a power cut may undo it (`synchronous=NORMAL`), and the lock is
   * waited for at most `lightPatienceMs`. False, and nothing written, when that was not to be. Never throws; nobody is told
   * of the commit.
   */
  writeLightly(run: () => void): boolean {
    if (!this.connection.isOpen) return false;
    try {
      this.assertInPlace();
      const { timeout } = this.get('PRAGMA busy_timeout') as { readonly timeout: number };
      this.connection.exec(`PRAGMA busy_timeout = ${Math.min(timeout, lightPatienceMs)}; PRAGMA synchronous = NORMAL`);
      try {
        inTransaction(this.connection, run);
        return true;
      } finally {
        this.connection.exec(`PRAGMA synchronous = FULL; PRAGMA busy_timeout = ${timeout}`);
      }
    } catch {
      return false;
    }
  }

  /** Calls back after each commit of `write`, before its promise resolves. `listener` must not throw. */
  onCommit(listener: () => void): void {
    this.commitListeners.push(listener);
  }

  close(): void {
    if (this.connection.isOpen) this.connection.close();
  }

  private statement(sql: string): StatementSync {
    this.assertOpen();
    let statement = this.statements.get(sql);
    if (statement === undefined) {
      statement = this.connection.prepare(sql);
      this.statements.set(sql, statement);
    }
    return statement;
  }

  private assertOpen(): void {
    if (!this.connection.isOpen)
      throw new TokentrayError('internal.cancelled', { data: { detail: 'storage is closed' } });
  }

  /** What is written into a file that was removed or replaced is seen by nobody, and gone when this process ends. */
  private assertInPlace(): void {
    if (fileIdOf(this.path) === this.fileId) return;
    throw new TokentrayError('storage.folder_unusable', {
      data: {
        path: this.path,
        detail: 'the database was removed or replaced while it was open, so start Tokentray again',
      },
    });
  }

  private translated<T>(read: () => T): T {
    try {
      return read();
    } catch (error) {
      throw storageError(error, this.path);
    }
  }
}

/** Undefined where there is no file, such as of a database in memory. */
function fileIdOf(path: string): string | undefined {
  const file = statSync(path, { bigint: true, throwIfNoEntry: false });
  return file === undefined ? undefined : `${file.dev}:${file.ino}`;
}
