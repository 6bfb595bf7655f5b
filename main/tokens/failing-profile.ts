/** Of which profile a stored failure speaks, whose system has the words for it. */
import type { ErrorRecord } from '../errors.ts';
import type { Profile, StoredProfile } from '../profiles/profile.ts';
import type { ProfileStore } from '../storage/storage.ts';
import { findTokenSource } from './token-source.ts';

/** A linked profile fails as the one whose token it takes, except where the link itself is what is wrong. */
export function failingProfile(profiles: ProfileStore, stored: StoredProfile, error: ErrorRecord | null): Profile {
  if (error?.code === 'config.link_broken') return stored.profile;
  const found = findTokenSource(profiles, stored);
  return 'source' in found ? found.source.profile : stored.profile;
}
