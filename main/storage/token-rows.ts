/** The rows of `tokens`: the token sealed, and beside it the facts that must be known while the vault is locked. */
import type { Database } from './database.ts';
import { openJson } from './open-record.ts';
import type { SealedRecord, StoredRecord } from './open-record.ts';
import type { TokenFacts, TokenRecord } from './records.ts';
import type { IssuedToken } from './storage.ts';
import type { SealingVault } from './vault.ts';
import type { TokenIdentity } from '../systems/token-identity.ts';

/** Of what is sealed; part of the additional data. */
const recordVersion = 1;

/** A token ready to be stored. */
export interface TokenRow {
  readonly token: SealedRecord;
  readonly facts: TokenFacts;
}

interface FactColumns {
  readonly tokenType: string;
  readonly scope: string | null;
  readonly obtainedAtMs: number;
  readonly expiresAtMs: number | null;
  readonly clockOffsetMs: number | null;
  readonly identity: string | null;
}

/** Happens before the transaction that stores it: the vault may have to be unlocked. Rejects with `storage.*`. */
export async function sealToken(
  vault: SealingVault,
  profileId: string,
  { record, origin }: IssuedToken,
): Promise<TokenRow> {
  const { accessToken: _token, apiSecret: _secret, ...facts } = record;
  const context = { profileId, kind: 'token', version: recordVersion, origin } as const;
  const sealed = await vault.seal(JSON.stringify(record), context);
  return { token: { version: recordVersion, origin, sealed }, facts };
}

export async function unsealToken(vault: SealingVault, profileId: string, record: StoredRecord): Promise<TokenRecord> {
  return (await openJson(vault, { profileId, kind: 'token' }, record)) as TokenRecord;
}

export function readTokenRow(database: Database, profileId: string): StoredRecord | undefined {
  return database.get(
    `SELECT name AS profileName, version, bound_origin AS origin, sealed
     FROM tokens JOIN profiles ON id = profile_id WHERE profile_id = ?`,
    profileId,
  ) as StoredRecord | undefined;
}

export function readTokenFacts(database: Database, profileId: string): TokenFacts | undefined {
  const row = database.get(
    `SELECT token_type AS tokenType, scope, obtained_at_ms AS obtainedAtMs, expires_at_ms AS expiresAtMs,
       clock_offset_ms AS clockOffsetMs, identity
     FROM tokens WHERE profile_id = ?`,
    profileId,
  ) as FactColumns | undefined;
  if (row === undefined) return undefined;
  const { scope, identity, ...facts } = row;
  return {
    ...facts,
    ...(scope === null ? {} : { scope }),
    ...(identity === null ? {} : { identity: JSON.parse(identity) as TokenIdentity }),
  };
}

/** Only inside `Database.write`. */
export function writeTokenRow(database: Database, profileId: string, { token, facts }: TokenRow): void {
  database.run(
    `INSERT INTO tokens (profile_id, version, bound_origin, sealed,
       token_type, scope, obtained_at_ms, expires_at_ms, clock_offset_ms, identity) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (profile_id) DO UPDATE SET
       version = excluded.version, bound_origin = excluded.bound_origin, sealed = excluded.sealed,
       token_type = excluded.token_type, scope = excluded.scope, obtained_at_ms = excluded.obtained_at_ms,
       expires_at_ms = excluded.expires_at_ms, clock_offset_ms = excluded.clock_offset_ms,
       identity = excluded.identity`,
    profileId,
    token.version,
    token.origin,
    token.sealed,
    facts.tokenType,
    facts.scope ?? null,
    facts.obtainedAtMs,
    facts.expiresAtMs,
    facts.clockOffsetMs,
    facts.identity === undefined ? null : JSON.stringify(facts.identity),
  );
}

/** Only inside `Database.write`. */
export function deleteTokenRow(database: Database, profileId: string): void {
  database.run('DELETE FROM tokens WHERE profile_id = ?', profileId);
}
