/** Profiles as Tokentray itself writes them: an export, a list, or one profile. */
import { isPlainObject } from '../profiles/plain-object.ts';
import { secretKinds } from '../profiles/profile.ts';
import type { SecretKind } from '../profiles/profile.ts';
import type { FoundDocument, FoundProfile } from './found.ts';

type Members = Readonly<Record<string, unknown>>;

/** Undefined for what is none. What is wrong with a profile is for its validation to say. */
export function readTokentrayProfiles(value: unknown): FoundDocument | undefined {
  const profiles = profilesIn(value);
  if (profiles.length === 0 || !profiles.every(looksLikeProfile)) return undefined;
  const isExport = isPlainObject(value) && 'profiles' in value;
  return {
    source: isExport ? 'Tokentray export' : profiles.length === 1 ? 'Tokentray profile' : 'Tokentray profiles',
    isOwn: true,
    profiles: profiles.map(apart),
    problems: [],
  };
}

function profilesIn(value: unknown): readonly unknown[] {
  if (isPlainObject(value) && Array.isArray(value['profiles'])) return value['profiles'];
  return Array.isArray(value) ? value : [value];
}

/** Tokens are JSON, too. */
function looksLikeProfile(value: unknown): value is Members {
  return isPlainObject(value) && ('system' in value || ('auth' in value && 'name' in value));
}

/** A profile has no secrets; those that stand in one all the same go where secrets are kept. */
function apart(profile: Members): FoundProfile {
  const { secrets: nested, ...rest } = profile;
  const draft: Record<string, unknown> = { ...rest };
  const secrets: Partial<Record<SecretKind, unknown>> = {};
  for (const kind of secretKinds) {
    const value = draft[kind] ?? (isPlainObject(nested) ? nested[kind] : undefined);
    if (value !== undefined) secrets[kind] = value;
    delete draft[kind];
  }
  return { draft, secrets, notes: [] };
}
