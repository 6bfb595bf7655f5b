/** The rows of `sessions`: one sealed refresh token for each profile that a person signed in to. */
import { randomUUID } from 'node:crypto';
import type { Database } from './database.ts';
import { openJson } from './open-record.ts';
import type { SealedRecord, StoredRecord } from './open-record.ts';
import type { SessionFacts } from './records.ts';
import type { IssuedSession, StoredSession } from './storage.ts';
import type { SealingVault } from './vault.ts';

/** Of what is sealed; part of the additional data. */
const recordVersion = 1;

/** A session ready to be stored. */
export interface SessionRow {
  readonly session: SealedRecord;
  readonly facts: SessionFacts;
}

export interface StoredSessionRow extends StoredRecord, SessionFacts {
  readonly generation: string;
}

/** Happens before the transaction that stores it: the vault may have to be unlocked. Rejects with `storage.*`. */
export async function sealSession(
  vault: SealingVault,
  profileId: string,
  { record: { refreshToken, ...facts }, origin }: IssuedSession,
): Promise<SessionRow> {
  const context = { profileId, kind: 'session', version: recordVersion, origin } as const;
  const sealed = await vault.seal(JSON.stringify({ refreshToken }), context);
  return { session: { version: recordVersion, origin, sealed }, facts };
}

export async function unsealSession(
  vault: SealingVault,
  profileId: string,
  row: StoredSessionRow,
): Promise<StoredSession> {
  const { refreshToken } = (await openJson(vault, { profileId, kind: 'session' }, row)) as { refreshToken: string };
  const { obtainedAtMs, endsAtMs, origin, generation } = row;
  return { refreshToken, obtainedAtMs, endsAtMs, origin, generation };
}

export function readSessionRow(database: Database, profileId: string): StoredSessionRow | undefined {
  return database.get(
    `SELECT name AS profileName, version, bound_origin AS origin, sealed,
       obtained_at_ms AS obtainedAtMs, ends_at_ms AS endsAtMs, generation
     FROM sessions JOIN profiles ON id = profile_id WHERE profile_id = ?`,
    profileId,
  ) as StoredSessionRow | undefined;
}

/** Only inside `Database.write`. */
export function writeSessionRow(database: Database, profileId: string, { session, facts }: SessionRow): void {
  database.run(
    `INSERT INTO sessions (profile_id, version, bound_origin, sealed, obtained_at_ms, ends_at_ms, generation)
     VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (profile_id) DO UPDATE SET
       version = excluded.version, bound_origin = excluded.bound_origin, sealed = excluded.sealed,
       obtained_at_ms = excluded.obtained_at_ms, ends_at_ms = excluded.ends_at_ms, generation = excluded.generation`,
    profileId,
    session.version,
    session.origin,
    session.sealed,
    facts.obtainedAtMs,
    facts.endsAtMs,
    randomUUID(),
  );
}

/** Only inside `Database.write`. */
export function deleteSessionRow(database: Database, profileId: string): void {
  database.run('DELETE FROM sessions WHERE profile_id = ?', profileId);
}
