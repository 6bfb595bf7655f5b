/** The rows of `profiles` as they are read: whoever wrote a definition, it is checked before it is used. */
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

const select = `SELECT id, name, definition, revision, created_at_ms AS createdAtMs, updated_at_ms AS updatedAtMs
  FROM profiles`;

export function createProfileRows(database: Database, readProfile: ReadProfile): ProfileRows {
  const parse = ({ definition, name, ...row }: ProfileColumns): AnyProfile => {
    const read = readDefinition(definition, name, readProfile);
    return 'profile' in read ? { ...row, profile: read.profile } : { ...row, name, issues: read.issues };
  };
  const one = (row: unknown) => (row === undefined ? undefined : parse(row as ProfileColumns));
  return {
    all: () => (database.all(`${select} ORDER BY name`) as readonly ProfileColumns[]).map(parse),
    get: (id) => one(database.get(`${select} WHERE id = ?`, id)),
    find: (name) => one(database.get(`${select} WHERE name = ?`, name)),
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
