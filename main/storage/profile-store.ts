/** Profiles with their secrets: every change is one commit, and the revision tells that there was one. */
import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { TokentrayError } from '../errors.ts';
import type { Profile, StoredProfile } from '../profiles/profile.ts';
import { deleteActivityRow } from './activity-rows.ts';
import type { Database } from './database.ts';
import { readSecretsRow, sealSecrets, unsealSecrets, writeSecretsRow } from './secret-rows.ts';
import type { SealedSecrets } from './secret-rows.ts';
import type { BoundSecrets, IssuedToken, ProfileStore } from './storage.ts';
import { deleteTokenRow, sealToken, writeTokenRow } from './token-rows.ts';
import type { TokenRow } from './token-rows.ts';
import type { SealingVault } from './vault.ts';

interface ProfileColumns extends Omit<StoredProfile, 'profile'> {
  readonly definition: string;
}

const selectProfile = `SELECT id, definition, revision, created_at_ms AS createdAtMs, updated_at_ms AS updatedAtMs
  FROM profiles`;

interface SealedRecords {
  readonly secrets: SealedSecrets | undefined;
  /** Null deletes the token that is there. */
  readonly token: TokenRow | null | undefined;
}

export function createProfileStore(database: Database, vault: SealingVault, clock: Clock): ProfileStore {
  const get = (id: string) => stored(database.get(`${selectProfile} WHERE id = ?`, id) as ProfileColumns | undefined);

  function assertNameIsFree(name: string, ownId: string): void {
    const taken = database.get('SELECT 1 FROM profiles WHERE name = ? AND id <> ?', name, ownId);
    if (taken !== undefined) throw nameTaken(name);
  }

  /** The row as the caller knew it, or the reason why the change must not be made. */
  function expectRevision(id: string, revision: number): StoredProfile {
    const current = get(id);
    if (current === undefined) throw new TokentrayError('config.profile_not_found');
    if (current.revision === revision) return current;
    throw new TokentrayError('storage.database_busy', {
      data: { profile: current.profile.name, detail: 'the profile was changed meanwhile' },
    });
  }

  return {
    list: () => (database.all(`${selectProfile} ORDER BY name`) as readonly ProfileColumns[]).map(parsed),
    get,
    find: (name) => stored(database.get(`${selectProfile} WHERE name = ?`, name) as ProfileColumns | undefined),

    async insert(entries) {
      const news = entries.map((entry) => ({ ...entry, id: randomUUID() }));
      // Looked at before sealing, too: a name that is taken is no reason to ask for the keychain.
      for (const { id, profile } of news) assertNameIsFree(profile.name, id);
      const sealed: { id: string; profile: Profile; records: SealedRecords }[] = [];
      for (const { id, profile, ...plain } of news) {
        sealed.push({ id, profile, records: await sealRecords(vault, id, plain) });
      }
      return database.write(() => {
        const nowMs = clock.now();
        return sealed.map(({ id, profile, records }) => {
          assertNameIsFree(profile.name, id);
          database.run(
            `INSERT INTO profiles (id, name, definition, revision, created_at_ms, updated_at_ms)
             VALUES (?, ?, ?, 1, ?, ?)`,
            id,
            profile.name,
            JSON.stringify(profile),
            nowMs,
            nowMs,
          );
          writeRecords(database, id, records);
          return { id, profile, revision: 1, createdAtMs: nowMs, updatedAtMs: nowMs };
        });
      });
    },

    async update(id, expectedRevision, change) {
      const name = change.profile?.name;
      expectRevision(id, expectedRevision);
      if (name !== undefined) assertNameIsFree(name, id);
      const records = await sealRecords(vault, id, change);
      return database.write(() => {
        const current = expectRevision(id, expectedRevision);
        if (name !== undefined) assertNameIsFree(name, id);
        const next: StoredProfile = {
          ...current,
          profile: change.profile ?? current.profile,
          revision: current.revision + 1,
          updatedAtMs: clock.now(),
        };
        database.run(
          'UPDATE profiles SET name = ?, definition = ?, revision = ?, updated_at_ms = ? WHERE id = ?',
          next.profile.name,
          JSON.stringify(next.profile),
          next.revision,
          next.updatedAtMs,
          id,
        );
        deleteActivityRow(database, id);
        writeRecords(database, id, records);
        return next;
      });
    },

    remove: (id) =>
      database.write(() => {
        // The lease first, while its trigger still finds the profile; everything else goes with the profile.
        database.run('DELETE FROM leases WHERE subject = ?', id);
        database.run('DELETE FROM profiles WHERE id = ?', id);
      }),

    secretsOrigin: (id) => readSecretsRow(database, id)?.origin,

    async secrets(id) {
      const row = readSecretsRow(database, id);
      return row === undefined ? undefined : unsealSecrets(vault, id, row);
    },
  };
}

/** Done before the transaction, because the vault may have to be unlocked first. */
async function sealRecords(
  vault: SealingVault,
  id: string,
  plain: { readonly secrets?: BoundSecrets; readonly token?: IssuedToken | null },
): Promise<SealedRecords> {
  return {
    secrets: plain.secrets === undefined ? undefined : await sealSecrets(vault, id, plain.secrets),
    token: plain.token == null ? plain.token : await sealToken(vault, id, plain.token),
  };
}

function writeRecords(database: Database, id: string, { secrets, token }: SealedRecords): void {
  if (secrets !== undefined) writeSecretsRow(database, id, secrets);
  if (token === null) deleteTokenRow(database, id);
  else if (token !== undefined) writeTokenRow(database, id, token);
}

function stored(row: ProfileColumns | undefined): StoredProfile | undefined {
  return row === undefined ? undefined : parsed(row);
}

/** The definition was validated before it was stored. */
function parsed({ definition, ...row }: ProfileColumns): StoredProfile {
  return { ...row, profile: JSON.parse(definition) as Profile };
}

function nameTaken(name: string): TokentrayError {
  return new TokentrayError('config.profile_exists', { data: { profile: name } });
}
