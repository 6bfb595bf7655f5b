/** The two statements that write a profile's definition. Only inside `Database.write`. */
import type { Profile, StoredProfile } from '../profiles/profile.ts';
import type { Database } from './database.ts';

export function insertProfileRow(
  database: Database,
  { id, profile, nowMs }: { readonly id: string; readonly profile: Profile; readonly nowMs: number },
): StoredProfile {
  database.run(
    `INSERT INTO profiles (id, name, definition, revision, created_at_ms, updated_at_ms)
     VALUES (?, ?, ?, 1, ?, ?)`,
    id,
    profile.name,
    JSON.stringify(profile),
    nowMs,
    nowMs,
  );
  return { id, profile, revision: 1, createdAtMs: nowMs, updatedAtMs: nowMs };
}

/** `current` with the definition that it shall have; returns it with its next revision. */
export function updateProfileRow(database: Database, current: StoredProfile, nowMs: number): StoredProfile {
  const next: StoredProfile = { ...current, revision: current.revision + 1, updatedAtMs: nowMs };
  database.run(
    'UPDATE profiles SET name = ?, definition = ?, revision = ?, updated_at_ms = ? WHERE id = ?',
    next.profile.name,
    JSON.stringify(next.profile),
    next.revision,
    next.updatedAtMs,
    next.id,
  );
  return next;
}
