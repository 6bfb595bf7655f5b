/** A wrapping key as one entry of the operating system's keychain. */
import { randomBytes } from 'node:crypto';
import { TokentrayError } from '../errors.ts';
import { keyBytes } from './aead.ts';
import type { Keychain } from './keychain.ts';

/** Fixed for ever: entries are found again under this name. */
const service = 'Tokentray';

/**
 * Draws a key, stores it and reads it back: a keychain that forgets is found out before anything is sealed.
 * Rejects with `storage.keychain_*`.
 */
export async function createKeychainKey(keychain: Keychain, account: string): Promise<Buffer> {
  const key = randomBytes(keyBytes);
  const text = key.toString('base64');
  await keychain.set(service, account, text);
  if ((await keychain.get(service, account)) === text) return key;
  await forgetKeychainKey(keychain, account);
  throw new TokentrayError('storage.keychain_unavailable', {
    data: { detail: 'the keychain did not keep what was stored in it' },
  });
}

/** Rejects with `storage.keychain_*`, or with `storage.vault_damaged` when the entry holds no key. */
export async function readKeychainKey(keychain: Keychain, account: string): Promise<Buffer> {
  const text = await keychain.get(service, account);
  if (text === null) throw new TokentrayError('storage.keychain_entry_missing');
  const key = Buffer.from(text, 'base64');
  if (key.length === keyBytes) return key;
  key.fill(0);
  throw new TokentrayError('storage.vault_damaged', { data: { detail: "the vault's keychain entry holds no key" } });
}

/** Never rejects: an entry that stays behind opens nothing. */
export async function forgetKeychainKey(keychain: Keychain, account: string): Promise<void> {
  await keychain.delete(service, account).catch(() => false);
}
