/** The access tokens of a demo tenant of PingOne AIC. */
import { randomUUID } from 'node:crypto';
import type { Clock } from '../../clock.ts';
import { createSharedKeyTokens } from '../oauth/shared-key-tokens.ts';
import { jwtBearer, serviceAccountClient } from './token-request.ts';

interface AicClaims {
  readonly sub: string;
  /** With the port, as tenants write it. */
  readonly iss: string;
  readonly aud: string;
  readonly client_id: string;
  readonly grant_type: string;
  readonly realm: string;
  readonly scope: readonly string[];
  readonly iat: number;
  readonly exp: number;
  readonly expires_in: number;
  readonly jti: string;
}

/** Seconds; the vendor's page: not to be configured. */
export const tokenLifetimeSeconds = 899;

export interface AicTokens {
  issue(serviceAccountId: string, scopes: readonly string[]): string;
  check(token: string): AicClaims | 'expired' | 'invalid';
}

export function createAicTokens(issuer: string, clock: Clock): AicTokens {
  const tokens = createSharedKeyTokens<AicClaims>(clock);
  return {
    issue(serviceAccountId, scopes) {
      const iat = Math.floor(clock.now() / 1_000);
      return tokens.sign({
        sub: serviceAccountId,
        iss: issuer,
        aud: serviceAccountClient,
        client_id: serviceAccountClient,
        grant_type: jwtBearer,
        realm: '/',
        scope: scopes,
        iat,
        exp: iat + tokenLifetimeSeconds,
        expires_in: tokenLifetimeSeconds,
        jti: randomUUID(),
      });
    },
    check: (token) => tokens.check(token),
  };
}
