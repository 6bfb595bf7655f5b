/** Exchanges the authorization code of a sign-in for a token (RFC 6749 section 4.1.3, RFC 7636 section 4.5). */
import type { Http } from '../http/http.ts';
import { signedInAnswer } from './signed-in-answer.ts';
import type { SignedInAnswer } from './signed-in-answer.ts';
import type { TokenClient } from './token-client.ts';
import { exchangeToken } from './token-exchange.ts';

export interface CodeGrant {
  readonly code: string;
  /** Exactly as it stood in the authorization request. */
  readonly redirectUri: string;
  /** What the code challenge of the authorization request was made of. */
  readonly codeVerifier: string;
  /** What the authorization request carried; then an ID token with it must come. */
  readonly nonce?: string;
}

/**
 * Makes one request and rejects as `exchangeToken` does, and with `auth.sign_in_invalid` for an ID token of another
 * sign-in, client or issuer. A refresh token has been kept by then.
 */
export async function exchangeCode(http: Http, client: TokenClient, grant: CodeGrant): Promise<SignedInAnswer> {
  const { code, redirectUri, codeVerifier, nonce } = grant;
  const exchange = await exchangeToken(http, client, {
    type: 'authorization_code',
    parameters: { code, redirect_uri: redirectUri, code_verifier: codeVerifier },
  });
  return signedInAnswer(client, exchange, nonce);
}
