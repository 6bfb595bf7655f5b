/** The key that wraps the data key: made, found again and given up as each mode of the vault has it. */
import { randomBytes, randomUUID } from 'node:crypto';
import { TokentrayError } from '../errors.ts';
import type { ErrorData } from '../errors.ts';
import { keyBytes } from './aead.ts';
import { wrapDataKey } from './data-key.ts';
import type { WrappingFacts } from './data-key.ts';
import { createKeychainKey, forgetKeychainKey, readKeychainKey } from './keychain-key.ts';
import type { Keychain } from './keychain.ts';
import { derivePassphraseKey, newKdf } from './passphrase-key.ts';
import type { VaultMode } from './storage.ts';
import type { VaultRow } from './vault-row.ts';

/** Gives undefined when there is nobody to ask. */
export type AskPassphrase = () => Promise<string | undefined>;

export interface WrappingKeyOptions {
  readonly keychain: Keychain;
  /** Of the vault as it is stored. */
  readonly passphrase: AskPassphrase;
  /** Cost N of new passphrase vaults, a power of two. */
  readonly scryptCost: number;
}

export class WrappingKeys {
  readonly #options: WrappingKeyOptions;

  constructor(options: WrappingKeyOptions) {
    this.#options = options;
  }

  /**
   * Wraps `dataKey` under a new key, which is durable when this resolves; storing the row is left to the caller. A failure
   * tells what the key was for: only a vault that is created has a choice of modes.
   */
  async wrap(
    dataKey: Buffer,
    mode: VaultMode,
    passphrase: AskPassphrase,
    purpose: NonNullable<ErrorData['vault']>,
  ): Promise<VaultRow> {
    const facts = {
      vaultId: randomUUID(),
      mode,
      kdf: mode === 'passphrase' ? newKdf(this.#options.scryptCost) : null,
    };
    const wrappingKey = await this.#create(facts, passphrase).catch((error: unknown) => {
      throw withPurpose(error, purpose);
    });
    try {
      return wrapDataKey(dataKey, wrappingKey, facts);
    } finally {
      wrappingKey.fill(0);
    }
  }

  /** The key of a stored row; the caller zeroes it. Rejects with `storage.*`. */
  async find(row: VaultRow): Promise<Buffer> {
    switch (row.mode) {
      case 'os':
        return readKeychainKey(this.#options.keychain, row.vaultId);
      case 'passphrase':
        return derivePassphraseKey(await askFor(this.#options.passphrase), row.kdf);
      case 'memory':
        throw new TokentrayError('storage.memory_vault_gone');
      default:
        throw new TokentrayError('storage.vault_damaged', { data: { detail: 'the vault has an unknown mode' } });
    }
  }

  /** For a row that is not, or no longer, stored. Never rejects. */
  async forget(row: VaultRow): Promise<void> {
    if (row.mode === 'os') await forgetKeychainKey(this.#options.keychain, row.vaultId);
  }

  async #create({ mode, vaultId, kdf }: WrappingFacts, passphrase: AskPassphrase): Promise<Buffer> {
    if (mode === 'os') return createKeychainKey(this.#options.keychain, vaultId);
    if (mode === 'passphrase') return derivePassphraseKey(await askFor(passphrase), kdf);
    // Nobody keeps the key of a memory vault: the data key lives exactly as long as the vault object that holds it.
    return randomBytes(keyBytes);
  }
}

function withPurpose(error: unknown, vault: NonNullable<ErrorData['vault']>): unknown {
  if (!(error instanceof TokentrayError)) return error;
  return new TokentrayError(error.code, { data: { ...error.data, vault }, cause: error.cause });
}

async function askFor(passphrase: AskPassphrase): Promise<string> {
  const text = await passphrase();
  if (text === undefined) throw new TokentrayError('storage.passphrase_needed');
  if (text !== '') return text;
  throw new TokentrayError('storage.passphrase_needed', { data: { detail: 'the one that was given is empty' } });
}
