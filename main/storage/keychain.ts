/** The operating system's keychain: the only file that knows the library. */
import { createRequire } from 'node:module';
import type { AsyncEntry } from 'keytar';
import { systemClock } from '../clock.ts';
import type { Clock } from '../clock.ts';
import { keychainError, promptOverdue } from './keychain-errors.ts';
import { createTurns } from './keychain-turns.ts';

/** Small texts by service and account. All reject with `storage.keychain_unavailable` or `storage.keychain_locked`. */
export interface Keychain {
  /** Null when there is no such entry. */
  get(service: string, account: string): Promise<string | null>;
  /** Replaces what is there. Windows takes at most 1,280 characters. */
  set(service: string, account: string, value: string): Promise<void>;
  /** False when there was no such entry. */
  delete(service: string, account: string): Promise<boolean>;
}

export interface OsKeychainOptions {
  readonly clock?: Clock;
  /** How long a call waits for a person to answer the keychain's prompt, ms; default 20,000. */
  readonly waitMs?: number;
}

/**
 * One for each process. After a call was given up because of an unanswered prompt, the prompt stays open and a thread of
 * this process with it: `process.exit` would wait for it.
 */
export function osKeychain({ clock = systemClock, waitMs = 20_000 }: OsKeychainOptions = {}): Keychain {
  const { platform } = process;
  const takeTurn = createTurns({ clock, waitMs, overdue: () => promptOverdue(platform) });
  const use = <T>(service: string, account: string, call: (entry: AsyncEntry) => Promise<T>) =>
    takeTurn(async () => {
      try {
        return await call(openEntry(service, account));
      } catch (error) {
        throw keychainError(error, platform);
      }
    });
  return {
    get: (service, account) => use(service, account, (entry) => entry.getPassword()),
    set: (service, account, value) => use(service, account, (entry) => entry.setPassword(value)),
    delete: (service, account) => use(service, account, (entry) => entry.deletePassword()),
  };
}

/**
 * A fresh entry for each call, because it holds a connection that does not survive a restart of the keychain's process.
 * The library is loaded by the first; `require` is the faster way, and only some commands need it.
 */
function openEntry(service: string, account: string): AsyncEntry {
  const { AsyncEntry } = createRequire(import.meta.url)('keytar') as typeof import('keytar');
  // Without the pin it falls back to the kernel's keyring, which forgets at reboot.
  return new AsyncEntry(service, account, { linux: { store: 'secret-service' } });
}
