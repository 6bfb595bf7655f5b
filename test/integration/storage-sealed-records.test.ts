/** The real vault over the real database: nothing is readable in the files, and no record opens where it does not belong. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../main/clock.ts';
import { openStorage } from '../../main/storage/open-storage.ts';
import type { Storage } from '../../main/storage/storage.ts';
import { readProfile } from '../../main/systems/validate.ts';
import { databaseOf, issuedToken, profileNamed, Workplace } from '../fixtures/disk-storage.ts';
import { MemoryKeychain } from '../fixtures/memory-keychain.ts';

let place: Workplace;
let keychain: MemoryKeychain;
let storage: Storage;
let ids: { acme: string; other: string };

const open = () =>
  place.closing(
    openStorage({
      home: place.home,
      clock: systemClock,
      keychain,
      newVaultMode: () => 'os',
      passphrase: async () => undefined,
      busyTimeoutMs: 5_000,
      readProfile,
    }),
  );

const secretsOf = (name: string) => ({
  values: { clientSecret: `CANARY-secret-${name}-${'ä\n'.repeat(2_500)}` },
  origin: `https://${name}.example`,
});

beforeEach(async () => {
  place = new Workplace();
  keychain = new MemoryKeychain();
  storage = open();
  const stored = await storage.profiles.insert(
    ['acme', 'other'].map((name) => ({
      profile: profileNamed(name),
      secrets: secretsOf(name),
      token: issuedToken(`CANARY-token-${name}`),
    })),
  );
  ids = { acme: stored[0]?.id ?? '', other: stored[1]?.id ?? '' };
});
afterEach(() => place.clean());

/** What somebody with access to the file, but not to the keychain, can do. */
function tamper(sql: string, ...values: string[]): void {
  const database = new DatabaseSync(databaseOf(place.home));
  database.prepare(sql).run(...values);
  database.close();
}

describe('a sealed record', () => {
  it('opens again in the next process', async () => {
    storage.close();
    const next = open();
    expect(await next.profiles.secrets(ids.acme)).toEqual(secretsOf('acme'));
    expect(await next.tokens.read(ids.acme)).toEqual(issuedToken('CANARY-token-acme').record);
  });

  it('is readable in none of the files', () => {
    const files = readdirSync(place.home);
    expect(files).toContain('tokentray.db-wal');
    for (const file of files) expect(readFileSync(join(place.home, file)).includes('CANARY')).toBe(false);
  });

  it('does not open under another profile', async () => {
    const sealed = '(SELECT sealed FROM secrets WHERE profile_id = ?)';
    tamper(`UPDATE secrets SET bound_origin = 'https://acme.example', sealed = ${sealed}`, ids.acme);
    await expect(storage.profiles.secrets(ids.other)).rejects.toMatchObject({ code: 'storage.record_damaged' });
  });

  it('does not open for another origin', async () => {
    tamper("UPDATE secrets SET bound_origin = 'https://thief.example' WHERE profile_id = ?", ids.acme);
    await expect(storage.profiles.secrets(ids.acme)).rejects.toMatchObject({ code: 'storage.record_damaged' });
  });

  it('does not open as another kind', async () => {
    tamper(
      'UPDATE tokens SET (bound_origin, sealed) = (SELECT bound_origin, sealed FROM secrets WHERE profile_id = tokens.profile_id)',
    );
    await expect(storage.tokens.read(ids.acme)).rejects.toMatchObject({ code: 'storage.record_damaged' });
  });

  it('does not open when it was cut', async () => {
    tamper('UPDATE tokens SET sealed = substr(sealed, 1, length(sealed) - 1)');
    await expect(storage.tokens.read(ids.acme)).rejects.toMatchObject({ code: 'storage.record_damaged' });
  });

  it.each([
    ['secrets', (id: string) => storage.profiles.secrets(id)],
    ['tokens', (id: string) => storage.tokens.read(id)],
  ])('that does not open is told with the name of its profile (%s)', async (table, read) => {
    tamper(`UPDATE ${table} SET sealed = substr(sealed, 1, length(sealed) - 1)`);
    await expect(read(ids.other)).rejects.toMatchObject({ data: { profile: 'other' } });
  });

  it('that does not open is kept as it is', async () => {
    tamper("UPDATE secrets SET bound_origin = 'https://thief.example' WHERE profile_id = ?", ids.acme);
    await expect(storage.profiles.secrets(ids.acme)).rejects.toMatchObject({ code: 'storage.record_damaged' });
    tamper("UPDATE secrets SET bound_origin = 'https://acme.example' WHERE profile_id = ?", ids.acme);
    expect(await storage.profiles.secrets(ids.acme)).toEqual(secretsOf('acme'));
  });
});

describe('opening the storage', () => {
  it('asks the keychain for nothing', () => {
    storage.close();
    const calls = keychain.calls.length;
    const next = open();
    expect(next.profiles.list()).toHaveLength(2);
    expect(next.vault.isUnlocked()).toBe(false);
    expect(keychain.calls.length).toBe(calls);
  });
});
