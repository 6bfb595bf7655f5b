/** Opens the storage of one data folder. */
import { join, resolve } from 'node:path';
import type { Clock } from '../clock.ts';
import { createStorage } from './create-storage.ts';
import { prepareFolder } from './data-folder.ts';
import type { Keychain } from './keychain.ts';
import { openDatabase } from './open-database.ts';
import { withPrivateUmask } from './private-file.ts';
import { createProcessIdentity } from './process-identity.ts';
import type { ReadProfile } from './profile-rows.ts';
import type { Storage, VaultMode } from './storage.ts';
import { createVaultRowStore } from './vault-row-store.ts';
import { createVault } from './vault.ts';

/** In the data folder; SQLite keeps its log beside it under the same name with `-wal` and `-shm`. */
export const databaseFile = 'tokentray.db';

export interface StorageOptions {
  /** The data folder; see `dataFolder`. Made when missing. */
  readonly home: string;
  readonly clock: Clock;
  readonly keychain: Keychain;
  /** Of a vault that has yet to be created. */
  readonly newVaultMode: () => VaultMode;
  /** Asked for when a passphrase vault is unlocked or created; undefined: nobody can be asked. */
  readonly passphrase: () => Promise<string | undefined>;
  /** How long one attempt to write may hold up the event loop, ms. */
  readonly busyTimeoutMs: number;
  /** Tells a stored definition that can be used from a damaged one. */
  readonly readProfile: ReadProfile;
}

/** Unlocks nothing. Throws `storage.folder_unusable`, `storage.disk_full` and `storage.database_*`. */
export function openStorage(options: StorageOptions): Storage {
  const { clock, keychain, newVaultMode, passphrase, busyTimeoutMs, readProfile } = options;
  const home = resolve(options.home);
  const database = withPrivateUmask(() => {
    prepareFolder(home);
    return openDatabase({ path: join(home, databaseFile), clock, busyTimeoutMs });
  });
  const vault = createVault({ rows: createVaultRowStore(database), keychain, newVaultMode, passphrase });
  return createStorage({ home, database, vault, clock, processes: createProcessIdentity({ clock }), readProfile });
}
