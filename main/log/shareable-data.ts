/** Those facts of a failure that may leave the machine of the person whom it happened to. */
import type { ErrorData } from '../errors.ts';

/** What OAuth registers (RFC 6749 section 11.4) and servers invent, and names of system errors. */
const plainError = /^[a-z_]{1,40}$/;
const plainCode = /^\w{1,60}$/;

/** Words of a server, names of users, paths and free details stay out. */
export function shareableData(data: ErrorData): ErrorData {
  const { host, peer, status, oauthError, systemCode, profile, keychain, retryAfterMs, clockOffsetMs } = data;
  return {
    ...(profile === undefined ? {} : { profile }),
    ...(host === undefined ? {} : { host }),
    ...(peer === undefined ? {} : { peer }),
    ...(status === undefined ? {} : { status }),
    ...(oauthError === undefined || !plainError.test(oauthError) ? {} : { oauthError }),
    ...(systemCode === undefined || !plainCode.test(systemCode) ? {} : { systemCode }),
    ...(keychain === undefined ? {} : { keychain }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    ...(clockOffsetMs === undefined ? {} : { clockOffsetMs }),
  };
}
