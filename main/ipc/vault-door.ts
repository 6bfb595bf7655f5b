/** The vault as the window sees it: open, or locked for a reason that a person can do something about. */
import type { VaultLock } from '../../preload/views.ts';
import { asTokentrayError, TokentrayError } from '../errors.ts';
import { isAboutTheVault } from '../tokens/local-faults.ts';
import { failureOf } from './failure.ts';
import type { CallPorts } from './ports.ts';

interface DoorPorts {
  readonly storage: Pick<CallPorts['storage'], 'vault' | 'profiles'>;
  readonly engine: Pick<CallPorts['engine'], 'reconcile' | 'localFault' | 'vaultStayedLocked'>;
}

/** Lends the vault the passphrase that was typed, only while it is being opened. */
export class TypedPassphrase {
  #typed: string | undefined;

  /** What the vault asks; undefined when nobody is typing one. */
  readonly ask = async (): Promise<string | undefined> => this.#typed;

  async during<Result>(passphrase: string | undefined, work: () => Promise<Result>): Promise<Result> {
    this.#typed = passphrase;
    try {
      return await work();
    } finally {
      this.#typed = undefined;
    }
  }
}

export interface VaultDoor {
  /** Null when secrets are in reach, or when there are none yet. */
  lock(): VaultLock | null;
  /** Rejects with `storage.*`. */
  unlock(passphrase?: string): Promise<void>;
}

export function createVaultDoor(
  { storage, engine }: DoorPorts,
  typed: TypedPassphrase,
  changed: () => void,
): VaultDoor {
  const { vault } = storage;
  let refusal: TokentrayError | undefined;

  /** What the engine met counts as well: nobody may have knocked here yet. */
  function reason(): TokentrayError | undefined {
    if (refusal !== undefined) return refusal;
    const faults = storage.profiles.list().map(({ id }) => engine.localFault(id));
    const fault = faults.find((fault) => fault !== undefined && isAboutTheVault(fault));
    if (fault !== undefined || vault.mode() !== 'passphrase') return fault;
    return new TokentrayError('storage.passphrase_needed');
  }

  return {
    lock() {
      if (vault.mode() === undefined || vault.isUnlocked()) return null;
      const error = reason();
      if (error === undefined) return null;
      return { kind: vault.mode() === 'passphrase' ? 'passphrase' : 'keychain', failure: failureOf(error) };
    },
    async unlock(passphrase) {
      try {
        await typed.during(passphrase, () => vault.unlock());
        refusal = undefined;
        engine.reconcile();
      } catch (thrown) {
        refusal = asTokentrayError(thrown);
        engine.vaultStayedLocked(refusal);
        throw refusal;
      } finally {
        changed();
      }
    },
  };
}
