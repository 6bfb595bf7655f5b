/** Decides what a demo tenant answers to a token request whose parameters could be read. */
import { json, oauthError, type DemoAnswer } from '../server/answer.ts';
import { isSecretOf, type DemoClient } from './clients.ts';
import type { TokenParameters } from './token-request.ts';
import type { AccessTokenClaims, TokenMint } from './tokens.ts';

export interface TokenEndpointPorts {
  readonly clients: ReadonlyMap<string, DemoClient>;
  readonly mint: TokenMint;
  readonly tokenLifetimeSeconds: number;
}

/** Grant types are written in lower case here, though the vendor's table names them in capitals. */
export function answerTokenRequest(parameters: TokenParameters, ports: TokenEndpointPorts): DemoAnswer {
  if (parameters.grantType !== 'client_credentials') {
    return oauthError(400, 'unsupported_grant_type', 'This tenant knows the grant client_credentials.');
  }
  const client = ports.clients.get(parameters.clientId);
  if (client === undefined || !isSecretOf(client, parameters.clientSecret)) {
    return oauthError(401, 'invalid_client', 'Bad client credentials');
  }
  if (client.enabled === false) return oauthError(401, 'invalid_client', 'The client is disabled');
  if (!(client.grantTypes ?? ['CLIENT_CREDENTIALS']).includes('CLIENT_CREDENTIALS')) {
    return oauthError(400, 'unauthorized_client', 'Unauthorized grant type: client_credentials');
  }
  const lifetimeSeconds = client.tokenLifetimeSeconds ?? ports.tokenLifetimeSeconds;
  const { token, claims } = ports.mint.issue(client, lifetimeSeconds);
  return json(200, members(token, claims, lifetimeSeconds), { 'cache-control': 'no-store', pragma: 'no-cache' });
}

/** Exactly the members that the vendor's page shows, but for the refresh token, which this grant does not bring. */
function members(token: string, claims: AccessTokenClaims, lifetimeSeconds: number): Record<string, unknown> {
  return {
    access_token: token,
    token_type: 'bearer',
    expires_in: lifetimeSeconds,
    scope: claims.scope.join(' '),
    accessType: claims.accessType,
    tenant_id: claims.tenant_id,
    internal: claims.internal,
    pod: claims.pod,
    strong_auth_supported: claims.strong_auth_supported,
    org: claims.org,
    user_id: claims.user_id,
    identity_id: claims.identity_id,
    strong_auth: claims.strong_auth,
    enabled: claims.enabled,
    jti: claims.jti,
  };
}
