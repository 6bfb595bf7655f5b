/** Whose token a profile hands out: its own, or that of the profile that it is linked to. */
import { TokentrayError } from '../errors.ts';
import type { StoredProfile } from '../profiles/profile.ts';
import { anyByName } from '../storage/maybe-damaged.ts';
import type { ProfileStore } from '../storage/storage.ts';

/**
 * The profile whose token, activity and timer stand for those of this one; `config.link_broken` where the one that is used
 * is gone, cannot be read, is linked itself, or has an API key: that is bound to its API, as all secrets are to where they
 * may go.
 */
export function findTokenSource(
  profiles: ProfileStore,
  linked: StoredProfile,
): { readonly source: StoredProfile } | { readonly broken: TokentrayError } {
  if (linked.profile.auth !== 'linked') return { source: linked };
  const source = anyByName(profiles, linked.profile.uses ?? '');
  if (source === undefined) return broken(linked, 'is not there');
  if (source.profile === undefined) return broken(linked, 'cannot be read');
  if (source.profile.auth === 'linked') return broken(linked, 'has no token of its own, but takes that of another one');
  if (source.profile.auth === 'api_key') return broken(linked, 'has an API key, which goes to its own API alone');
  return { source };
}

/** The same; throws why the link is broken. */
export function tokenSource(profiles: ProfileStore, linked: StoredProfile): StoredProfile {
  const found = findTokenSource(profiles, linked);
  if ('broken' in found) throw found.broken;
  return found.source;
}

/** Those that take their token from the profile of this name. */
export function linkedTo(profiles: ProfileStore, name: string): readonly StoredProfile[] {
  return profiles.list().filter(({ profile }) => profile.auth === 'linked' && profile.uses === name);
}

function broken({ profile }: StoredProfile, detail: string): { readonly broken: TokentrayError } {
  const data = { profile: profile.name, expected: profile.uses ?? '', detail };
  return { broken: new TokentrayError('config.link_broken', { data }) };
}
