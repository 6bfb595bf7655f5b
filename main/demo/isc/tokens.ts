/** The tokens of a demo tenant of ISC: JWTs with the claims of the vendor's page. */
import { randomUUID } from 'node:crypto';
import type { Clock } from '../../clock.ts';
import { createSharedKeyTokens } from '../oauth/shared-key-tokens.ts';
import type { DemoUser } from './clients.ts';

/** Who the tenant is, as its tokens and answers say. */
export interface TenantIdentity {
  readonly tenantId: string;
  readonly org: string;
  readonly pod: string;
}

export interface AccessTokenClaims {
  readonly tenant_id: string;
  readonly internal: boolean;
  readonly pod: string;
  readonly org: string;
  /** Null without a user. */
  readonly identity_id: string | null;
  readonly user_name: string | null;
  readonly strong_auth: boolean;
  readonly authorities: readonly string[];
  readonly enabled: boolean;
  readonly client_id: string;
  readonly accessType: 'OFFLINE';
  readonly strong_auth_supported: boolean;
  readonly user_id: string | null;
  readonly scope: readonly string[];
  /** Seconds since the epoch. There is no `iat`. */
  readonly exp: number;
  readonly jti: string;
}

/** Those of the access token that it came with, and their own end and id. */
interface RefreshTokenClaims extends AccessTokenClaims {
  /** `jti` of that access token. */
  readonly ati: string;
}

interface TokenRequest {
  readonly clientId: string;
  readonly user: DemoUser | undefined;
  readonly lifetimeSeconds: number;
}

type Checked<Claims> = Claims | 'expired' | 'invalid';

export interface TokenMint {
  issue(request: TokenRequest): { readonly token: string; readonly claims: AccessTokenClaims };
  issueRefresh(
    access: AccessTokenClaims,
    lifetimeSeconds: number,
  ): { readonly token: string; readonly claims: RefreshTokenClaims };
  /** The claims of an access token that this mint issued and that still lives, else why it is refused. */
  check(token: string): Checked<AccessTokenClaims>;
  checkRefresh(token: string): Checked<RefreshTokenClaims>;
}

export function createTokenMint(tenant: TenantIdentity, clock: Clock): TokenMint {
  const tokens = createSharedKeyTokens<AccessTokenClaims | RefreshTokenClaims>(clock);
  const endingIn = (seconds: number) => ({ exp: Math.floor(clock.now() / 1_000) + seconds, jti: randomUUID() });
  return {
    issue(request) {
      const claims = { ...claimsOf(tenant, request), ...endingIn(request.lifetimeSeconds) };
      return { token: tokens.sign(claims), claims };
    },
    issueRefresh(access, lifetimeSeconds) {
      const claims = { ...access, ati: access.jti, ...endingIn(lifetimeSeconds) };
      return { token: tokens.sign(claims), claims };
    },
    check(token) {
      const claims = tokens.check(token);
      return typeof claims !== 'string' && 'ati' in claims ? 'invalid' : claims;
    },
    checkRefresh(token) {
      const claims = tokens.check(token);
      if (typeof claims === 'string') return claims;
      return 'ati' in claims ? claims : 'invalid';
    },
  };
}

function claimsOf(tenant: TenantIdentity, { clientId, user }: TokenRequest): Omit<AccessTokenClaims, 'exp' | 'jti'> {
  return {
    tenant_id: tenant.tenantId,
    internal: false,
    pod: tenant.pod,
    org: tenant.org,
    identity_id: user?.identityId ?? null,
    user_name: user?.userName ?? null,
    strong_auth: true,
    authorities: user?.authorities ?? [],
    enabled: true,
    client_id: clientId,
    accessType: 'OFFLINE',
    strong_auth_supported: false,
    user_id: user?.userId ?? null,
    scope: ['read', 'write'],
  };
}
