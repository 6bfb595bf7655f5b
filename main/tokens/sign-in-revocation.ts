/** Telling a server that tokens are not used any more (RFC 7009), as far as it can be told. */
import { asTokentrayError } from '../errors.ts';
import type { Http } from '../http/http.ts';
import { revokeToken } from '../grants/revocation.ts';
import type { Revocation } from '../grants/revocation.ts';
import { describeError } from '../systems/explain.ts';
import { systemOf } from '../systems/registry.ts';
import type { SignInClient } from './sign-in-client.ts';
import type { SignOutResult } from './sign-ins.ts';

export interface LivingTokens {
  readonly accessToken?: string | undefined;
  readonly refreshToken?: string | undefined;
}

/**
 * Revokes the refresh token, with which servers end what was issued from it (RFC 7009 section 2.1), else the access
 * token. Never rejects.
 */
export async function revokeTokens(http: Http, client: SignInClient, tokens: LivingTokens): Promise<SignOutResult> {
  const { profile, endpoints, origin } = client;
  const { label } = systemOf(profile);
  const wanted = tokenToRevoke(tokens);
  if (wanted === undefined) return { revoked: false };
  const endpoint = endpoints.revoke;
  if (endpoint === undefined) return { revoked: false, warning: `${label} is not told: ${byHand(client)}` };
  if (new URL(endpoint).origin !== origin) {
    const host = new URL(endpoint).host;
    return {
      revoked: false,
      warning: `The server is not told: its revocation endpoint is on another host (${host}), and tokens go only where they came from.`,
    };
  }
  try {
    await revokeToken(http, client.at({}), { endpoint, ...wanted });
    return { revoked: true };
  } catch (thrown) {
    const { what } = describeError(asTokentrayError(thrown), profile);
    return { revoked: false, warning: `The server could not be told: ${what} The session ends there by itself.` };
  }
}

function tokenToRevoke({ refreshToken, accessToken }: LivingTokens): Omit<Revocation, 'endpoint'> | undefined {
  if (refreshToken !== undefined) return { token: refreshToken, hint: 'refresh_token' };
  return accessToken === undefined ? undefined : { token: accessToken, hint: 'access_token' };
}

function byHand({ profile }: SignInClient): string {
  const link = systemOf(profile)
    .links?.(profile)
    .find(({ id }) => id === 'sign-out');
  const why = 'it has no revocation endpoint that is known here, so the session ends there by itself';
  return link === undefined ? `${why}.` : `${why}, or when you sign out in the browser: ${link.url}`;
}
