/** A failure as a finding, with those of its facts that may be sent to somebody else. */
import { errorText } from '../error-texts.ts';
import { asTokentrayError } from '../errors.ts';
import type { ErrorData, TokentrayError } from '../errors.ts';
import type { Finding } from './finding.ts';

/** Words of the server, users, paths and free details stay out. */
export function shareableData({ host, peer, status, oauthError, systemCode, profile, keychain }: ErrorData): ErrorData {
  return {
    ...(host === undefined ? {} : { host }),
    ...(peer === undefined ? {} : { peer }),
    ...(status === undefined ? {} : { status }),
    ...(oauthError === undefined || !/^[a-z_]{1,40}$/.test(oauthError) ? {} : { oauthError }),
    ...(systemCode === undefined || !/^\w{1,60}$/.test(systemCode) ? {} : { systemCode }),
    ...(profile === undefined ? {} : { profile }),
    ...(keychain === undefined ? {} : { keychain }),
  };
}

export function failureFinding(
  thrown: unknown,
  where: Pick<Finding, 'area' | 'about'>,
  level: Finding['level'] = 'problem',
): Finding {
  const { code, data }: Pick<TokentrayError, 'code' | 'data'> = asTokentrayError(thrown);
  return { ...where, level, ...errorText(code, shareableData(data)) };
}
