/** The setting `keychain`: where the key of the vault lives. It is kept in the vault's own row, not among the settings. */
import type { Vault, VaultMode } from '../storage/storage.ts';
import { choice } from './options.ts';
import { askNewPassphrase } from './passphrase.ts';
import type { Session } from './session.ts';
import { UsageError } from './usage-error.ts';

export const keychainKey = 'keychain';

export const keychainHelp = 'Where the key of the vault lives: os or passphrase.';

/** Null until the first secret is stored. */
export function keychainSetting(mode: VaultMode | undefined): {
  readonly key: string;
  readonly value: VaultMode | null;
  readonly isDefault: boolean;
  readonly help: string;
} {
  return { key: keychainKey, value: mode ?? null, isDefault: mode === undefined, help: keychainHelp };
}

/** Wraps the vault's key anew. Rejects with a UsageError for an unknown mode, and with `storage.*`. */
export async function setKeychain(session: Session, vault: Vault, text: string): Promise<void> {
  if (text === 'memory') throw memoryOnly();
  const mode = choice(text, ['os', 'passphrase'], keychainKey);
  // Opening it first asks for the present passphrase before a new one is chosen.
  await vault.unlock();
  if (mode === 'os') await vault.rewrap('os');
  else await vault.rewrap('passphrase', await newPassphrase(session, vault));
}

/** `TOKENTRAY_PASSPHRASE` is the new passphrase, except where it was needed to open the vault with the old one. */
async function newPassphrase(session: Session, vault: Vault): Promise<string> {
  const given = session.passphrase ?? '';
  if (given !== '' && vault.mode() !== 'passphrase') return given;
  return askNewPassphrase(session.io, { isInUse: given !== '' });
}

/** In this process the key would be gone in a moment, and every secret with it. */
function memoryOnly(): UsageError {
  return new UsageError(
    'A vault in memory lasts as long as one process, so an existing vault cannot become one.',
    'For a throw-away vault start the agent with a folder of its own: TOKENTRAY_HOME=/tmp/x TOKENTRAY_KEYCHAIN=memory tokentray agent',
  );
}
