/**
 * The rows of `profiles` as they are read: whoever wrote a definition, it is checked before it is used.
 *
 * Invariant: what was made of a definition is remembered with its text, and counts for that very text alone.
 */
import type { Issue } from '../errors.ts';
import type { Profile, StoredProfile } from '../profiles/profile.ts';
import type { Database } from './database.ts';
import type { AnyProfile } from './maybe-damaged.ts';

/** Checks a definition, parsed from its JSON. Never throws. */
export type ReadProfile = (
  definition: unknown,
) => { readonly profile: Profile } | { readonly issues: readonly Issue[] };

export interface ProfileRows {
  /** By name. */
  all(): readonly AnyProfile[];
  get(id: string): AnyProfile | undefined;
  find(name: string): AnyProfile | undefined;
}

interface ProfileColumns extends Omit<StoredProfile, 'profile'> {
  readonly name: string;
  readonly definition: string;
}

interface KnownDefinition extends Pick<ProfileColumns, 'definition' | 'name'> {
  readonly read: ReturnType<ReadProfile>;
}

const select = `SELECT id, name, definition, revision, created_at_ms AS createdAtMs, updated_at_ms AS updatedAtMs
  FROM profiles`;

export function createProfileRows(database: Database, readProfile: ReadProfile): ProfileRows {
  let known = new Map<string, KnownDefinition>();

  function readOnce({ id, definition, name }: ProfileColumns): KnownDefinition {
    const before = known.get(id);
    if (before?.definition === definition && before.name === name) return before;
    return { definition, name, read: readDefinition(definition, name, readProfile) };
  }

  function parse(columns: ProfileColumns): AnyProfile {
    const remembered = readOnce(columns);
    known.set(columns.id, remembered);
    const { definition: _text, name, ...row } = columns;
    const { read } = remembered;
    return 'profile' in read ? { ...row, profile: read.profile } : { ...row, name, issues: read.issues };
  }

  return {
    all() {
      const rows = database.all(`${select} ORDER BY name`) as readonly ProfileColumns[];
      // Of profiles that are gone nothing is kept.
      known = new Map(rows.map((row) => [row.id, readOnce(row)]));
      return rows.map(parse);
    },
    get(id) {
      const row = database.get(`${select} WHERE id = ?`, id) as ProfileColumns | undefined;
      if (row === undefined) known.delete(id);
      return row === undefined ? undefined : parse(row);
    },
    find(name) {
      const row = database.get(`${select} WHERE name = ?`, name) as ProfileColumns | undefined;
      return row === undefined ? undefined : parse(row);
    },
  };
}

function readDefinition(text: string, name: string, readProfile: ReadProfile): ReturnType<ReadProfile> {
  let definition: unknown;
  try {
    definition = JSON.parse(text);
  } catch {
    // What the parser says may quote the text.
    return { issues: [{ path: '', message: 'It is no JSON.' }] };
  }
  const read = readProfile(definition);
  if ('issues' in read || read.profile.name === name) return read;
  return { issues: [{ path: 'name', message: 'It is not the name under which the profile is stored.' }] };
}
