/** Where a demo server of OpenID Connect has what. */

export interface OidcEndpoints {
  readonly issuer: string;
  readonly authorize: string;
  readonly token: string;
  readonly deviceAuthorization: string;
  /** Where a person types the code of a device (RFC 8628 section 3.3). */
  readonly device: string;
  readonly revoke: string;
  readonly userInfo: string;
  readonly jwks: string;
}

/** The issuer is `origin` with this path, which is empty or begins with a slash. */
export function endpointsOf(origin: string, path: string): OidcEndpoints {
  const issuer = `${origin}${path}`;
  return {
    issuer,
    authorize: `${issuer}/authorize`,
    token: `${issuer}/token`,
    deviceAuthorization: `${issuer}/device_authorization`,
    device: `${issuer}/device`,
    revoke: `${issuer}/revoke`,
    userInfo: `${issuer}/userinfo`,
    jwks: `${issuer}/jwks`,
  };
}
