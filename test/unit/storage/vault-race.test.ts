/** Several processes at one vault at the same time. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { VaultMode } from '../../../main/storage/storage.ts';
import { acme, VaultPlace } from '../../fixtures/vault-place.ts';

let place: VaultPlace;
beforeEach(() => {
  place = new VaultPlace();
  place.passphrase = 'CANARY-passphrase';
});

/** Holds the first `count` writes back until all of them have come. */
function meet(count: number): () => Promise<void> {
  const gate = Promise.withResolvers<void>();
  let arrived = 0;
  return async () => {
    arrived++;
    if (arrived === count) gate.resolve();
    if (arrived <= count) await gate.promise;
  };
}

describe('two first starts at once', () => {
  beforeEach(() => (place.rows.before = meet(2)));

  it.each<[VaultMode, VaultMode]>([
    ['os', 'os'],
    ['os', 'passphrase'],
    ['passphrase', 'os'],
    ['passphrase', 'passphrase'],
  ])('in the modes %s and %s end with one vault that both use', async (first, second) => {
    const [one, two] = [place.vault(first), place.vault(second)];
    const [ofOne, ofTwo] = await Promise.all([one.seal('CANARY-1', acme), two.seal('CANARY-2', acme)]);
    expect((await two.open(ofOne, acme)).toString()).toBe('CANARY-1');
    expect((await one.open(ofTwo, acme)).toString()).toBe('CANARY-2');
  });

  it('leave one entry in the keychain: that of the vault', async () => {
    await Promise.all([place.vault().unlock(), place.vault().unlock()]);
    expect([...place.keychain.entries.keys()]).toEqual([`Tokentray/${place.rows.row?.vaultId}`]);
  });

  it('tell the one that came second that the vault of the first is in its memory alone', async () => {
    const [one, two] = [place.vault('memory'), place.vault('os')];
    const outcomes = await Promise.allSettled([one.unlock(), two.unlock()]);
    expect(outcomes).toMatchObject([
      { status: 'fulfilled' },
      { status: 'rejected', reason: { code: 'storage.memory_vault_gone' } },
    ]);
  });
});

describe('a vault that another process wraps anew', () => {
  it('is opened all the same by one that was just reading its old entry', async () => {
    const sealed = await place.vault().seal('CANARY', acme);
    const other = place.vault();
    await other.unlock();
    const late = place.vault();
    place.keychain.before = async (call) => {
      if (call !== 'get') return;
      place.keychain.before = async () => undefined;
      await other.rewrap('os');
    };
    expect((await late.open(sealed, acme)).toString()).toBe('CANARY');
  });

  it('stays open where it was open, without asking anybody', async () => {
    const vault = place.vault();
    const sealed = await vault.seal('CANARY', acme);
    await place.vault().rewrap('passphrase', 'CANARY-new');
    place.keychain.calls.length = 0;
    place.timesAsked = 0;
    expect((await vault.open(sealed, acme)).toString()).toBe('CANARY');
    expect([place.keychain.calls, place.timesAsked, vault.mode()]).toEqual([[], 0, 'passphrase']);
  });

  it('is not wrapped by the one that comes second, who is told to try again', async () => {
    const [one, two] = [place.vault(), place.vault()];
    await one.unlock();
    await two.unlock();
    place.rows.before = meet(2);
    const outcomes = await Promise.allSettled([one.rewrap('os'), two.rewrap('os')]);
    expect(outcomes).toMatchObject([
      { status: 'fulfilled' },
      { status: 'rejected', reason: { code: 'storage.database_busy' } },
    ]);
    expect([...place.keychain.entries.keys()]).toEqual([`Tokentray/${place.rows.row?.vaultId}`]);
  });
});
