/** Where a new passphrase comes from when the vault gets another key. */
import { describe, expect, it } from 'vitest';
import { setKeychain } from '../../../main/cli/keychain-setting.ts';
import type { Session } from '../../../main/cli/session.ts';
import { UsageError } from '../../../main/cli/usage-error.ts';
import type { Vault, VaultMode } from '../../../main/storage/storage.ts';

/** Passphrases that a vault was wrapped with. */
type Wrapped = (string | undefined)[];

function vaultIn(mode: VaultMode, wrapped: Wrapped): Vault {
  return {
    mode: () => mode,
    isUnlocked: () => true,
    unlock: async () => undefined,
    rewrap: async (_mode, passphrase) => void wrapped.push(passphrase),
  };
}

/** Answers are given to one question after another; none: there is no terminal. */
function sessionWith(passphrase: string | undefined, answers: string[] = []): Session {
  const prompt = { isPossible: () => answers.length > 0, secret: async () => answers.shift() ?? '' };
  return { passphrase, io: { prompt } } as unknown as Session;
}

async function choose(session: Session, mode: VaultMode): Promise<Wrapped> {
  const wrapped: Wrapped = [];
  await setKeychain(session, vaultIn(mode, wrapped), 'passphrase');
  return wrapped;
}

describe('a new passphrase', () => {
  it('comes from the environment where the vault had none', async () => {
    expect(await choose(sessionWith('CANARY-given'), 'os')).toEqual(['CANARY-given']);
  });

  it('is asked for where the environment gives the present one', async () => {
    const session = sessionWith('CANARY-old', ['CANARY-new', 'CANARY-new']);
    expect(await choose(session, 'passphrase')).toEqual(['CANARY-new']);
  });

  it('is asked for where the environment gives an empty one', async () => {
    expect(await choose(sessionWith('', ['CANARY-new', 'CANARY-new']), 'os')).toEqual(['CANARY-new']);
  });

  it.each<[string, string | undefined, VaultMode, boolean]>([
    ['unset', undefined, 'os', true],
    ['empty', '', 'os', true],
    ['in use', 'CANARY-old', 'passphrase', false],
  ])('is not to be put into a variable that already holds another (%s)', async (_what, given, mode, isAdvised) => {
    const error: unknown = await choose(sessionWith(given), mode).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UsageError);
    expect((error as UsageError).next.startsWith('Give it in TOKENTRAY_PASSPHRASE')).toBe(isAdvised);
  });
});
