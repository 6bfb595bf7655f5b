/** Asks for passphrases, where somebody is there to be asked. */
import type { CliIo } from './io.ts';
import { UsageError } from './usage-error.ts';

/** Undefined when nobody can be asked. A vault that is about to be created is given a passphrase that is asked for twice. */
export async function askPassphrase(io: CliIo, isNewVault: boolean): Promise<string | undefined> {
  if (!io.prompt.isPossible()) return undefined;
  return isNewVault
    ? askNewPassphrase(io, { isInUse: false })
    : io.prompt.secret('Passphrase of the vault (not shown): ');
}

/**
 * Rejects with a UsageError when the two differ, are empty, or nobody can be asked. `isInUse`: `TOKENTRAY_PASSPHRASE`
 * already gives the present passphrase, so the new one cannot come from there. `variable`: where else it may come from;
 * default `TOKENTRAY_PASSPHRASE`.
 */
export async function askNewPassphrase(
  io: CliIo,
  { isInUse = false, variable = 'TOKENTRAY_PASSPHRASE' }: { readonly isInUse?: boolean; readonly variable?: string },
): Promise<string> {
  if (!io.prompt.isPossible()) {
    throw new UsageError(
      'A new passphrase is needed, and there is no terminal to ask on.',
      isInUse
        ? 'Run the command on a terminal: TOKENTRAY_PASSPHRASE gives the present passphrase.'
        : `Give it in ${variable}, or run the command on a terminal.`,
    );
  }
  const passphrase = await io.prompt.secret('New passphrase (not shown): ');
  if (passphrase === '') throw new UsageError('The passphrase must not be empty.', 'Run the command again.');
  const again = await io.prompt.secret('The same again: ');
  if (again === passphrase) return passphrase;
  throw new UsageError('The two passphrases differ.', 'Nothing was changed. Run the command again.');
}
