/** Whose token a profile hands out: its own, or that of the profile that it is linked to. */
import { asTokentrayError, TokentrayError } from '../errors.ts';
import type { StoredProfile } from '../profiles/profile.ts';
import { anyByName } from '../storage/maybe-damaged.ts';
import type { ProfileStore } from '../storage/storage.ts';

/**
 * The profile whose token, activity and timer stand for those of this one. Throws `config.link_broken` where the one that
 * is used is gone, cannot be read, is linked itself, or has an API key: that is bound to its API, as all secrets are to
 * where they may go.
 */
export function tokenSource(profiles: ProfileStore, linked: StoredProfile): StoredProfile {
  if (linked.profile.auth !== 'linked') return linked;
  const uses = linked.profile.uses ?? '';
  const source = anyByName(profiles, uses);
  if (source === undefined) throw broken(linked, 'is not there');
  if (source.profile === undefined) throw broken(linked, 'cannot be read');
  if (source.profile.auth === 'linked') throw broken(linked, 'has no token of its own, but takes that of another one');
  if (source.profile.auth === 'api_key') throw broken(linked, 'has an API key, which goes to its own API alone');
  return source;
}

/** The same as a value: undefined where the link is broken. */
export function tokenSourceIfAny(profiles: ProfileStore, linked: StoredProfile): StoredProfile | undefined {
  return brokenLink(profiles, linked) === undefined ? tokenSource(profiles, linked) : undefined;
}

/** Why a linked profile has no token to hand out; undefined for all others. */
export function brokenLink(profiles: ProfileStore, linked: StoredProfile): TokentrayError | undefined {
  try {
    tokenSource(profiles, linked);
    return undefined;
  } catch (error) {
    return asTokentrayError(error);
  }
}

/** Those that take their token from the profile of this name. */
export function linkedTo(profiles: ProfileStore, name: string): readonly StoredProfile[] {
  return profiles.list().filter(({ profile }) => profile.auth === 'linked' && profile.uses === name);
}

function broken({ profile }: StoredProfile, detail: string): TokentrayError {
  return new TokentrayError('config.link_broken', {
    data: { profile: profile.name, expected: profile.uses ?? '', detail },
  });
}
