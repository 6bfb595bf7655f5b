/** A failure tells what was to happen to the vault: what helps against it depends on that. */
import { expect, it } from 'vitest';
import type { ErrorData } from '../../../main/errors.ts';
import { TokentrayError } from '../../../main/errors.ts';
import type { VaultMode } from '../../../main/storage/storage.ts';
import { VaultPlace } from '../../fixtures/vault-place.ts';

type Doing = (place: VaultPlace, mode: VaultMode) => Promise<void>;

/** Leaves a vault in the other mode behind, with a passphrase that is known while it is made. */
async function existing(place: VaultPlace, mode: VaultMode): Promise<VaultPlace> {
  place.passphrase = 'CANARY-passphrase';
  await place.vault(mode).unlock();
  return place;
}

function fail(place: VaultPlace): void {
  place.passphrase = undefined;
  place.keychain.error = new TokentrayError('storage.keychain_unavailable', { data: { keychain: 'secret-service' } });
}

const create: Doing = async (place, mode) => {
  fail(place);
  await place.vault(mode).unlock();
};

const open: Doing = async (place, mode) => {
  fail(await existing(place, mode));
  await place.vault().unlock();
};

const rewrap: Doing = async (place, mode) => {
  await existing(place, mode === 'os' ? 'passphrase' : 'os');
  const vault = place.vault();
  await vault.unlock();
  fail(place);
  await vault.rewrap(mode);
};

it.each<[string, Doing, VaultMode, ErrorData['vault']]>([
  ['a vault that is made', create, 'os', 'created'],
  ['a vault that is made', create, 'passphrase', 'created'],
  ['a vault that is opened', open, 'os', undefined],
  ['a vault that is opened', open, 'passphrase', undefined],
  ['a vault that gets another key', rewrap, 'os', 'rewrapped'],
  ['a vault that gets another key', rewrap, 'passphrase', 'rewrapped'],
])('%s', async (_what, doing, mode, vault) => {
  const error: unknown = await doing(new VaultPlace(), mode).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(TokentrayError);
  expect((error as TokentrayError).data.vault).toBe(vault);
});

it('keeps what the keychain said', async () => {
  const place = new VaultPlace();
  await expect(create(place, 'os')).rejects.toMatchObject({
    code: 'storage.keychain_unavailable',
    data: { keychain: 'secret-service' },
  });
});
