/** What a demo server of OpenID Connect says of itself, and how untidy servers say it. */
import { allScopes, grantTypes } from './clients.ts';
import type { OidcEndpoints } from './endpoints.ts';

export type Metadata = Readonly<Record<string, unknown>>;

/** RFC 8414 section 2, and OpenID Connect Discovery section 3. */
export function metadataOf(endpoints: OidcEndpoints): Metadata {
  return {
    issuer: endpoints.issuer,
    authorization_endpoint: endpoints.authorize,
    token_endpoint: endpoints.token,
    device_authorization_endpoint: endpoints.deviceAuthorization,
    revocation_endpoint: endpoints.revoke,
    userinfo_endpoint: endpoints.userInfo,
    jwks_uri: endpoints.jwks,
    scopes_supported: allScopes,
    response_types_supported: ['code'],
    response_modes_supported: ['query'],
    grant_types_supported: Object.values(grantTypes),
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post', 'none', 'private_key_jwt'],
    token_endpoint_auth_signing_alg_values_supported: ['RS256', 'PS256', 'ES256', 'EdDSA'],
    code_challenge_methods_supported: ['S256'],
    authorization_response_iss_parameter_supported: true,
  };
}

/** Where a base URL ends in a slash and a path begins with one. */
export function withDoubleSlashes(metadata: Metadata): Metadata {
  return changed(metadata, ([name, value]) => {
    const isEndpoint = typeof value === 'string' && name !== 'issuer';
    return [name, isEndpoint ? value.replace(/([^:/])\/(?!\/)/, '$1//') : value];
  });
}

/** Such servers have the grant all the same. */
export function withoutClientCredentials(metadata: Metadata): Metadata {
  return changed(metadata, ([name, value]) =>
    name === 'grant_types_supported' && Array.isArray(value)
      ? [name, value.filter((grant) => grant !== grantTypes.clientCredentials)]
      : [name, value],
  );
}

function changed(metadata: Metadata, change: (entry: [string, unknown]) => [string, unknown]): Metadata {
  return Object.fromEntries(Object.entries(metadata).map(change));
}
