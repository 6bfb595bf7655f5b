/** Exchanges the authorization code of a sign-in for a token (RFC 6749 section 4.1.3, RFC 7636 section 4.5). */
import { TokentrayError } from '../errors.ts';
import type { Http } from '../http/http.ts';
import { readIdToken } from './id-token.ts';
import { scrub } from './scrub.ts';
import { secretDetector } from './secret-detector.ts';
import type { TokenAnswer } from './token-answer.ts';
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

export interface CodeAnswer extends TokenAnswer {
  /** Of the ID token, where one came that is meant for this sign-in. */
  readonly idTokenClaims?: Readonly<Record<string, unknown>>;
}

/**
 * Makes one request and rejects as `exchangeToken` does, and with `auth.sign_in_invalid` for an ID token of another
 * sign-in, client or issuer. A refresh token has been kept by then.
 */
export async function exchangeCode(http: Http, client: TokenClient, grant: CodeGrant): Promise<CodeAnswer> {
  const { code, redirectUri, codeVerifier, nonce } = grant;
  const { token, idToken, answer, context } = await exchangeToken(http, client, {
    type: 'authorization_code',
    parameters: { code, redirect_uri: redirectUri, code_verifier: codeVerifier },
  });
  const offsetMs = token.clockOffsetMs;
  const idTokenClaims = await readIdToken(idToken, {
    clientId: client.clientId,
    ...(client.issuer === undefined ? {} : { issuer: client.issuer }),
    ...(nonce === undefined ? {} : { nonce }),
    nowMs: offsetMs === undefined ? client.serverNowMs() : answer.receivedAtMs + offsetMs,
    clean: (text) => scrub(text, secretDetector(context.secrets)),
  }).catch((error: TokentrayError) => {
    throw new TokentrayError(error.code, { data: { host: context.host, ...error.data } });
  });
  return { ...token, ...(idTokenClaims === undefined ? {} : { idTokenClaims }) };
}
