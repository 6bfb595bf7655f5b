/** Changes the tags of a stored profile, and nothing that a token request depends on. */
import { TokentrayError } from '../errors.ts';
import type { Profile } from '../profiles/profile.ts';
import { validateProfile } from '../systems/validate.ts';
import type { CallPorts } from './ports.ts';

export interface TagChange {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/** Stores nothing where nothing changes. Rejects with `config.profile_not_found`, `config.profile_invalid`, `storage.*`. */
export async function retag(
  { profiles }: Pick<CallPorts['storage'], 'profiles'>,
  id: string,
  change: TagChange,
): Promise<void> {
  const stored = profiles.get(id);
  if (stored === undefined) throw new TokentrayError('config.profile_not_found');
  const before = stored.profile.tags ?? [];
  const tags = changedTags(before, change);
  if (tags.length === before.length && tags.every((tag) => before.includes(tag))) return;
  const profile = validateProfile(withTags(stored.profile, tags));
  await profiles.update(id, stored.revision, { profile, keepsActivity: true });
}

/** Those that stay keep their order; a tag is there once. */
function changedTags(before: readonly string[], { add, remove }: TagChange): readonly string[] {
  const kept = before.filter((tag) => !remove.includes(tag));
  return [...new Set([...kept, ...add.map((tag) => tag.trim()).filter((tag) => tag !== '')])];
}

function withTags({ tags: _before, ...profile }: Profile, tags: readonly string[]): Profile {
  return tags.length === 0 ? profile : { ...profile, tags };
}
