/** Opening a vault that exists: who may, what is said when it cannot be, and that nothing is changed then. */
import { beforeEach, describe, expect, it } from 'vitest';
import { TokentrayError } from '../../../main/errors.ts';
import type { VaultRow } from '../../../main/storage/vault-row.ts';
import { acme, textOfFailure, VaultPlace } from '../../fixtures/vault-place.ts';

const passphrase = 'CANARY-passphrase';
let place: VaultPlace;
beforeEach(() => {
  place = new VaultPlace();
  place.passphrase = passphrase;
});

function storedRow(): VaultRow {
  if (place.rows.row === undefined) throw new Error('there is no vault');
  return place.rows.row;
}

function flipped(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes);
  copy[20] = (copy[20] ?? 0) ^ 1;
  return copy;
}

describe.each(['os', 'passphrase'] as const)('a vault in the mode %s', (mode) => {
  it('opens in another process what was sealed in this one', async () => {
    const sealed = await place.vault(mode).seal('CANARY-ä\n密码', acme);
    expect((await place.vault(mode).open(sealed, acme)).toString()).toBe('CANARY-ä\n密码');
  });

  it('keeps its mode, whatever a new vault would have been', async () => {
    const sealed = await place.vault(mode).seal('CANARY', acme);
    const other = place.vault(mode === 'os' ? 'passphrase' : 'os');
    expect((await other.open(sealed, acme)).toString()).toBe('CANARY');
    expect(other.mode()).toBe(mode);
  });

  it('is unlocked once for everybody who asks at the same time', async () => {
    await place.vault(mode).unlock();
    const vault = place.vault(mode);
    place.keychain.calls.length = 0;
    place.timesAsked = 0;
    await Promise.all([vault.unlock(), vault.seal('CANARY', acme), vault.unlock()]);
    expect([...place.keychain.calls, ...Array.from({ length: place.timesAsked }, () => 'ask')]).toHaveLength(1);
  });

  it('asks nobody again while it is unlocked', async () => {
    const vault = place.vault(mode);
    await vault.unlock();
    place.keychain.calls.length = 0;
    place.timesAsked = 0;
    await vault.open(await vault.seal('CANARY', acme), acme);
    expect([place.keychain.calls, place.timesAsked]).toEqual([[], 0]);
  });

  it('does not open the record of another vault', async () => {
    const foreign = new VaultPlace();
    foreign.passphrase = passphrase;
    const sealed = await foreign.vault(mode).seal('CANARY', acme);
    const vault = place.vault(mode);
    await vault.unlock();
    await expect(vault.open(sealed, acme)).rejects.toMatchObject({ code: 'storage.record_damaged' });
  });

  it('seals nothing under the key of a vault that another one has replaced', async () => {
    const vault = place.vault(mode);
    await vault.unlock();
    place.rows.row = undefined;
    await place.vault(mode).unlock();
    const sealed = await vault.seal('CANARY', acme);
    expect((await place.vault(mode).open(sealed, acme)).toString()).toBe('CANARY');
  });
});

