/** Reads what is known of a profile's token; writing it takes a lease or a change of the profile. */
import { readActivityRow } from './activity-rows.ts';
import type { Database } from './database.ts';
import type { TokenStore } from './storage.ts';
import { readTokenFacts, readTokenRow, unsealToken } from './token-rows.ts';
import type { SealingVault } from './vault.ts';

export function createTokenStore(database: Database, vault: SealingVault): TokenStore {
  return {
    facts: (id) => readTokenFacts(database, id),
    activity: (id) => readActivityRow(database, id),
    async read(id) {
      const row = readTokenRow(database, id);
      return row === undefined ? undefined : unsealToken(vault, id, row);
    },
  };
}
