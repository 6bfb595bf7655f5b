/**
 * The vault: one data key that seals every record, itself wrapped by a key from the keychain or a passphrase.
 *
 * - What is stored can be opened: a wrapping key is durable before the row that needs it, and outlives it.
 * - Nothing is created or overwritten while there is a row, however unreadable it is, or a record that a lost row sealed.
 * - One access to the keychain or passphrase serves everybody who asks at the same time; a failed one is not remembered.
 * - The data key never changes: another process may wrap it anew while this one goes on using it.
 */
import { createSecretKey, randomBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { TokentrayError } from '../errors.ts';
import { keyBytes } from './aead.ts';
import { checkValueOf, isCheckOf, unwrapDataKey } from './data-key.ts';
import type { Keychain } from './keychain.ts';
import { defaultScryptCost } from './passphrase-key.ts';
import { openRecord, sealRecord } from './seal.ts';
import type { SealContext } from './seal.ts';
import type { Vault, VaultMode } from './storage.ts';
import type { VaultRow, VaultRowStore } from './vault-row.ts';
import { WrappingKeys } from './wrapping-key.ts';
import type { AskPassphrase } from './wrapping-key.ts';

/** What the stores of this room use; both unlock the vault if needed and reject with `storage.*`. */
export interface SealingVault extends Vault {
  /** Creates the vault when there is none. */
  seal(plain: Uint8Array | string, context: SealContext): Promise<Uint8Array>;
  open(sealed: Uint8Array, context: SealContext): Promise<Buffer>;
}

export interface VaultOptions {
  readonly rows: VaultRowStore;
  readonly keychain: Keychain;
  /** Asked only when a vault is made; throws when none may be made here. */
  readonly newVaultMode: () => VaultMode;
  /** Asked whenever a passphrase vault is unlocked or created; undefined: nobody can be asked. */
  readonly passphrase: AskPassphrase;
  /** Cost N of new passphrase vaults, a power of two; default 2^17. */
  readonly scryptCost?: number;
}

/** The data key in memory, and what is made of it once for all records. */
interface KnownKey {
  readonly bytes: Buffer;
  readonly sealing: KeyObject;
  readonly check: Uint8Array;
}

/** One for each process and data folder. Reads and creates nothing until it is used. */
export function createVault(options: VaultOptions): SealingVault {
  const { rows, keychain, newVaultMode, passphrase, scryptCost = defaultScryptCost } = options;
  const keys = new WrappingKeys({ keychain, passphrase, scryptCost });
  let known: KnownKey | undefined;
  let loading: Promise<Buffer> | undefined;

  async function dataKey(row = rows.read()): Promise<KnownKey> {
    if (row !== undefined && known !== undefined && isCheckOf(row, known.check)) return known;
    loading ??= load().finally(() => (loading = undefined));
    known = knownKey(await loading);
    return known;
  }

  async function load(): Promise<Buffer> {
    const row = rows.read();
    if (row === undefined) return (await create(newVaultMode, passphrase)).key;
    try {
      return await unwrap(row);
    } catch (error) {
      const current = rows.read();
      // Wrapped anew by another process meanwhile, and the old key given up.
      if (current !== undefined && current.vaultId !== row.vaultId) return load();
      throw error;
    }
  }

  async function unwrap(row: VaultRow): Promise<Buffer> {
    const wrappingKey = await keys.find(row);
    const key = unwrapDataKey(row, wrappingKey);
    wrappingKey.fill(0);
    if (key !== undefined) return key;
    if (row.mode === 'passphrase') throw new TokentrayError('storage.passphrase_wrong');
    throw new TokentrayError('storage.vault_damaged', { data: { detail: 'its keychain entry does not open it' } });
  }

  async function create(chooseMode: () => VaultMode, ask: AskPassphrase): Promise<{ key: Buffer; isOurs: boolean }> {
    // Looked at before anything is made: what is lost is no reason to ask for the keychain or a passphrase.
    const lost = rows.loss();
    if (lost !== undefined) throw lost;
    const key = randomBytes(keyBytes);
    const row = await keys.wrap(key, chooseMode(), ask, 'created');
    const stored = await orForget(row, () => rows.insertIfAbsent(row));
    if (stored.vaultId === row.vaultId) return { key, isOurs: true };
    key.fill(0);
    await keys.forget(row);
    return { key: await unwrap(stored), isOurs: false };
  }

  async function rewrap(mode: VaultMode, newPassphrase?: string): Promise<void> {
    const ask = async () => newPassphrase;
    if (rows.read() === undefined) {
      const created = await create(() => mode, ask);
      known = knownKey(created.key);
      if (created.isOurs) return;
    }
    const { bytes, check } = await dataKey();
    const before = rows.read();
    if (before === undefined || !isCheckOf(before, check)) throw missingRow();
    const next = await keys.wrap(bytes, mode, ask, 'rewrapped');
    if (await orForget(next, () => rows.replace(before, next))) return keys.forget(before);
    await keys.forget(next);
    throw new TokentrayError('storage.database_busy', { data: { detail: 'another process changed the vault' } });
  }

  /** A write that failed may have happened all the same: its key goes only when the row is surely not there. */
  async function orForget<T>(row: VaultRow, write: () => Promise<T>): Promise<T> {
    try {
      return await write();
    } catch (error) {
      if (isSurelyAbsent(row)) await keys.forget(row);
      throw error;
    }
  }

  function isSurelyAbsent(row: VaultRow): boolean {
    try {
      return rows.read()?.vaultId !== row.vaultId;
    } catch {
      return false;
    }
  }

  return {
    mode: () => rows.read()?.mode,
    isUnlocked: () => known !== undefined,
    async unlock() {
      await dataKey();
    },
    rewrap,
    async seal(plain, context) {
      return sealRecord((await dataKey()).sealing, plain, context);
    },
    async open(sealed, context) {
      const row = rows.read();
      if (row === undefined) throw rows.loss() ?? missingRow();
      return openRecord((await dataKey(row)).sealing, sealed, context);
    },
  };
}

function knownKey(bytes: Buffer): KnownKey {
  return { bytes, sealing: createSecretKey(bytes), check: checkValueOf(bytes) };
}

/** It was there a moment ago. */
function missingRow(): TokentrayError {
  return new TokentrayError('storage.vault_damaged', { data: { detail: 'it was taken away meanwhile' } });
}
