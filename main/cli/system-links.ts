/** The pages of a profile's system that a person may want to open. */
import type { Profile } from '../profiles/profile.ts';
import { systemOf } from '../systems/registry.ts';
import type { SystemLink } from '../systems/system.ts';

export function systemLinks(profile: Profile): readonly SystemLink[] {
  return systemOf(profile).links?.(profile) ?? [];
}
