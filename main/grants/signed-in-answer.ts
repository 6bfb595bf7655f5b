/** The token of a person who signed in, with what the ID token beside it says of that person. */
import { TokentrayError } from '../errors.ts';
import { readIdToken } from './id-token.ts';
import { scrub } from './scrub.ts';
import { secretDetector } from './secret-detector.ts';
import type { TokenAnswer } from './token-answer.ts';
import type { TokenClient } from './token-client.ts';
import type { Exchange } from './token-exchange.ts';

export interface SignedInAnswer extends TokenAnswer {
  /** Of the ID token, where one came that is meant for this sign-in. */
  readonly idTokenClaims?: Readonly<Record<string, unknown>>;
}

/**
 * Rejects with `auth.sign_in_invalid` for an ID token of another sign-in, client or issuer (OpenID Connect Core section
 * 3.1.3.7). With a `nonce` an ID token must come; without one it may.
 */
export async function signedInAnswer(
  client: TokenClient,
  { token, idToken, answer, context }: Exchange,
  nonce?: string,
): Promise<SignedInAnswer> {
  const offsetMs = token.clockOffsetMs;
  const { accessToken, refreshToken = '' } = token;
  const quotesSecret = secretDetector([...context.secrets, accessToken, refreshToken]);
  const idTokenClaims = await readIdToken(idToken, {
    clientId: client.clientId,
    ...(client.issuer === undefined ? {} : { issuer: client.issuer }),
    ...(nonce === undefined ? {} : { nonce }),
    nowMs: offsetMs === undefined ? client.serverNowMs() : answer.receivedAtMs + offsetMs,
    clean: (text) => scrub(text, quotesSecret),
  }).catch((error: TokentrayError) => {
    throw new TokentrayError(error.code, { data: { host: context.host, ...error.data } });
  });
  return { ...token, ...(idTokenClaims === undefined ? {} : { idTokenClaims }) };
}
