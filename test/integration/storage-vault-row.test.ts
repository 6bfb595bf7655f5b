/** The vault's one row: written once, replaced only by who knows what was there. */
import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../main/clock.ts';
import { openDatabase } from '../../main/storage/open-database.ts';
import { createVaultRowStore } from '../../main/storage/vault-row-store.ts';
import type { VaultRow } from '../../main/storage/vault-row.ts';
import { databaseOf, issuedToken, profileNamed, Workplace } from '../fixtures/disk-storage.ts';

let place: Workplace;
beforeEach(() => {
  place = new Workplace();
  place.storage().close();
});
afterEach(() => place.clean());

const open = () => {
  const options = { path: databaseOf(place.home), clock: systemClock, busyTimeoutMs: 5_000 };
  return createVaultRowStore(place.closing(openDatabase(options)));
};

const row = (vaultId: string, more: Partial<VaultRow> = {}): VaultRow => ({
  vaultId,
  mode: 'os',
  kdf: null,
  wrappedKey: new Uint8Array([1, 2, 3]),
  checkValue: new Uint8Array([4, 5]),
  ...more,
});

it('is absent at first', () => {
  expect(open().read()).toBeUndefined();
});

it('comes back as it was written', async () => {
  const rows = open();
  const written = row('a', { mode: 'passphrase', kdf: '{"n":131072}', wrappedKey: new Uint8Array() });
  expect(await rows.insertIfAbsent(written)).toEqual(written);
  expect(rows.read()).toEqual(written);
});

it('goes to whoever was first, and the second is told', async () => {
  const [first, second] = [open(), open()];
  const answers = await Promise.all([first.insertIfAbsent(row('a')), second.insertIfAbsent(row('b'))]);
  expect(answers).toEqual([row('a'), row('a')]);
});

it('is replaced by who knows what was there', async () => {
  const rows = open();
  await rows.insertIfAbsent(row('a'));
  const next = row('a', { mode: 'passphrase', kdf: '{}' });
  expect(await rows.replace(row('a'), next)).toBe(true);
  expect(rows.read()).toEqual(next);
});

it.each([
  ['mode', { mode: 'memory' }],
  ['parameters', { kdf: '{}' }],
  ['wrapped key', { wrappedKey: new Uint8Array([9]) }],
  ['check value', { checkValue: new Uint8Array([9]) }],
] as const)('is not replaced when somebody else has changed it meanwhile (%s)', async (_what, change) => {
  const rows = open();
  const now = row('a', change);
  await rows.insertIfAbsent(now);
  expect(await rows.replace(row('a'), row('a', { mode: 'passphrase' }))).toBe(false);
  expect(rows.read()).toEqual(now);
});

describe('a row that is gone', () => {
  const secrets = { values: { clientSecret: 'CANARY' }, origin: 'https://acme.api.identitynow.com' };
  const add = async (...names: readonly string[]) => {
    const storage = place.storage();
    await storage.profiles.insert(names.map((name) => ({ profile: profileNamed(name), secrets })));
    await storage.profiles.insert([{ profile: profileNamed('without'), token: issuedToken('CANARY') }]);
    await storage.profiles.insert([{ profile: profileNamed('never-sealed') }]);
    return storage;
  };

  it('is no loss while nothing is sealed', async () => {
    await place.storage().profiles.insert([{ profile: profileNamed('acme') }]);
    expect(open().loss()).toBeUndefined();
  });

  it('is no loss while it is there', async () => {
    const rows = open();
    await rows.insertIfAbsent(row('a'));
    await add('acme');
    expect(rows.loss()).toBeUndefined();
  });

  it('is told with the profiles that have sealed records', async () => {
    await add('acme', 'billing');
    expect(open().loss()).toMatchObject({
      code: 'storage.vault_missing',
      data: { path: databaseOf(place.home), detail: 'acme, billing, without' },
    });
  });

  it('is told with a few of them when there are many', async () => {
    await add(...Array.from({ length: 9 }, (_, n) => `acme-${n}`));
    expect(open().loss()?.data.detail).toBe('acme-0, acme-1, acme-2, acme-3, acme-4 and 5 more');
  });

  it('is told with the backup that may still have it', async () => {
    await add('acme');
    expect(open().loss()?.data.backup).toBeUndefined();
    writeFileSync(`${databaseOf(place.home)}.backup-1`, '');
    expect(open().loss()?.data.backup).toBe(`${databaseOf(place.home)}.backup-1`);
  });

  it('is not replaced by another one', async () => {
    await add('acme');
    const rows = open();
    await expect(rows.insertIfAbsent(row('a'))).rejects.toMatchObject({ code: 'storage.vault_missing' });
    expect(rows.read()).toBeUndefined();
  });

  it('is replaced once the profiles are removed', async () => {
    const { profiles } = await add('acme');
    for (const { id } of profiles.list()) await profiles.remove(id);
    const rows = open();
    expect(await rows.insertIfAbsent(row('a'))).toEqual(row('a'));
  });
});
