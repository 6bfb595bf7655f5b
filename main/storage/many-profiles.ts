/** Several profiles stored in one commit, and that commit undone. */
import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { Profile, StoredProfile } from '../profiles/profile.ts';
import { deleteActivityRow } from './activity-rows.ts';
import type { Database } from './database.ts';
import { sealRecords, writeRecords } from './profile-records.ts';
import type { SealedRecords } from './profile-records.ts';
import { insertProfileRow, updateProfileRow } from './profile-row-writes.ts';
import { copyRows, deleteRows, putBackRows } from './removed-profile.ts';
import type { ManyEntry, ProfileStore, RemovedProfile, ReplacedProfile } from './storage.ts';
import type { SealingVault } from './vault.ts';

interface ManyParts {
  readonly database: Database;
  readonly vault: SealingVault;
  readonly clock: Clock;
  /** Throws `config.profile_exists`. */
  readonly assertNameIsFree: (name: string, ownId: string) => void;
  /** The row with the definition it shall have; throws when it is another than the caller knew. */
  readonly changeable: (id: string, revision: number, profile: Profile) => StoredProfile;
}

type RemovedRow = RemovedProfile['rows'][number];

interface SealedEntry {
  readonly id: string;
  readonly entry: ManyEntry;
  readonly records: SealedRecords;
}

export function createManyProfiles(parts: ManyParts): Pick<ProfileStore, 'storeMany' | 'undoMany'> {
  const { database, vault, clock, assertNameIsFree, changeable } = parts;

  function store({ id, entry, records }: SealedEntry, nowMs: number): StoredProfile {
    const { profile, replaces } = entry;
    assertNameIsFree(profile.name, id);
    const stored =
      replaces === undefined
        ? insertProfileRow(database, { id, profile, nowMs })
        : updateProfileRow(database, changeable(id, replaces.revision, profile), nowMs);
    if (replaces !== undefined) deleteActivityRow(database, id);
    writeRecords(database, id, records);
    return stored;
  }

  return {
    async storeMany(entries) {
      const withIds = entries.map((entry) => ({ id: entry.replaces?.id ?? randomUUID(), entry }));
      // Looked at before sealing, too: a name that is taken is no reason to ask for the keychain.
      for (const { id, entry } of withIds) assertNameIsFree(entry.profile.name, id);
      const sealed: SealedEntry[] = [];
      for (const { id, entry } of withIds) sealed.push({ id, entry, records: await sealRecords(vault, id, entry) });
      return database.write(() => {
        const nowMs = clock.now();
        const before = entries.flatMap((entry) => replacedBy(database, entry));
        return { profiles: sealed.map((each) => store(each, nowMs)), before };
      });
    },

    undoMany: ({ profiles, before }) =>
      database.write(() => {
        const changed = new Set(profiles.filter((stored) => isChanged(database, stored)));
        const byId = new Map(before.map((previous) => [previous.id, previous]));
        for (const { id } of profiles.filter((each) => !changed.has(each))) {
          const current = copyRows(database, id)?.rows ?? [];
          deleteRows(database, id);
          const previous = byId.get(id);
          if (previous === undefined) continue;
          // What happened meanwhile has happened, and a refresh token that was sent meanwhile is used up.
          const goesOn = ({ table }: RemovedRow): boolean => previous.untouched.includes(table);
          const rows = [...previous.rows.filter((row) => !goesOn(row)), ...current.filter(goesOn)];
          putBackRows(database, { ...previous, rows });
        }
        return [...changed].map(({ profile }) => profile.name);
      }),
  };
}

function replacedBy(database: Database, { replaces, token, session }: ManyEntry): readonly ReplacedProfile[] {
  const removed = replaces === undefined ? undefined : copyRows(database, replaces.id);
  if (removed === undefined) return [];
  const untouched = [
    'history',
    ...(token === undefined ? ['tokens', 'activity'] : []),
    ...(session === undefined ? ['sessions'] : []),
  ];
  return [{ ...removed, untouched }];
}

/** One that is gone cannot be undone any more either. */
function isChanged(database: Database, { id, revision }: StoredProfile): boolean {
  return database.get('SELECT 1 FROM profiles WHERE id = ? AND revision = ?', id, revision) === undefined;
}
