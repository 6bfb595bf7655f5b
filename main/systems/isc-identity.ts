/** Who a token of SailPoint ISC is for. */
import { claimText, claimTexts } from './claim-text.ts';
import type { TokenIdentity } from './token-identity.ts';

/**
 * From the claims that the vendor documents for access tokens. Those about the user are set for a personal access token,
 * and not for an API client, behind which there is no user.
 */
export function iscIdentity(claims: Readonly<Record<string, unknown>>): TokenIdentity | undefined {
  const user = claimText(claims, 'user_name', 'identity_id', 'user_id');
  const org = claimText(claims, 'org');
  const pod = claimText(claims, 'pod');
  const authorities = claimTexts(claims, 'authorities');
  if (user === undefined && org === undefined && pod === undefined) return undefined;
  return {
    ...(user === undefined ? {} : { user }),
    ...(org === undefined ? {} : { org }),
    ...(pod === undefined ? {} : { pod }),
    ...(authorities.length === 0 ? {} : { authorities }),
  };
}

/** What to expect of a token without a user. */
export function iscIdentityNote({ user }: TokenIdentity): string | undefined {
  if (user !== undefined) return undefined;
  return 'There is no user behind this token: its client is an API client and not a personal access token, so most ISC APIs will answer 403 Forbidden.';
}
