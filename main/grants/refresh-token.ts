/** The refresh grant (RFC 6749 section 6): a session's refresh token for another access token. */
import type { Http } from '../http/http.ts';
import { TokentrayError } from '../errors.ts';
import type { TokenAnswer } from './token-answer.ts';
import type { TokenClient } from './token-client.ts';
import { exchangeToken } from './token-exchange.ts';

export interface RefreshGrant {
  readonly refreshToken: string;
  /** Space-delimited, no wider than what the session has; absent: all of it. */
  readonly scope?: string;
}

/**
 * Makes one request and rejects as `exchangeToken` does, but with `auth.sign_in_needed` where the refresh token itself
 * was refused. An answer without a refresh token means that the one that was sent stays good.
 */
export async function requestRefresh(
  http: Http,
  client: TokenClient,
  { refreshToken, scope }: RefreshGrant,
): Promise<TokenAnswer> {
  const grant = { type: 'refresh_token', parameters: { refresh_token: refreshToken, scope } };
  const { token } = await exchangeToken(http, client, grant).catch((error: unknown) => {
    throw isSessionOver(error) ? new TokentrayError('auth.sign_in_needed', { data: error.data }) : error;
  });
  return token;
}

/** `invalid_grant` (RFC 6749 section 5.2), or what Identity Security Cloud says of a refresh token that has expired. */
function isSessionOver(error: unknown): error is TokentrayError {
  if (!(error instanceof TokentrayError) || error.code !== 'auth.refused') return false;
  const { oauthError, status } = error.data;
  return oauthError === 'invalid_grant' || (oauthError === 'invalid_token' && status === 401);
}
