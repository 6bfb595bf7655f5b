/** The access tokens of a demo tenant: JWTs with the claims of the vendor's page, signed with a key that dies with it. */
import { createHmac, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../clock.ts';
import type { DemoClient } from './clients.ts';

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

export interface TokenMint {
  issue(client: DemoClient, lifetimeSeconds: number): { readonly token: string; readonly claims: AccessTokenClaims };
  /** The claims of a token that this mint issued and that still lives, else why it is refused. */
  check(token: string): AccessTokenClaims | 'expired' | 'invalid';
}

const header = encode({ alg: 'HS256', typ: 'JWT' });

export function createTokenMint(tenant: TenantIdentity, clock: Clock): TokenMint {
  const key = randomBytes(32);
  const sign = (signed: string) => createHmac('sha256', key).update(signed).digest();

  return {
    issue(client, lifetimeSeconds) {
      const exp = Math.floor(clock.now() / 1_000) + lifetimeSeconds;
      const claims = claimsOf(tenant, client, exp);
      const signed = `${header}.${encode(claims)}`;
      return { token: `${signed}.${sign(signed).toString('base64url')}`, claims };
    },
    check(token) {
      const [first = '', payload = '', signature = '', ...rest] = token.split('.');
      const expected = sign(`${first}.${payload}`);
      const given = Buffer.from(signature, 'base64url');
      const genuine = given.length === expected.length && timingSafeEqual(given, expected);
      if (!genuine || rest.length > 0) return 'invalid';
      const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as AccessTokenClaims;
      return claims.exp * 1_000 > clock.now() ? claims : 'expired';
    },
  };
}

function claimsOf(tenant: TenantIdentity, client: DemoClient, exp: number): AccessTokenClaims {
  return {
    tenant_id: tenant.tenantId,
    internal: false,
    pod: tenant.pod,
    org: tenant.org,
    identity_id: client.user?.identityId ?? null,
    user_name: client.user?.userName ?? null,
    strong_auth: true,
    authorities: client.user?.authorities ?? [],
    enabled: true,
    client_id: client.clientId,
    accessType: 'OFFLINE',
    strong_auth_supported: false,
    user_id: client.user?.userId ?? null,
    scope: ['read', 'write'],
    exp,
    jti: randomUUID(),
  };
}

function encode(part: unknown): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
