/** The rows of `secrets`: one sealed JSON record for each profile, bound to the origin it may be sent to. */
import type { Secrets } from '../profiles/profile.ts';
import type { Database } from './database.ts';
import { openJson } from './open-record.ts';
import type { SealedRecord, StoredRecord } from './open-record.ts';
import type { BoundSecrets } from './storage.ts';
import type { SealingVault } from './vault.ts';

/** Of what is sealed; part of the additional data. */
const recordVersion = 1;

/** Happens before the transaction that stores it: the vault may have to be unlocked. Rejects with `storage.*`. */
export async function sealSecrets(
  vault: SealingVault,
  profileId: string,
  { values, origin }: BoundSecrets,
): Promise<SealedRecord> {
  const context = { profileId, kind: 'secrets', version: recordVersion, origin } as const;
  return { version: recordVersion, origin, sealed: await vault.seal(JSON.stringify(values), context) };
}

export async function unsealSecrets(
  vault: SealingVault,
  profileId: string,
  record: StoredRecord,
): Promise<BoundSecrets> {
  const values = (await openJson(vault, { profileId, kind: 'secrets' }, record)) as Secrets;
  return { values, origin: record.origin };
}

export function readSecretsRow(database: Database, profileId: string): StoredRecord | undefined {
  return database.get(
    `SELECT name AS profileName, version, bound_origin AS origin, sealed
     FROM secrets JOIN profiles ON id = profile_id WHERE profile_id = ?`,
    profileId,
  ) as StoredRecord | undefined;
}

/** Only inside `Database.write`. */
export function writeSecretsRow(database: Database, profileId: string, row: SealedRecord): void {
  database.run(
    `INSERT INTO secrets (profile_id, version, bound_origin, sealed) VALUES (?, ?, ?, ?)
     ON CONFLICT (profile_id) DO UPDATE SET
       version = excluded.version, bound_origin = excluded.bound_origin, sealed = excluded.sealed`,
    profileId,
    row.version,
    row.origin,
    row.sealed,
  );
}
