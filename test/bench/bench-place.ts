/** A data folder of its own for a measurement, with a vault that needs no keychain. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../main/clock.ts';
import type { Clock } from '../../main/clock.ts';
import type { Profile } from '../../main/profiles/profile.ts';
import { openStorage } from '../../main/storage/open-storage.ts';
import type { Storage } from '../../main/storage/storage.ts';
import { readProfile } from '../../main/systems/validate.ts';

export interface BenchPlace {
  readonly storage: Storage;
  /** Opens the same folder once more, as another process would; its records stay sealed to it. */
  open(): Storage;
  /** Closes the storage and removes the folder. */
  remove(): void;
}

const noKeychain = {
  get: async () => null,
  set: async () => undefined,
  delete: async () => false,
};

export function openBenchPlace(clock: Clock = systemClock): BenchPlace {
  const home = mkdtempSync(join(tmpdir(), 'tokentray-bench-'));
  const open = () =>
    openStorage({
      home,
      clock,
      keychain: noKeychain,
      newVaultMode: () => 'memory',
      passphrase: async () => undefined,
      busyTimeoutMs: 5_000,
      readProfile,
    });
  const storage = open();
  return {
    storage,
    open,
    remove() {
      storage.close();
      rmSync(home, { recursive: true });
    },
  };
}

export function benchProfile(name: string, tokenEndpoint: string, more: Partial<Profile> = {}): Profile {
  return {
    name,
    system: 'oauth',
    auth: 'client_credentials',
    clientId: name,
    endpoints: { token: tokenEndpoint },
    ...more,
  };
}

/** What `profiles.insert` takes: the profile with its secret, and a token that was obtained now. */
export function withToken(profile: Profile, nowMs: number, lifetimeMs = 43_200_000) {
  const origin = new URL(profile.endpoints?.token ?? '').origin;
  return {
    profile,
    secrets: { values: { clientSecret: `CANARY-${profile.name}` }, origin },
    token: {
      origin,
      record: {
        accessToken: `token-of-${profile.name}`,
        tokenType: 'Bearer',
        obtainedAtMs: nowMs,
        expiresAtMs: nowMs + lifetimeMs,
        clockOffsetMs: null,
      },
    },
  };
}
