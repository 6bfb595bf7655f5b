/** The one row that a vault is: what it takes, besides the wrapping key, to get at the data key. */
import type { TokentrayError } from '../errors.ts';
import type { VaultMode } from './storage.ts';

export interface VaultRow {
  /** Names this wrapping of the data key, and its keychain entry; every rewrapping draws a new one. */
  readonly vaultId: string;
  readonly mode: VaultMode;
  /** Parameters of the passphrase's key derivation as JSON; null in the other modes. */
  readonly kdf: string | null;
  readonly wrappedKey: Uint8Array;
  /** The same for every wrapping of one data key, and for no other key. */
  readonly checkValue: Uint8Array;
}

/** Where the row is kept. */
export interface VaultRowStore {
  read(): VaultRow | undefined;
  /**
   * The failure `storage.vault_missing` when there is no row while records that it sealed remain: a new vault could not
   * open them, and would make them seem foreign. Undefined when a vault may be created.
   */
  loss(): TokentrayError | undefined;
  /**
   * Stores `row` unless there is one already, atomically across processes; gives the row that is stored now. Rejects with
   * what `loss` tells.
   */
  insertIfAbsent(row: VaultRow): Promise<VaultRow>;
  /** False, and nothing changed, when the stored row is no longer `expected`. */
  replace(expected: VaultRow, next: VaultRow): Promise<boolean>;
}
