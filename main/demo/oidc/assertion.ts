/** Checks assertions that a client signed with its own key: to say who it is, or to be given a token (RFC 7523 section 3). */
import { compactVerify, decodeJwt, importJWK, type JWTPayload } from 'jose';
import type { Clock } from '../../clock.ts';
import type { OnceOnly } from '../oauth/once-only.ts';
import type { OidcClient } from './clients.ts';

export interface AssertionPorts {
  readonly clock: Clock;
  readonly assertionIds: OnceOnly;
  /** What its `aud` may be: the issuer or the token endpoint. */
  readonly audiences: readonly string[];
}

const algorithms = ['RS256', 'PS256', 'ES256', 'EdDSA'];
const maxLifetimeSeconds = 3_600;

export async function isAssertionOf(
  { clientId, publicJwk }: OidcClient,
  assertion: string,
  { clock, assertionIds, audiences }: AssertionPorts,
): Promise<boolean> {
  if (publicJwk === undefined || !(await isSignedBy(publicJwk, assertion))) return false;
  const { iss, sub, aud, exp = 0, iat = 0, jti } = claimsOf(assertion) ?? {};
  const nowSeconds = clock.now() / 1_000;
  if (iss !== clientId || sub !== clientId || !audiences.includes([aud].flat().join(' '))) return false;
  if (iat > nowSeconds || exp <= nowSeconds || exp > nowSeconds + maxLifetimeSeconds) return false;
  return jti !== undefined && jti !== '' && assertionIds.take(`${clientId} ${jti}`, exp * 1_000);
}

async function isSignedBy(publicJwk: Readonly<Record<string, unknown>>, assertion: string): Promise<boolean> {
  try {
    const allowed = algorithms.filter((known) => known === publicJwk['alg']);
    await compactVerify(assertion, await importJWK(publicJwk), { algorithms: allowed });
    return true;
  } catch {
    return false;
  }
}

/** Unchecked; undefined for text that is no JWT. */
export function claimsOf(assertion: string): JWTPayload | undefined {
  try {
    return decodeJwt(assertion);
  } catch {
    return undefined;
  }
}
