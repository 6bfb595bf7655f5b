/** The rows of `activity`: what happened last with a profile's refreshing. */
import type { ErrorRecord } from '../errors.ts';
import type { Database } from './database.ts';
import type { ActivityRecord } from './records.ts';

interface ActivityColumns {
  readonly failures: number;
  readonly lastAttemptAtMs: number;
  readonly lastError: string | null;
  readonly retryAtMs: number | null;
  readonly notBeforeMs: number | null;
  readonly stopped: number;
  readonly unchanged: number;
}

export function readActivityRow(database: Database, profileId: string): ActivityRecord | undefined {
  const row = database.get(
    `SELECT failures, last_attempt_at_ms AS lastAttemptAtMs, last_error AS lastError, retry_at_ms AS retryAtMs,
       not_before_ms AS notBeforeMs, stopped, unchanged
     FROM activity WHERE profile_id = ?`,
    profileId,
  ) as ActivityColumns | undefined;
  if (row === undefined) return undefined;
  return {
    ...row,
    lastError: row.lastError === null ? null : (JSON.parse(row.lastError) as ErrorRecord),
    stopped: row.stopped !== 0,
    unchanged: row.unchanged !== 0,
  };
}

/** Only inside `Database.write`. */
export function writeActivityRow(database: Database, profileId: string, activity: ActivityRecord): void {
  database.run(
    `INSERT INTO activity (profile_id, failures, last_attempt_at_ms, last_error, retry_at_ms, not_before_ms,
       stopped, unchanged) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (profile_id) DO UPDATE SET
       failures = excluded.failures, last_attempt_at_ms = excluded.last_attempt_at_ms,
       last_error = excluded.last_error, retry_at_ms = excluded.retry_at_ms,
       not_before_ms = excluded.not_before_ms, stopped = excluded.stopped, unchanged = excluded.unchanged`,
    profileId,
    activity.failures,
    activity.lastAttemptAtMs,
    activity.lastError === null ? null : JSON.stringify(activity.lastError),
    activity.retryAtMs,
    activity.notBeforeMs,
    activity.stopped ? 1 : 0,
    activity.unchanged ? 1 : 0,
  );
}

/** Only inside `Database.write`. */
export function deleteActivityRow(database: Database, profileId: string): void {
  database.run('DELETE FROM activity WHERE profile_id = ?', profileId);
}
