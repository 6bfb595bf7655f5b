/** Puts the stores together over an open database and a vault. */
import type { Clock } from '../clock.ts';
import { ChangeFeed } from './change-feed.ts';
import type { Database } from './database.ts';
import { createHistoryStore } from './history-store.ts';
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
  const history = createHistoryStore(database, clock);
  const profiles = createProfileStore({ database, vault, clock, readProfile });
  return {
    home,
    vault,
    profiles: {
      ...profiles,
      takeOut(id) {
        // What happened a moment ago goes along.
        history.flush();
        return profiles.takeOut(id);
      },
    },
    tokens: createTokenStore(database, vault),
    sessions: createSessionStore(database, vault),
    leases: createLeaseStore({ database, vault, clock, processes }),
    settings: createSettingStore(database),
    history,
    onChange: (listener) => changes.onChange(listener),
    checkForChanges: () => changes.checkForChanges(),
    close() {
      changes.close();
      history.close();
      database.close();
    },
  };
}
