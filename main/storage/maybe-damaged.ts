/** Profiles whether they can be read or not: finding one, and insisting on one that can. */
import { TokentrayError } from '../errors.ts';
import type { StoredProfile } from '../profiles/profile.ts';
import type { DamagedProfile, ProfileStore } from './storage.ts';

export type AnyProfile = StoredProfile | DamagedProfile;

export function anyByName(profiles: ProfileStore, name: string): AnyProfile | undefined {
  return profiles.find(name) ?? profiles.damaged().find((damaged) => damaged.name === name);
}

export function anyById(profiles: ProfileStore, id: string): AnyProfile | undefined {
  return profiles.get(id) ?? profiles.damaged().find((damaged) => damaged.id === id);
}

/** Throws `storage.profile_damaged`. */
export function readable(found: AnyProfile): StoredProfile {
  if (found.profile !== undefined) return found;
  throw profileDamaged(found);
}

/** `storage.profile_damaged` with what is wrong as `data.issues`. */
export function profileDamaged({ name, issues }: DamagedProfile): TokentrayError {
  return new TokentrayError('storage.profile_damaged', { data: { profile: name, issues } });
}
