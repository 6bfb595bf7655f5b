/** Sessions: what is known of a profile's refresh token, and putting the next one in its place. */
import type { Database } from './database.ts';
import { deleteSessionRow, readSessionRow, sealSession, unsealSession, writeSessionRow } from './session-rows.ts';
import type { SessionStore } from './storage.ts';
import type { SealingVault } from './vault.ts';

export function createSessionStore(database: Database, vault: SealingVault): SessionStore {
  return {
    facts(id) {
      const row = readSessionRow(database, id);
      return row === undefined ? undefined : { obtainedAtMs: row.obtainedAtMs, endsAtMs: row.endsAtMs };
    },
    async read(id) {
      const row = readSessionRow(database, id);
      return row === undefined ? undefined : unsealSession(vault, id, row);
    },
    async replace(id, expectedGeneration, session) {
      const row = await sealSession(vault, id, session);
      return database.write(() => {
        if (readSessionRow(database, id)?.generation !== expectedGeneration) return false;
        writeSessionRow(database, id, row);
        return true;
      });
    },
    end: (id) => database.write(() => deleteSessionRow(database, id)),
  };
}
