/** The clients that are registered at a demo server of OpenID Connect. */

export const grantTypes = {
  authorizationCode: 'authorization_code',
  refreshToken: 'refresh_token',
  clientCredentials: 'client_credentials',
  deviceCode: 'urn:ietf:params:oauth:grant-type:device_code',
  jwtBearer: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
} as const;

export type GrantType = (typeof grantTypes)[keyof typeof grantTypes];

export interface OidcClient {
  readonly clientId: string;
  readonly name?: string;
  /** The one way in which this client may prove who it is (RFC 7591 section 2). */
  readonly clientAuth: 'client_secret_basic' | 'client_secret_post' | 'none' | 'private_key_jwt';
  /** Made at random by whoever starts the server. */
  readonly clientSecret?: string;
  /** With its `alg`; for `private_key_jwt` and the grant `jwtBearer`. */
  readonly publicJwk?: Readonly<Record<string, unknown>>;
  readonly grantTypes: readonly GrantType[];
  /** Compared character by character, but for the port of loopback addresses (RFC 8252 section 7.3). */
  readonly redirectUris?: readonly string[];
  /** What it may ask for; default `allScopes`. */
  readonly scopes?: readonly string[];
  /** Default true. */
  readonly asksConsent?: boolean;
  /** Default: the server's. */
  readonly tokenLifetimeSeconds?: number;
  /** Of the whole session; default never. */
  readonly refreshTokenLifetimeSeconds?: number;
}

export const allScopes = ['openid', 'profile', 'email', 'offline_access', 'api:read', 'api:write'] as const;

export function mayUse(client: OidcClient, grantType: string): boolean {
  return client.grantTypes.some((granted) => granted === grantType);
}

/** Whether each of the space-delimited scopes may be asked for. */
export function mayAskFor(client: OidcClient, scope: string): boolean {
  const granted: readonly string[] = client.scopes ?? allScopes;
  return scopesOf(scope).every((name) => granted.includes(name));
}

export function scopesOf(scope: string): readonly string[] {
  return scope.split(' ').filter((name) => name !== '');
}
