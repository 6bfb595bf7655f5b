/** Profiles with their secrets: every change is one commit, and the revision tells that there was one. */
import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { TokentrayError } from '../errors.ts';
import type { Profile, StoredProfile } from '../profiles/profile.ts';
import { deleteActivityRow } from './activity-rows.ts';
import type { Database } from './database.ts';
import { createManyProfiles } from './many-profiles.ts';
import { insertProfileRow, updateProfileRow } from './profile-row-writes.ts';
import { createProfileRows } from './profile-rows.ts';
import type { ReadProfile } from './profile-rows.ts';
import { readable } from './maybe-damaged.ts';
import type { AnyProfile } from './maybe-damaged.ts';
import { deleteRows, putBackRows, takeOutRows } from './removed-profile.ts';
import { sealRecords, writeRecords } from './profile-records.ts';
import type { SealedRecords } from './profile-records.ts';
import { readSecretsRow, unsealSecrets } from './secret-rows.ts';
import { followRename } from './linked-rows.ts';
import type { ProfileStore } from './storage.ts';
import type { SealingVault } from './vault.ts';

export interface ProfileStoreParts {
  readonly database: Database;
  readonly vault: SealingVault;
  readonly clock: Clock;
  readonly readProfile: ReadProfile;
}

export function createProfileStore({ database, vault, clock, readProfile }: ProfileStoreParts): ProfileStore {
  const rows = createProfileRows(database, readProfile);

  function assertNameIsFree(name: string, ownId: string): void {
    const taken = database.get('SELECT 1 FROM profiles WHERE name = ? AND id <> ?', name, ownId);
    if (taken !== undefined) throw nameTaken(name);
  }

  /** The row as the caller knew it with the definition it shall have, or the reason why the change must not be made. */
  function changeable(id: string, revision: number, profile: Profile | undefined): StoredProfile {
    const current = rows.get(id);
    if (current === undefined) throw new TokentrayError('config.profile_not_found');
    if (current.revision !== revision) throw changedMeanwhile(current);
    const { createdAtMs, updatedAtMs } = current;
    if (profile !== undefined) return { id, profile, revision, createdAtMs, updatedAtMs };
    return readable(current);
  }

  return {
    list: () => rows.all().filter(isReadable),
    get: (id) => ifReadable(rows.get(id)),
    find: (name) => ifReadable(rows.find(name)),
    damaged: () => rows.all().filter((row) => !isReadable(row)),

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
          const stored = insertProfileRow(database, { id, profile, nowMs });
          writeRecords(database, id, records);
          return stored;
        });
      });
    },

    async update(id, expectedRevision, change) {
      const name = change.profile?.name;
      changeable(id, expectedRevision, change.profile);
      if (name !== undefined) assertNameIsFree(name, id);
      const records = await sealRecords(vault, id, change);
      return database.write(() => {
        const before = rows.get(id);
        const current = changeable(id, expectedRevision, change.profile);
        if (name !== undefined) assertNameIsFree(name, id);
        const next = updateProfileRow(database, current, clock.now());
        followRename(database, { from: nameOf(before), to: next.profile.name, nowMs: next.updatedAtMs });
        if (change.keepsActivity !== true) deleteActivityRow(database, id);
        writeRecords(database, id, records);
        return next;
      });
    },

    remove: (id) => database.write(() => deleteRows(database, id)),
    takeOut: (id) => database.write(() => takeOutRows(database, id)),
    putBack: (removed) => database.write(() => putBackRows(database, removed)),
    ...createManyProfiles({ database, vault, clock, assertNameIsFree, changeable }),

    secretsOrigin: (id) => readSecretsRow(database, id)?.origin,

    async secrets(id) {
      const row = readSecretsRow(database, id);
      return row === undefined ? undefined : unsealSecrets(vault, id, row);
    },
  };
}

function isReadable(row: AnyProfile): row is StoredProfile {
  return row.profile !== undefined;
}

function ifReadable(row: AnyProfile | undefined): StoredProfile | undefined {
  return row !== undefined && isReadable(row) ? row : undefined;
}

function nameOf(row: AnyProfile | undefined): string | undefined {
  return row !== undefined && isReadable(row) ? row.profile.name : row?.name;
}

function changedMeanwhile(row: AnyProfile): TokentrayError {
  const name = nameOf(row);
  return new TokentrayError('storage.database_busy', {
    data: { ...(name === undefined ? {} : { profile: name }), detail: 'the profile was changed meanwhile' },
  });
}

function nameTaken(name: string): TokentrayError {
  return new TokentrayError('config.profile_exists', { data: { profile: name } });
}
