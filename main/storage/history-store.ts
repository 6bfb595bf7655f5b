/**
 * The history of each profile, written beside the work and never in its way.
 *
 * Invariants:
 * - to append is to remember: writing comes a moment later, for everybody at once, in one attempt that waits for nobody;
 * - what could not be written waits for the next attempt, and no timer runs for it; of what waits the oldest goes first;
 * - at most `historyRowsKept` rows are left by a write, none is read that is older than `historyKeptMs`.
 */
import type { Clock, Timer } from '../clock.ts';
import type { Database } from './database.ts';
import { historyError } from './history-error.ts';
import { historyKeptMs, historyRowsKept } from './history-records.ts';
import type { HistoryEvent } from './history-records.ts';
import {
  countRows,
  dropAgedRows,
  dropOldestRows,
  givenEveryMs,
  readHistoryRows,
  readUses,
  rowsAtMost,
  writeHistoryRow,
} from './history-rows.ts';
import type { HistoryEntry } from './history-rows.ts';
import type { HistoryStore } from './storage.ts';

/** How long what happens is gathered before it is written, ms. */
const gatherMs = 250;

/** Entries that wait at most. */
const mostWaiting = 1_000;

/** Of the rows kept, so many more are taken away when there are too many: they are counted only now and then. */
const droppedPart = 0.01;

const defaultLimit = 50;

export interface ClosingHistoryStore extends HistoryStore {
  /** Writes what waits; afterwards nothing is written any more. */
  close(): void;
}

/** `rowsKept`: default `historyRowsKept`. */
export function createHistoryStore(
  database: Database,
  clock: Clock,
  rowsKept: number = historyRowsKept,
): ClosingHistoryStore {
  const listeners = new Set<{ readonly tell: (profileIds: ReadonlySet<string>) => void }>();
  /** When a script was last given each profile's token, on the monotonic clock. */
  const givenAtMs = new Map<string, number>();
  const usedAtMs = new Map<string, number>();
  /** Rows up to this one are in `usedAtMs`. */
  let usesReadTo = 0;
  let waiting: HistoryEntry[] = [];
  let timer: Timer | undefined;
  let isClosed = false;
  /** Not less than there are, as far as this process knows; undefined: not looked yet. */
  let rowsKnown: number | undefined;

  function flush(): void {
    timer?.cancel();
    timer = undefined;
    if (waiting.length === 0) return;
    const entries = waiting;
    if (!database.writeLightly(() => write(entries))) {
      // What was counted may have been undone.
      rowsKnown = undefined;
      return;
    }
    waiting = [];
    rowsKnown = (rowsKnown ?? 0) + entries.length;
    const profileIds = new Set(entries.map(({ profileId }) => profileId));
    for (const { tell } of listeners) tell(profileIds);
  }

  function write(entries: readonly HistoryEntry[]): void {
    dropAgedRows(database, clock.now());
    rowsKnown ??= rowsAtMost(database);
    if (rowsKnown + entries.length > rowsKept) {
      rowsKnown = countRows(database);
      const tooMany = rowsKnown + entries.length - rowsKept;
      if (tooMany > 0) {
        dropOldestRows(database, tooMany + Math.floor(rowsKept * droppedPart));
        rowsKnown = countRows(database);
      }
    }
    for (const entry of entries) writeHistoryRow(database, entry);
  }

  function used(profileId: string, atMs: number): void {
    usedAtMs.set(profileId, Math.max(atMs, usedAtMs.get(profileId) ?? 0));
  }

  function isNoted(profileId: string): boolean {
    const nowMs = clock.monotonic();
    const before = givenAtMs.get(profileId);
    if (before !== undefined && nowMs - before < givenEveryMs) return true;
    givenAtMs.set(profileId, nowMs);
    return false;
  }

  return {
    append(profileId, event) {
      if (isClosed || (event.what === 'given' && isNoted(profileId))) return;
      if (waiting.length >= mostWaiting) waiting.shift();
      const atMs = clock.now();
      waiting.push({ profileId, atMs, event: keepable(event) });
      if (event.what === 'copied' || event.what === 'given') used(profileId, atMs);
      timer ??= clock.setTimer(gatherMs, flush);
    },
    list(profileId, { before = Number.MAX_SAFE_INTEGER, limit = defaultLimit, what } = {}) {
      return readHistoryRows(database, profileId, { before, limit, sinceMs: clock.now() - historyKeptMs, what });
    },
    lastUses() {
      // Other processes write rows, too.
      for (const { profileId, atMs, newestId } of readUses(database, usesReadTo)) {
        used(profileId, atMs);
        usesReadTo = Math.max(usesReadTo, newestId);
      }
      return usedAtMs;
    },
    flush,
    onAppend(listener) {
      const subscription = { tell: listener };
      listeners.add(subscription);
      return () => void listeners.delete(subscription);
    },
    close() {
      if (isClosed) return;
      isClosed = true;
      listeners.clear();
      flush();
    },
  };
}

function keepable({ error, ...event }: HistoryEvent): HistoryEvent {
  return error === undefined ? event : { ...event, error: historyError(error) };
}
