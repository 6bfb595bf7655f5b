/** What an encrypted export holds of stored profiles: their definitions, and the secrets that were entered. */
import type { StoredProfile } from '../profiles/profile.ts';
import type { ProfileStore } from '../storage/storage.ts';
import type { ExportedProfile } from './sealed-export.ts';

/** Unseals; rejects with `storage.*`. Sessions stay: each refresh token may be used once, and by one machine. */
export async function exportEntries(
  profiles: Pick<ProfileStore, 'secrets'>,
  stored: readonly StoredProfile[],
): Promise<readonly ExportedProfile[]> {
  const entries: ExportedProfile[] = [];
  for (const { id, profile } of stored) {
    const bound = await profiles.secrets(id);
    const hasSecrets = bound !== undefined && Object.keys(bound.values).length > 0;
    entries.push(hasSecrets ? { profile, secrets: bound.values, origin: bound.origin } : { profile });
  }
  return entries;
}
