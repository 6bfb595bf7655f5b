/** What to expect of a NERM profile that takes its token from another one: NERM documents personal access tokens of ISC alone. */
import type { Profile } from '../profiles/profile.ts';
import type { TokenIdentity } from './token-identity.ts';

/** `identity`: whom the token of `target` is for, where it is known. One sentence; undefined when nothing is to be said. */
export function nermLinkWarning(target: Profile, identity: TokenIdentity | undefined): string | undefined {
  if (target.system !== 'isc') {
    return `NERM takes the tokens of SailPoint ISC, and the profile "${target.name}" is of another system: expect 401 Unauthorized.`;
  }
  if (target.auth !== 'client_credentials') {
    return `NERM documents the tokens of ISC personal access tokens only, and the profile "${target.name}" signs in with a browser: NERM may refuse its token.`;
  }
  if (identity !== undefined && identity.user === undefined) {
    return `NERM documents the tokens of ISC personal access tokens only, and the client of "${target.name}" is an API client without a user: NERM may refuse its token.`;
  }
  return undefined;
}
