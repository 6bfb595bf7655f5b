/** What an ID token that came with a code's token says, and whether it was meant for this sign-in (OIDC Core 3.1.3.7). */
import type { JWTPayload } from 'jose';
import { TokentrayError, type ErrorData } from '../errors.ts';

/** What is known of the sign-in that the ID token must belong to. */
export interface IdTokenExpectation {
  readonly clientId: string;
  /** Compared exactly; absent: not known, and not compared. */
  readonly issuer?: string;
  /** What the authorization request carried; absent: no ID token was asked for. */
  readonly nonce?: string;
  /** The server's clock as well as it is known, ms. */
  readonly nowMs: number;
  /** What of a text of the server may be shown. */
  readonly clean: (text: string) => string | undefined;
}

/** How far clocks may differ beyond what is known of them. */
const toleranceSeconds = 60;

/**
 * The claims of an ID token. Undefined where none was asked for and none came that can be read. The signature is not
 * checked: the token came straight from the token endpoint, over TLS or this machine alone (item 6 of the section).
 * Throws `auth.sign_in_invalid`, whose `data.detail` says in words what is wrong; of two issuers it has both.
 */
export async function readIdToken(
  idToken: unknown,
  expectation: IdTokenExpectation,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const asked = expectation.nonce !== undefined;
  if (idToken === undefined || idToken === null || idToken === '') {
    if (asked) throw invalid('no ID token came, although one was asked for');
    return undefined;
  }
  const decoded = await decode(idToken);
  if (decoded === undefined) {
    if (asked) throw invalid('the ID token cannot be read');
    return undefined;
  }
  const problem = problemOf(decoded.claims, decoded.algorithm, expectation);
  if (problem !== undefined) throw invalid(problem.detail, problem.data);
  return decoded.claims;
}

interface Decoded {
  readonly claims: JWTPayload;
  readonly algorithm: unknown;
}

async function decode(idToken: unknown): Promise<Decoded | undefined> {
  if (typeof idToken !== 'string') return undefined;
  const { decodeJwt, decodeProtectedHeader } = await import('jose');
  try {
    return { claims: decodeJwt(idToken), algorithm: decodeProtectedHeader(idToken).alg };
  } catch {
    return undefined;
  }
}

interface Problem {
  readonly detail: string;
  readonly data?: ErrorData;
}

/** In the order of the section's list. */
function problemOf(claims: JWTPayload, algorithm: unknown, expected: IdTokenExpectation): Problem | undefined {
  const { iss, sub, aud, azp, exp, iat, nonce } = claims as Readonly<Record<string, unknown>>;
  const nowSeconds = expected.nowMs / 1_000;
  if (typeof iss !== 'string' || typeof sub !== 'string' || sub === '') {
    return { detail: 'the ID token does not say who issued it, or for whom' };
  }
  if (expected.issuer !== undefined && iss !== expected.issuer) {
    const actual = expected.clean(iss);
    return {
      detail: `the ID token was issued by ${actual ?? 'somebody else'} instead of ${expected.issuer}`,
      data: { expected: expected.issuer, ...(actual === undefined ? {} : { actual }) },
    };
  }
  const audiences: readonly unknown[] = Array.isArray(aud) ? aud : [aud];
  if (!audiences.includes(expected.clientId)) return { detail: 'the ID token is for another client' };
  if (audiences.length > 1 && azp === undefined) {
    return { detail: 'the ID token is for several clients, and does not say that this one asked for it' };
  }
  if (azp !== undefined && azp !== expected.clientId) return { detail: 'the ID token was asked for by another client' };
  if (typeof algorithm !== 'string' || algorithm.toLowerCase() === 'none') {
    return { detail: 'the ID token is not signed' };
  }
  if (typeof exp !== 'number' || typeof iat !== 'number') {
    return { detail: 'the ID token does not say when it was issued, or when it ends' };
  }
  if (exp + toleranceSeconds <= nowSeconds) return { detail: 'the ID token has expired' };
  if (iat - toleranceSeconds > nowSeconds) return { detail: 'the ID token was issued in the future' };
  if (expected.nonce !== undefined && nonce !== expected.nonce) {
    return { detail: 'the ID token belongs to another sign-in' };
  }
  return undefined;
}

function invalid(detail: string, data: ErrorData = {}): TokentrayError {
  return new TokentrayError('auth.sign_in_invalid', { data: { ...data, detail } });
}
