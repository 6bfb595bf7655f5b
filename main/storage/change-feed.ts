/**
 * Tells who subscribed what commits changed, those of this process and of others.
 *
 * Invariants: one cursor (`lastSeq`) moves over the rows of `changes`, so each row is reported once, whoever wrote it and
 * whatever led to looking; nothing is watched or read while nobody has subscribed.
 */
import { utimesSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Clock } from '../clock.ts';
import { summarizeChanges } from './change-log.ts';
import type { ChangeRow } from './change-log.ts';
import type { Database } from './database.ts';
import { watchFiles } from './folder-watch.ts';
import type { Storage, StorageChange } from './storage.ts';

type Listener = (change: StorageChange) => void;

export class ChangeFeed implements Pick<Storage, 'onChange' | 'checkForChanges' | 'close'> {
  private readonly database: Database;
  private readonly clock: Clock;
  private readonly subscriptions = new Set<{ readonly listener: Listener }>();
  private stopWatching: (() => void) | undefined;
  private lastSeq = 0;
  private lastDataVersion = 0;

  constructor(database: Database, clock: Clock) {
    this.database = database;
    this.clock = clock;
    database.onCommit(() => this.afterOwnCommit());
  }

  onChange(listener: Listener): () => void {
    if (this.subscriptions.size === 0) this.start();
    const subscription = { listener };
    this.subscriptions.add(subscription);
    return () => {
      if (this.subscriptions.delete(subscription) && this.subscriptions.size === 0) this.close();
    };
  }

  checkForChanges(): void {
    if (this.subscriptions.size === 0) return;
    const dataVersion = this.dataVersion();
    if (dataVersion === this.lastDataVersion) return;
    this.report();
    this.lastDataVersion = dataVersion;
  }

  close(): void {
    this.subscriptions.clear();
    this.stopWatching?.();
    this.stopWatching = undefined;
  }

  /** Watches before it reads the cursor: what is committed in between is then seen by one of the two. */
  private start(): void {
    const { path } = this.database;
    const file = basename(path);
    this.stopWatching = watchFiles(dirname(path), [file, `${file}-wal`], () => this.checkQuietly());
    try {
      this.lastDataVersion = this.dataVersion();
      this.lastSeq = this.newestSeq();
    } catch (error) {
      this.close();
      throw error;
    }
  }

  private afterOwnCommit(): void {
    this.ring();
    if (this.subscriptions.size === 0) return;
    try {
      this.report();
    } catch {
      // The commit stands. The cursor has not moved, so whoever looks next reports it.
    }
  }

  /**
   * Others watch the files, but SQLite writes the log before it syncs it and makes the commit visible last, in shared
   * memory, which nobody can watch: they looked too early. Touching the file makes them look again.
   */
  private ring(): void {
    const seconds = this.clock.now() / 1_000;
    try {
      utimesSync(this.database.path, seconds, seconds);
    } catch {
      // They learn it with the next commit, or when they are poked.
    }
  }

  /** For the watcher, which has nobody to tell: what is wrong with the database shows at the next read. */
  private checkQuietly(): void {
    try {
      this.checkForChanges();
    } catch {
      // Still unseen, and looked at again with the next event.
    }
  }

  private report(): void {
    const rows = this.database.all(
      'SELECT seq, profile_id AS profileId, what FROM changes WHERE seq > ? ORDER BY seq',
      this.lastSeq,
    ) as readonly ChangeRow[];
    const change = summarizeChanges(rows, this.lastSeq);
    if (change === undefined) return;
    this.lastSeq = rows.at(-1)?.seq ?? this.lastSeq;
    for (const subscription of this.subscriptions) {
      queueMicrotask(() => {
        if (this.subscriptions.has(subscription)) subscription.listener(change);
      });
    }
  }

  private newestSeq(): number {
    const row = this.database.get('SELECT coalesce(max(seq), 0) AS seq FROM changes') as { seq: number };
    return row.seq;
  }

  /** Changes when another connection commits; never by commits of this one. */
  private dataVersion(): number {
    const row = this.database.get('PRAGMA data_version') as { data_version: number };
    return row.data_version;
  }
}
