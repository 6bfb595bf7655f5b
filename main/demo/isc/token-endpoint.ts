/** Decides what a demo tenant of ISC answers to a token request whose parameters could be read. */
import type { Codes } from '../oauth/codes.ts';
import type { RefreshTokens } from '../oauth/refresh-tokens.ts';
import type { Session, Sessions } from '../oauth/sessions.ts';
import { oauthError, tokenAnswer, type DemoAnswer } from '../server/answer.ts';
import { isAuthenticated, mayUse, type DemoClient, type DemoUser } from './clients.ts';
import type { TokenRequestRead } from './token-request.ts';
import type { AccessTokenClaims, TokenMint } from './tokens.ts';
import type { TokenRepeats } from './token-repeats.ts';

export interface TokenEndpointPorts {
  readonly clients: ReadonlyMap<string, DemoClient>;
  readonly users: ReadonlyMap<string, DemoUser>;
  readonly mint: TokenMint;
  readonly repeats: TokenRepeats;
  readonly codes: Codes;
  readonly refreshTokens: RefreshTokens;
  readonly sessions: Sessions;
  readonly tokenLifetimeSeconds: number;
}

const dayInSeconds = 86_400;

export function answerTokenRequest(request: TokenRequestRead, ports: TokenEndpointPorts): DemoAnswer {
  const { grantType, parameters } = request;
  const client = ports.clients.get(parameters.get('client_id') ?? '');
  if (client === undefined || !isAuthenticated(client, parameters.get('client_secret'))) {
    return oauthError(401, 'invalid_client', 'Bad client credentials');
  }
  if (client.enabled === false) return oauthError(401, 'invalid_client', 'The client is disabled');
  if (!mayUse(client, grantType)) {
    return oauthError(400, 'unauthorized_client', `Unauthorized grant type: ${grantType.toLowerCase()}`);
  }
  const found = sessionFor(client, request, ports);
  return 'refusal' in found ? found.refusal : issueFor(client, found.session, ports);
}

type Found = { readonly session: Session } | { readonly refusal: DemoAnswer };

function sessionFor(client: DemoClient, { grantType, parameters }: TokenRequestRead, ports: TokenEndpointPorts): Found {
  const { clientId, user } = client;
  if (grantType === 'CLIENT_CREDENTIALS') {
    return { session: { clientId, scope: '', ...(user === undefined ? {} : { userName: user.userName }) } };
  }
  if (grantType === 'REFRESH_TOKEN') return sessionOfRefresh(clientId, parameters.get('refresh_token') ?? '', ports);
  const found = ports.codes.redeem({
    code: parameters.get('code') ?? '',
    clientId,
    redirectUri: parameters.get('redirect_uri') ?? '',
    codeVerifier: parameters.get('code_verifier'),
  });
  return 'problem' in found ? { refusal: oauthError(400, 'invalid_grant', found.problem) } : found;
}

/** The vendor's server repeats the token in its descriptions. */
function sessionOfRefresh(clientId: string, token: string, ports: TokenEndpointPorts): Found {
  const claims = ports.mint.checkRefresh(token);
  if (claims === 'expired') {
    return { refusal: oauthError(401, 'invalid_token', `Invalid refresh token (expired): ${token}`) };
  }
  const found = claims === 'invalid' ? undefined : ports.refreshTokens.use(claims.jti, clientId);
  if (found !== undefined && 'session' in found) return found;
  return { refusal: oauthError(400, 'invalid_grant', `Invalid refresh token: ${token}`) };
}

function issueFor(client: DemoClient, session: Session, ports: TokenEndpointPorts): DemoAnswer {
  const { clientId } = client;
  const lifetimeSeconds = client.tokenLifetimeSeconds ?? ports.tokenLifetimeSeconds;
  const user = ports.users.get(session.userName ?? '');
  const issue = () => ports.mint.issue({ clientId, user, lifetimeSeconds });
  const { token, claims, leftSeconds } =
    client.repeatsToken === true ? ports.repeats.of(clientId, issue) : { ...issue(), leftSeconds: lifetimeSeconds };
  ports.sessions.add(claims.jti, session);
  return tokenAnswer({
    access_token: token,
    token_type: 'bearer',
    ...refreshTokenFor(client, session, claims, ports),
    expires_in: leftSeconds,
    ...members(claims),
  });
}

/** Only a client with that grant gets one. */
function refreshTokenFor(
  client: DemoClient,
  session: Session,
  claims: AccessTokenClaims,
  { mint, refreshTokens }: TokenEndpointPorts,
): { readonly refresh_token?: string } {
  if (!mayUse(client, 'REFRESH_TOKEN')) return {};
  const refresh = mint.issueRefresh(claims, client.refreshTokenLifetimeSeconds ?? dayInSeconds);
  refreshTokens.add(refresh.claims.jti, session);
  return { refresh_token: refresh.token };
}

/** Beside the tokens, exactly the members that the vendor's page shows. */
function members(claims: AccessTokenClaims): Record<string, unknown> {
  return {
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
