/** Calls about the vault: opening it, and where its key lives. */
import { TokentrayError } from '../errors.ts';
import type { Vault } from '../storage/storage.ts';
import type { CallsOf } from './answer.ts';
import type { VaultDoor } from './vault-door.ts';

/** `changed`: what the header says of the vault may be another now. */
export function vaultCalls(vault: Vault, door: VaultDoor, changed: () => void): CallsOf<'vault'> {
  return {
    async 'vault.unlock'({ passphrase }) {
      await door.unlock(passphrase);
      return null;
    },
    async 'vault.changeMode'({ mode, passphrase }) {
      if (mode === 'memory' && vault.mode() !== undefined) throw memoryOnly();
      await vault.rewrap(mode, passphrase);
      changed();
      return null;
    },
  };
}

/** With this process every secret would be gone. */
function memoryOnly(): TokentrayError {
  return new TokentrayError('config.setting_invalid', {
    data: { detail: 'a vault in memory ends with the application, so that an existing vault cannot become one' },
  });
}
