/** Puts the stores together over an open database and a vault. */
import type { Clock } from '../clock.ts';
import { ChangeFeed } from './change-feed.ts';
import type { Database } from './database.ts';
import { createLeaseStore } from './lease-store.ts';
import type { ProcessIdentity } from './process-identity.ts';
import type { ReadProfile } from './profile-rows.ts';
import { createProfileStore } from './profile-store.ts';
import { createSessionStore } from './session-store.ts';
import { createSettingStore } from './setting-store.ts';
import type { Storage } from './storage.ts';
import { createTokenStore } from './token-store.ts';
import type { SealingVault } from './vault.ts';

export interface StorageParts {
  /** The folder that holds the database. */
  readonly home: string;
  /** Closed together with the storage. */
  readonly database: Database;
  readonly vault: SealingVault;
  readonly clock: Clock;
  readonly processes: ProcessIdentity;
  readonly readProfile: ReadProfile;
}

export function createStorage({ home, database, vault, clock, processes, readProfile }: StorageParts): Storage {
  const changes = new ChangeFeed(database, clock);
  return {
    home,
    vault,
    profiles: createProfileStore({ database, vault, clock, readProfile }),
    tokens: createTokenStore(database, vault),
    sessions: createSessionStore(database, vault),
    leases: createLeaseStore({ database, vault, clock, processes }),
    settings: createSettingStore(database),
    onChange: (listener) => changes.onChange(listener),
    checkForChanges: () => changes.checkForChanges(),
    close() {
      changes.close();
      database.close();
    },
  };
}
