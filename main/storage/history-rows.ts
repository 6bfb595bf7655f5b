/** The rows of `history`: written once or counted up, read newest first, and taken away when there are too many. */
import type { Database } from './database.ts';
import { happenings, historyKeptMs } from './history-records.ts';
import type { Happening, HistoryEvent, HistoryRow } from './history-records.ts';

/** What is to be written. */
export interface HistoryEntry {
  readonly profileId: string;
  readonly atMs: number;
  readonly event: HistoryEvent;
}

/** A script is noted once in this time. */
export const givenEveryMs = 60_000;

/** The same failure again is counted, for so long from its first time. */
const sameFailureMs = 86_400_000;

/** How far back to look for the last script; more than this does not happen in a minute. */
const rowsLookedAt = 16;

/** Rows taken away for age at a time: more than are ever written at a time, and few enough to be done at once. */
const agedAtATime = 200;

interface Columns {
  readonly id: number;
  readonly what: string;
  readonly data: string;
  readonly firstAtMs: number;
  readonly atMs: number;
  readonly times: number;
}

const columns = 'id, what, data, first_at_ms AS firstAtMs, at_ms AS atMs, times';

interface HistoryQuery {
  readonly before: number;
  readonly limit: number;
  readonly sinceMs: number;
  /** Default: whatever happened. */
  readonly what?: readonly Happening[] | undefined;
}

/** Newest first: at most `limit` rows, older than the one with id `before`. */
export function readHistoryRows(
  database: Database,
  profileId: string,
  { before, limit, sinceMs, what = happenings }: HistoryQuery,
): readonly HistoryRow[] {
  const rows = database.all(
    `SELECT ${columns} FROM history
     WHERE profile_id = ? AND id < ? AND at_ms >= ? AND what IN (SELECT value FROM json_each(?))
     ORDER BY id DESC LIMIT ?`,
    profileId,
    before,
    sinceMs,
    JSON.stringify(what),
    limit,
  ) as readonly Columns[];
  return rows.flatMap(({ what, data, ...row }) => {
    const known = happenings.find((happening) => happening === what);
    // A newer program may know of more that happens.
    return known === undefined ? [] : [{ ...row, ...(JSON.parse(data) as Omit<HistoryEvent, 'what'>), what: known }];
  });
}

/** Of each profile: when its token last went to somebody, as rows newer than the one with id `after` tell. */
export function readUses(
  database: Database,
  after: number,
): readonly { readonly profileId: string; readonly atMs: number; readonly newestId: number }[] {
  return database.all(
    `SELECT profile_id AS profileId, max(at_ms) AS atMs, max(id) AS newestId
     FROM history WHERE id > ? AND what IN ('copied', 'given') GROUP BY profile_id`,
    after,
  ) as unknown as readonly { profileId: string; atMs: number; newestId: number }[];
}

/** Nothing for a profile that is gone, or that has it noted already. Only inside a transaction. */
export function writeHistoryRow(database: Database, { profileId, atMs, event: { what, ...data } }: HistoryEntry): void {
  const text = JSON.stringify(data);
  if (what === 'given' && wasGiven(database, profileId, atMs)) return;
  if (what === 'failed' && countSame(database, profileId, { text, atMs })) return;
  database.run(
    `INSERT INTO history (profile_id, what, data, first_at_ms, at_ms, times)
     SELECT id, ?, ?, ?, ?, 1 FROM profiles WHERE id = ?`,
    what,
    text,
    atMs,
    atMs,
    profileId,
  );
}

function wasGiven(database: Database, profileId: string, atMs: number): boolean {
  const found = database.get(
    `SELECT 1 FROM (SELECT what, at_ms FROM history WHERE profile_id = ? ORDER BY id DESC LIMIT ${rowsLookedAt})
     WHERE what = 'given' AND at_ms > ? AND at_ms <= ?`,
    profileId,
    atMs - givenEveryMs,
    atMs,
  );
  return found !== undefined;
}

/** Whether what happened last was the same failure, which then happened once more. */
function countSame(database: Database, profileId: string, { text, atMs }: { text: string; atMs: number }): boolean {
  const last = database.get(
    `SELECT ${columns} FROM history WHERE profile_id = ? ORDER BY id DESC LIMIT 1`,
    profileId,
  ) as Columns | undefined;
  if (last?.what !== 'failed' || last.data !== text) return false;
  if (atMs < last.atMs || atMs - last.firstAtMs >= sameFailureMs) return false;
  return database.run('UPDATE history SET at_ms = ?, times = times + 1 WHERE id = ?', atMs, last.id) === 1;
}

/** Only inside a transaction. */
export function dropAgedRows(database: Database, nowMs: number): void {
  database.run(
    `DELETE FROM history WHERE id IN (SELECT id FROM history ORDER BY id LIMIT ${agedAtATime}) AND at_ms < ?`,
    nowMs - historyKeptMs,
  );
}

/** How many rows there are at most, without counting them. */
export function rowsAtMost(database: Database): number {
  const row = database.get('SELECT (SELECT max(id) FROM history) - (SELECT min(id) FROM history) + 1 AS span') as {
    readonly span: number | null;
  };
  return row.span ?? 0;
}

export function countRows(database: Database): number {
  return (database.get('SELECT count(*) AS count FROM history') as { readonly count: number }).count;
}

/** Only inside a transaction. */
export function dropOldestRows(database: Database, count: number): void {
  database.run('DELETE FROM history WHERE id IN (SELECT id FROM history ORDER BY id LIMIT ?)', count);
}
