/** The page of a tenant on which the credential of a profile is made anew. */
import type { Profile } from '../profiles/profile.ts';
import { systemOf } from './registry.ts';
import type { FieldPage } from './system.ts';

/** The first that the form offers for what the server issued; undefined where none is known, or its address is not. */
export function credentialPage(profile: Profile): FieldPage | undefined {
  const system = systemOf(profile);
  const known = new Set(system.links?.(profile).map(({ id }) => id));
  return (
    system
      .fields(profile.auth)
      .flatMap(({ pages }) => pages ?? [])
      // The session's details tell the tenant, and no credential.
      .find(({ link }) => link !== 'session' && known.has(link))
  );
}
