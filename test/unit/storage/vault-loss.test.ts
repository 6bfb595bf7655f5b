/** A vault whose row is gone while records that it sealed remain: no other takes its place. */
import { beforeEach, describe, expect, it } from 'vitest';
import { TokentrayError } from '../../../main/errors.ts';
import { acme, VaultPlace } from '../../fixtures/vault-place.ts';

let place: VaultPlace;
let sealed: Uint8Array;
beforeEach(async () => {
  place = new VaultPlace();
  place.passphrase = 'CANARY-passphrase';
  sealed = await place.vault('passphrase').seal('CANARY', acme);
  place.rows.row = undefined;
  place.rows.holdsRecords = true;
  place.timesAsked = 0;
});

const missing = { code: 'storage.vault_missing' };

describe.each(['os', 'passphrase', 'memory'] as const)('a new vault in the mode %s', (mode) => {
  it('is not made, and nobody is asked for anything', async () => {
    await expect(place.vault(mode).seal('CANARY', acme)).rejects.toMatchObject(missing);
    expect([place.rows.row, place.keychain.calls, place.timesAsked]).toEqual([undefined, [], 0]);
  });
});

it('is told to whoever opens a record', async () => {
  await expect(place.vault().open(sealed, acme)).rejects.toMatchObject(missing);
});

it('is told to whoever wants another passphrase', async () => {
  await expect(place.vault().rewrap('passphrase', 'CANARY-other')).rejects.toMatchObject(missing);
  expect(place.rows.row).toBeUndefined();
});

it('is told before it is asked which mode a new vault shall have', async () => {
  const asked = new TokentrayError('storage.memory_vault_needs_agent');
  const vault = place.vault(() => {
    throw asked;
  });
  await expect(vault.unlock()).rejects.toMatchObject(missing);
});

it('is not made up for by a process that still has the key', async () => {
  const other = new VaultPlace();
  const vault = other.vault();
  await vault.unlock();
  other.rows.row = undefined;
  other.rows.holdsRecords = true;
  await expect(vault.seal('CANARY', acme)).rejects.toMatchObject(missing);
});

it('makes way for a new vault once the records are gone', async () => {
  const vault = place.vault('passphrase');
  await expect(vault.unlock()).rejects.toMatchObject(missing);
  place.rows.holdsRecords = false;
  await expect(vault.unlock()).resolves.toBeUndefined();
});

it('leaves no key in the keychain when it shows only while the new row is stored', async () => {
  place.rows.holdsRecords = false;
  place.rows.before = async () => void (place.rows.holdsRecords = true);
  await expect(place.vault('os').unlock()).rejects.toMatchObject(missing);
  expect(place.keychain.entries.size).toBe(0);
});
