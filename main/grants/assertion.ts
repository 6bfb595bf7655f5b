/** Signs the assertions of the JWT bearer grant and of clients that authenticate by key (RFC 7523). */
import { randomBytes, randomUUID } from 'node:crypto';
import { requireSigningKey } from './signing-key.ts';

/** The vendor's own figure: as long as the token lives that comes for it. */
const serviceAccountSeconds = 899;

/** Long enough for a slow connection and clocks that differ a little; RFC 7523 section 3 asks for a short life. */
const lifetimeSeconds = 120;

/** How far back `iat` lies: a server's clock is known to a second at best, and strict ones refuse what is yet to come. */
const backdatedSeconds = 5;

export interface ServiceAccountAssertion {
  /** The private RSA key of the service account. */
  readonly jwk: unknown;
  readonly serviceAccountId: string;
  /** The token endpoint with its port written out: `tokenAudience`. */
  readonly audience: string;
  /** The server's clock as well as it is known, ms. */
  readonly nowMs: number;
  /** Default: the operating system's. */
  readonly newRandomBytes?: (size: number) => Buffer;
}

/**
 * The assertion of a service account of PingOne Advanced Identity Cloud, as its documentation has it and nothing else:
 * `RS256`; `iss`, `sub`, `aud`, `exp` and a fresh `jti`. Rejects with `config.secrets_invalid` for a key that is none.
 */
export async function signServiceAccountAssertion(assertion: ServiceAccountAssertion): Promise<string> {
  const { jwk, serviceAccountId, audience, nowMs, newRandomBytes = randomBytes } = assertion;
  const { privateKey } = requireSigningKey(jwk, { kinds: ['RSA'] });
  const { SignJWT } = await import('jose');
  return new SignJWT({
    iss: serviceAccountId,
    sub: serviceAccountId,
    aud: audience,
    exp: Math.floor(nowMs / 1_000) + serviceAccountSeconds,
    jti: newRandomBytes(16).toString('base64'),
  })
    .setProtectedHeader({ alg: 'RS256' })
    .sign(privateKey);
}

export interface JwtBearerAssertion {
  readonly jwk: unknown;
  readonly issuer: string;
  readonly subject: string;
  readonly audience: string;
  /** The server's clock as well as it is known, ms. */
  readonly nowMs: number;
}

/**
 * An assertion with the claims of RFC 7523 section 3, good for one request: `iss`, `sub`, `aud`, `exp`, `iat` and a
 * fresh `jti`. Rejects with `config.secrets_invalid` for a key that is none.
 */
export async function signJwtBearerAssertion(assertion: JwtBearerAssertion): Promise<string> {
  const { jwk, issuer, subject, audience, nowMs } = assertion;
  const { privateKey, algorithm, keyId } = requireSigningKey(jwk);
  const { SignJWT } = await import('jose');
  const nowSeconds = Math.floor(nowMs / 1_000);
  return new SignJWT({
    iss: issuer,
    sub: subject,
    aud: audience,
    exp: nowSeconds + lifetimeSeconds,
    iat: nowSeconds - backdatedSeconds,
    jti: randomUUID(),
  })
    .setProtectedHeader({ alg: algorithm, ...(keyId === undefined ? {} : { kid: keyId }), typ: 'JWT' })
    .sign(privateKey);
}
