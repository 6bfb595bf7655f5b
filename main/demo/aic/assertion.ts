/** Checks the assertion of a service account as PingOne AIC does (RFC 7523 section 3). */
import { compactVerify, decodeJwt, importJWK, type JWTPayload } from 'jose';
import type { Clock } from '../../clock.ts';
import type { OnceOnly } from '../oauth/once-only.ts';
import type { ServiceAccount } from './service-account.ts';

export interface AssertionPorts {
  readonly clock: Clock;
  readonly accounts: ReadonlyMap<string, ServiceAccount>;
  readonly assertionIds: OnceOnly;
  /** The token endpoint with its port written out, character by character. */
  readonly audience: string;
}

/** The vendor's server calls a longer time unreasonable. */
const maxLifetimeSeconds = 30 * 60;

/** Whom an assertion says that it is from, unchecked. */
export function claimedIssuer(assertion: string): string | undefined {
  return claimsOf(assertion)?.iss;
}

export async function checkAssertion(
  assertion: string,
  ports: AssertionPorts,
): Promise<{ readonly account: ServiceAccount } | { readonly problem: string }> {
  const claims = claimsOf(assertion);
  if (claims === undefined) return { problem: 'The assertion is no JWT' };
  const account = ports.accounts.get(claims.iss ?? '');
  if (account === undefined) return { problem: 'JWT issuer is not trusted' };
  if (!(await isSignedBy(account, assertion))) return { problem: 'JWT signature is invalid' };
  const problem = claimsProblem(claims, ports);
  return problem === undefined ? { account } : { problem };
}

/** Of an assertion whose signature is right. */
function claimsProblem(claims: JWTPayload, { clock, assertionIds, audience }: AssertionPorts): string | undefined {
  const { iss, sub, aud, exp, jti } = claims;
  if (sub !== iss) return 'JWT subject is not the service account';
  if (aud !== audience) return 'JWT audience is not the token endpoint with its port';
  if (typeof exp !== 'number') return 'JWT has no expiration time';
  const nowSeconds = clock.now() / 1_000;
  if (exp <= nowSeconds) return 'JWT has expired';
  if (exp > nowSeconds + maxLifetimeSeconds) return 'JWT expiration time is unreasonable';
  if (typeof jti !== 'string' || jti === '') return 'JWT has no id';
  return assertionIds.take(`${iss} ${jti}`, exp * 1_000) ? undefined : 'JWT has been used before';
}

async function isSignedBy({ publicJwk }: ServiceAccount, assertion: string): Promise<boolean> {
  try {
    await compactVerify(assertion, await importJWK(publicJwk, 'RS256'), { algorithms: ['RS256'] });
    return true;
  } catch {
    return false;
  }
}

function claimsOf(assertion: string): JWTPayload | undefined {
  try {
    return decodeJwt(assertion);
  } catch {
    return undefined;
  }
}