describe('a vault in the keychain', () => {
  it('tries the keychain again after it was locked', async () => {
    await place.vault().unlock();
    const vault = place.vault();
    place.keychain.error = new TokentrayError('storage.keychain_locked');
    await expect(vault.unlock()).rejects.toMatchObject({ code: 'storage.keychain_locked' });
    place.keychain.error = undefined;
    await expect(vault.unlock()).resolves.toBeUndefined();
  });

  it('says that its entry is missing, and creates nothing', async () => {
    await place.vault().unlock();
    const row = storedRow();
    place.keychain.entries.clear();
    await expect(place.vault().seal('CANARY', acme)).rejects.toMatchObject({ code: 'storage.keychain_entry_missing' });
    expect([place.rows.row, place.keychain.entries.size]).toEqual([row, 0]);
  });

  it.each([
    ['holds no key', 'CANARY'],
    ['holds the key of another vault', Buffer.alloc(32, 7).toString('base64')],
  ])('is called damaged, and left alone, when its entry %s', async (_, value) => {
    await place.vault().unlock();
    const row = storedRow();
    place.keychain.entries.set(`Tokentray/${row.vaultId}`, value);
    await expect(place.vault().unlock()).rejects.toMatchObject({ code: 'storage.vault_damaged' });
    expect([place.rows.row, [...place.keychain.entries.values()]]).toEqual([row, [value]]);
  });

  it.each<[string, (row: VaultRow) => Partial<VaultRow>]>([
    ['the wrapped key', ({ wrappedKey }) => ({ wrappedKey: flipped(wrappedKey) })],
    ['the length of the wrapped key', ({ wrappedKey }) => ({ wrappedKey: wrappedKey.subarray(0, 40) })],
    ['the check value', ({ checkValue }) => ({ checkValue: flipped(checkValue) })],
    ['the length of the check value', () => ({ checkValue: Buffer.alloc(0) })],
    ['the parameters of a passphrase', () => ({ kdf: '{}' })],
    ['the mode', () => ({ mode: 'other' as 'os' })],
  ])('is called damaged, and left alone, when %s was changed', async (_, change) => {
    await place.vault().unlock();
    const changed = { ...storedRow(), ...change(storedRow()) };
    place.rows.row = changed;
    await expect(place.vault().unlock()).rejects.toMatchObject({ code: 'storage.vault_damaged' });
    expect([place.rows.row, place.keychain.entries.size]).toEqual([changed, 1]);
  });

  it('tells in no failure what its entry or its row holds', async () => {
    await place.vault().unlock();
    const { vaultId, wrappedKey } = storedRow();
    const entry = place.keychain.entries.get(`Tokentray/${vaultId}`) ?? '';
    place.rows.row = { ...storedRow(), wrappedKey: flipped(wrappedKey) };
    const text = await textOfFailure(place.vault().unlock());
    const hidden = [entry, Buffer.from(entry, 'base64').toString('hex'), Buffer.from(wrappedKey).toString('base64')];
    expect(hidden.filter((value) => text.includes(value))).toEqual([]);
  });
});

describe('a vault under a passphrase', () => {
  beforeEach(() => place.vault('passphrase').unlock());

  it('says that the passphrase is wrong, and opens with the right one then', async () => {
    const vault = place.vault();
    place.passphrase = 'CANARY-other';
    await expect(vault.unlock()).rejects.toMatchObject({ code: 'storage.passphrase_wrong' });
    place.passphrase = passphrase;
    await expect(vault.unlock()).resolves.toBeUndefined();
  });

  it.each([
    ['nobody can be asked', undefined],
    ['an empty one is given', ''],
  ])('says that a passphrase is needed when %s', async (_, given) => {
    place.passphrase = given;
    await expect(place.vault().unlock()).rejects.toMatchObject({ code: 'storage.passphrase_needed' });
  });

  it('tells in no failure what was typed', async () => {
    place.passphrase = 'CANARY-other';
    expect(await textOfFailure(place.vault().unlock())).not.toContain('CANARY');
  });

  it('opens with the same passphrase written in another Unicode form', async () => {
    const other = new VaultPlace();
    other.passphrase = 'CANARY-\u00e9\ufb01';
    await other.vault('passphrase').unlock();
    other.passphrase = 'CANARY-e\u0301fi';
    await expect(other.vault().unlock()).resolves.toBeUndefined();
  });

  it('does not open when its parameters were weakened', async () => {
    const kdf = JSON.stringify({ ...(JSON.parse(storedRow().kdf ?? '') as object), n: 4 });
    place.rows.row = { ...storedRow(), kdf };
    await expect(place.vault().unlock()).rejects.toMatchObject({ code: 'storage.passphrase_wrong' });
  });
});

describe('a vault in memory', () => {
  it('opens what it sealed itself', async () => {
    const vault = place.vault('memory');
    expect((await vault.open(await vault.seal('CANARY', acme), acme)).toString()).toBe('CANARY');
  });

  it('is gone for every other process, and stays as it is', async () => {
    await place.vault('memory').unlock();
    const row = storedRow();
    await expect(place.vault('memory').seal('CANARY', acme)).rejects.toMatchObject({
      code: 'storage.memory_vault_gone',
    });
    expect(place.rows.row).toBe(row);
  });
});
