import { describe, expect, it } from 'vitest';
import { exitCodeOf } from '../../../main/cli/exit-code.ts';
import { errorCodes } from '../../../main/errors.ts';

describe('the exit code', () => {
  it.each([
    ['config.usage', 2],
    ['config.profile_invalid', 2],
    ['config.profile_exists', 2],
    ['config.link_broken', 2],
    ['config.issuer_mismatch', 2],
    ['config.profile_not_found', 3],
    ['config.no_default_profile', 3],
    ['auth.sign_in_needed', 4],
    ['auth.sign_in_denied', 4],
    ['auth.sign_in_timeout', 4],
    ['auth.sign_in_other_user', 4],
    ['auth.secret_missing', 4],
    ['auth.secret_rebind', 4],
    ['auth.refused', 5],
    ['network.timeout', 6],
    ['network.server_error', 6],
    ['storage.keychain_locked', 7],
    ['storage.passphrase_wrong', 7],
    ['storage.database_busy', 1],
    ['ipc.agent_lost', 1],
    ['internal.unexpected', 1],
  ] as const)('of %s is %i', (code, exit) => {
    expect(exitCodeOf(code)).toBe(exit);
  });

  it('is never 0 for a failure', () => {
    expect(errorCodes.filter((code) => !(exitCodeOf(code) > 0))).toEqual([]);
  });
});
