/** Whether the vault opens: its keychain answers, or its passphrase is known. */
import { asTokentrayError, TokentrayError } from '../errors.ts';
import type { Vault, VaultMode } from '../storage/storage.ts';
import { failureFinding } from './failure-finding.ts';
import type { Finding } from './finding.ts';
import type { Check } from './run-checks.ts';

/** A person may have to answer a prompt of the keychain, or to type a passphrase. */
const patienceMs = 120_000;

const places: Readonly<Record<VaultMode, string>> = {
  os: 'the keychain of the operating system',
  passphrase: 'your passphrase',
  memory: 'the memory of the agent, and is gone when that ends',
};

export interface VaultParts {
  readonly vault: Pick<Vault, 'mode' | 'unlock'>;
  /** Whether an agent answers, which alone may hold a vault in its memory. */
  readonly hasAgent: () => Promise<boolean>;
}

export function vaultCheck(parts: VaultParts): Check {
  return { area: 'vault', timeoutMs: patienceMs, run: async () => [await look(parts)] };
}

/** Makes none where there is none. */
async function look({ vault, hasAgent }: VaultParts): Promise<Finding> {
  const mode = vault.mode();
  if (mode === undefined) {
    return { area: 'vault', level: 'ok', what: 'There is no vault yet; the first secret makes one.' };
  }
  const place = `Its key is in ${places[mode]}.`;
  try {
    if (mode === 'memory') {
      if (await hasAgent()) return { area: 'vault', level: 'ok', what: place };
      throw new TokentrayError('storage.memory_vault_gone');
    }
    await vault.unlock();
  } catch (error) {
    const isUnasked = asTokentrayError(error).code === 'storage.passphrase_needed';
    return failureFinding(error, { area: 'vault' }, isUnasked ? 'warning' : 'problem');
  }
  return { area: 'vault', level: 'ok', what: `The vault opens. ${place}` };
}
