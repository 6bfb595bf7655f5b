/** The first secret makes the vault; whatever goes wrong then leaves nothing behind that looks like one. */
import { beforeEach, describe, expect, it } from 'vitest';
import { TokentrayError } from '../../../main/errors.ts';
import { acme, VaultPlace } from '../../fixtures/vault-place.ts';

let place: VaultPlace;
beforeEach(() => {
  place = new VaultPlace();
});

describe('a vault before its first use', () => {
  it('has no mode, is not unlocked and has touched nothing', () => {
    const vault = place.vault();
    expect([vault.mode(), vault.isUnlocked(), place.keychain.calls]).toEqual([undefined, false, []]);
  });

  it('is not created by an attempt to open a record', async () => {
    await expect(place.vault().open(Buffer.alloc(64), acme)).rejects.toMatchObject({ code: 'storage.vault_damaged' });
    expect([place.rows.row, place.keychain.calls]).toEqual([undefined, []]);
  });
});

describe('the first sealing in the keychain mode', () => {
  it('leaves one entry under the service Tokentray, named by the vault', async () => {
    await place.vault().seal('CANARY', acme);
    expect([...place.keychain.entries.keys()]).toEqual([`Tokentray/${place.rows.row?.vaultId}`]);
  });

  it('has read the entry back before the row is stored', async () => {
    let callsBefore: readonly string[] = [];
    place.rows.before = async () => void (callsBefore = [...place.keychain.calls]);
    await place.vault().unlock();
    expect(callsBefore).toEqual(['set', 'get']);
  });

  it('leaves the vault unlocked in its mode', async () => {
    const vault = place.vault();
    await vault.unlock();
    expect([vault.mode(), vault.isUnlocked()]).toEqual(['os', true]);
  });

  it('stores no row when the keychain forgets what it is given', async () => {
    place.keychain.isForgetful = true;
    await expect(place.vault().unlock()).rejects.toMatchObject({ code: 'storage.keychain_unavailable' });
    expect(place.rows.row).toBeUndefined();
  });

  it.each(['storage.keychain_unavailable', 'storage.keychain_locked'] as const)(
    'fails with %s and stores no row when the keychain does',
    async (code) => {
      place.keychain.error = new TokentrayError(code);
      await expect(place.vault().unlock()).rejects.toMatchObject({ code });
      expect(place.rows.row).toBeUndefined();
    },
  );

  it('works once the keychain does', async () => {
    const vault = place.vault();
    place.keychain.error = new TokentrayError('storage.keychain_locked');
    await vault.unlock().catch(() => undefined);
    place.keychain.error = undefined;
    await vault.unlock();
    expect(vault.isUnlocked()).toBe(true);
  });

  it('takes its entry back when the row cannot be stored', async () => {
    place.rows.before = async () => {
      throw new TokentrayError('storage.disk_full');
    };
    await expect(place.vault().unlock()).rejects.toMatchObject({ code: 'storage.disk_full' });
    expect(place.keychain.entries.size).toBe(0);
  });

  it('keeps its entry when the row was stored although the write reported a failure', async () => {
    place.rows.after = async () => {
      throw new TokentrayError('storage.disk_full');
    };
    await place
      .vault()
      .unlock()
      .catch(() => undefined);
    place.rows.after = async () => undefined;
    await expect(place.vault().unlock()).resolves.toBeUndefined();
  });
});

describe('the first sealing in the passphrase mode', () => {
  it('does not touch the keychain', async () => {
    place.passphrase = 'CANARY-passphrase';
    await place.vault('passphrase').seal('CANARY', acme);
    expect([place.rows.row?.mode, place.keychain.calls]).toEqual(['passphrase', []]);
  });

  it.each([
    ['there is none', undefined],
    ['it is empty', ''],
  ])('asks for a passphrase and stores no row when %s', async (_, passphrase) => {
    place.passphrase = passphrase;
    await expect(place.vault('passphrase').unlock()).rejects.toMatchObject({ code: 'storage.passphrase_needed' });
    expect(place.rows.row).toBeUndefined();
  });

  it('stores another salt each time', async () => {
    place.passphrase = 'CANARY-passphrase';
    await place.vault('passphrase').unlock();
    const first = place.rows.row?.kdf;
    place.rows.row = undefined;
    await place.vault('passphrase').unlock();
    expect(place.rows.row).not.toMatchObject({ kdf: first });
  });
});

describe('the first sealing in the memory mode', () => {
  it('touches neither the keychain nor a passphrase', async () => {
    await place.vault('memory').seal('CANARY', acme);
    expect([place.rows.row?.mode, place.keychain.calls, place.timesAsked]).toEqual(['memory', [], 0]);
  });
});
