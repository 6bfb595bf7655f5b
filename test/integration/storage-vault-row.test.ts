/** The vault's one row: written once, replaced only by who knows what was there. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { systemClock } from '../../main/clock.ts';
import { openDatabase } from '../../main/storage/open-database.ts';
import { createVaultRowStore } from '../../main/storage/vault-row-store.ts';
import type { VaultRow } from '../../main/storage/vault-row.ts';
import { databaseOf, Workplace } from '../fixtures/disk-storage.ts';

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
