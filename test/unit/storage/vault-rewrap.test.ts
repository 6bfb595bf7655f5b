/** A change of mode or passphrase: one row changes, and at no moment is there a vault that nobody can open. */
import { beforeEach, describe, expect, it } from 'vitest';
import { TokentrayError } from '../../../main/errors.ts';
import type { VaultMode } from '../../../main/storage/storage.ts';
import { acme, VaultPlace } from '../../fixtures/vault-place.ts';

const oldPassphrase = 'CANARY-old';
const newPassphrase = 'CANARY-new';
let place: VaultPlace;
let sealed: Uint8Array;

/** A vault of the mode with one record; what is asked for is its passphrase. */
async function begin(mode: VaultMode): Promise<void> {
  place = new VaultPlace();
  place.passphrase = oldPassphrase;
  sealed = await place.vault(mode).seal('CANARY', acme);
}

/** The record as a process that starts now reads it. */
async function reread(passphrase?: string): Promise<string> {
  place.passphrase = passphrase;
  return (await place.vault().open(sealed, acme)).toString();
}

const changes: readonly [VaultMode, VaultMode][] = [
  ['os', 'os'],
  ['os', 'passphrase'],
  ['passphrase', 'os'],
  ['passphrase', 'passphrase'],
];

describe.each(changes)('wrapped from %s to %s', (from, to) => {
  beforeEach(() => begin(from));

  it('opens by its new key', async () => {
    await place.vault().rewrap(to, newPassphrase);
    expect(await reread(newPassphrase)).toBe('CANARY');
  });

  it('leaves no entry in the keychain but the one it needs', async () => {
    await place.vault().rewrap(to, newPassphrase);
    expect([...place.keychain.entries.keys()]).toEqual(to === 'os' ? [`Tokentray/${place.rows.row?.vaultId}`] : []);
  });

  it('opens by the old key or the new one, wherever the process dies', async () => {
    for (let steps = 0; ; steps++) {
      await begin(from);
      const died = await rewrapUntilDeath(to, steps);
      const opened = await reread(oldPassphrase).catch(() => reread(newPassphrase));
      expect(opened).toBe('CANARY');
      if (!died) break;
    }
  });
});

/** True when the process died at a step before it was done. */
async function rewrapUntilDeath(to: VaultMode, steps: number): Promise<boolean> {
  const vault = place.vault();
  await vault.unlock();
  let left = steps;
  let died = false;
  const step = async () => {
    if (left-- > 0) return;
    died = true;
    throw new Error('the process died');
  };
  place.keychain.before = step;
  place.rows.before = step;
  place.rows.after = step;
  await vault.rewrap(to, newPassphrase).catch(() => undefined);
  const alive = async () => undefined;
  place.keychain.before = alive;
  place.rows.before = alive;
  place.rows.after = alive;
  return died;
}

describe('after a change of the passphrase', () => {
  it('the old one is wrong', async () => {
    await begin('passphrase');
    await place.vault().rewrap('passphrase', newPassphrase);
    await expect(reread(oldPassphrase)).rejects.toMatchObject({ code: 'storage.passphrase_wrong' });
  });
});

describe('a change to the memory mode', () => {
  it('leaves the vault open in this process alone', async () => {
    await begin('os');
    const vault = place.vault();
    await vault.rewrap('memory');
    expect((await vault.open(sealed, acme)).toString()).toBe('CANARY');
    await expect(reread()).rejects.toMatchObject({ code: 'storage.memory_vault_gone' });
  });

  it('can be taken back by this process', async () => {
    await begin('os');
    const vault = place.vault();
    await vault.rewrap('memory');
    await vault.rewrap('os');
    expect(await reread()).toBe('CANARY');
  });
});

describe('a change that cannot be made', () => {
  it.each([
    ['there is no new passphrase', undefined],
    ['the new passphrase is empty', ''],
  ])('changes nothing when %s', async (_, given) => {
    await begin('os');
    const { row } = place.rows;
    await expect(place.vault().rewrap('passphrase', given)).rejects.toMatchObject({
      code: 'storage.passphrase_needed',
    });
    expect(place.rows.row).toBe(row);
  });

  it('changes nothing when the present passphrase is wrong', async () => {
    await begin('passphrase');
    const { row } = place.rows;
    place.passphrase = 'CANARY-wrong';
    await expect(place.vault().rewrap('passphrase', newPassphrase)).rejects.toMatchObject({
      code: 'storage.passphrase_wrong',
    });
    expect(place.rows.row).toBe(row);
  });

  it('changes nothing when the keychain does not take the new key', async () => {
    await begin('passphrase');
    const { row } = place.rows;
    place.keychain.error = new TokentrayError('storage.keychain_locked');
    await expect(place.vault().rewrap('os')).rejects.toMatchObject({ code: 'storage.keychain_locked' });
    expect(place.rows.row).toBe(row);
  });
});

describe('a choice of the mode before there is a vault', () => {
  it('makes the vault in that mode, without the keychain that a new one would have used', async () => {
    place = new VaultPlace();
    await place.vault('os').rewrap('passphrase', newPassphrase);
    expect([place.rows.row?.mode, place.keychain.calls]).toEqual(['passphrase', []]);
  });

  it('wraps the new key once', async () => {
    place = new VaultPlace();
    await place.vault('passphrase').rewrap('os');
    expect(place.keychain.calls).toEqual(['set', 'get']);
  });

  it('prevails over the vault that another process makes at the same time', async () => {
    place = new VaultPlace();
    place.rows.before = async () => {
      place.rows.before = async () => undefined;
      sealed = await place.vault('os').seal('CANARY', acme);
    };
    await place.vault('os').rewrap('passphrase', newPassphrase);
    expect(place.rows.row).toMatchObject({ mode: 'passphrase' });
    expect(await reread(newPassphrase)).toBe('CANARY');
  });
});
