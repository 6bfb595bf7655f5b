/** The endpoints at which a client asks directly, and says each time who it is: token, device authorization, revocation. */
import { readParameters, refused, type Parameters } from '../oauth/parameters.ts';
import { json, oauthError, type DemoAnswer } from '../server/answer.ts';
import type { DemoReply } from '../server/demo-server.ts';
import { faultyReply } from '../server/faulty-reply.ts';
import type { Misbehaviour } from '../server/misbehaviour.ts';
import type { ReceivedRequest } from '../server/received-request.ts';
import { authenticateClient, readClient, type AuthenticationPorts } from './client-authentication.ts';
import { grantTypes, mayAskFor, mayUse, type OidcClient } from './clients.ts';
import type { OidcEndpoints } from './endpoints.ts';
import { grants, type GrantPorts } from './grants.ts';
import { checkAccessToken, issueTokens, type TokenPorts } from './tokens.ts';

export interface BackChannelPorts extends AuthenticationPorts, GrantPorts, TokenPorts {
  readonly endpoints: OidcEndpoints;
  readonly misbehaviour: Misbehaviour;
}

type Endpoint = (
  client: OidcClient,
  parameters: Parameters,
  ports: BackChannelPorts,
) => DemoAnswer | Promise<DemoAnswer>;

/** Unknown parameters are ignored (RFC 6749 section 3.2). */
export async function answerClient(
  request: ReceivedRequest,
  endpoint: Endpoint,
  ports: BackChannelPorts,
): Promise<DemoReply> {
  const parameters = await readParameters(request, ['form']);
  if ('refusal' in parameters) return { answer: parameters.refusal };
  const claim = readClient(request, parameters);
  if ('refusal' in claim) return { answer: claim.refusal };
  const { clientId } = claim;
  const reply = await faultyReply(ports.misbehaviour.take(clientId), async () => {
    const found = await authenticateClient(claim, ports);
    return 'refusal' in found ? found.refusal : endpoint(found.client, parameters, ports);
  });
  return ports.clients.has(clientId) ? { ...reply, clientId } : reply;
}

/** RFC 6749 section 3.2. */
export const answerToken: Endpoint = async (client, parameters, ports) => {
  const grantType = parameters.get('grant_type');
  if (grantType === undefined) return refused('grant_type is missing.').refusal;
  const grant = Object.values(grantTypes).find((known) => known === grantType);
  if (grant === undefined) return oauthError(400, 'unsupported_grant_type', 'This server does not know this grant.');
  if (!mayUse(client, grant)) return oauthError(400, 'unauthorized_client', 'The client may not use this grant.');
  const granted = await grants[grant](client, parameters, ports);
  if ('refusal' in granted) return granted.refusal;
  return issueTokens({ ...granted, client, audience: parameters.get('audience') ?? parameters.get('resource') }, ports);
};

/** RFC 8628 section 3.1. */
export const answerDeviceAuthorization: Endpoint = (client, parameters, { deviceCodes, endpoints }) => {
  const scope = parameters.get('scope') ?? '';
  if (!mayUse(client, grantTypes.deviceCode)) {
    return oauthError(400, 'unauthorized_client', 'The client may not use this grant.');
  }
  if (!mayAskFor(client, scope)) return oauthError(400, 'invalid_scope', 'The client does not have this scope.');
  const { deviceCode, userCode, expiresInSeconds, intervalSeconds } = deviceCodes.issue(client.clientId, scope);
  const answer = {
    device_code: deviceCode,
    user_code: userCode,
    verification_uri: endpoints.device,
    verification_uri_complete: `${endpoints.device}?user_code=${userCode}`,
    expires_in: expiresInSeconds,
    interval: intervalSeconds,
  };
  return json(200, answer, { 'cache-control': 'no-store' });
};

/** RFC 7009 section 2: a token that is not known is as good as revoked; one of another client is not to be touched. */
export const answerRevocation: Endpoint = async (client, parameters, ports) => {
  const token = parameters.get('token');
  if (token === undefined) return refused('token is missing.').refusal;
  const session = ports.refreshTokens.sessionOf(token);
  const claims = session === undefined ? await checkAccessToken(token, ports) : undefined;
  const owner = session?.clientId ?? claims?.['client_id'] ?? client.clientId;
  if (owner !== client.clientId) return refused('The token is another client’s.').refusal;
  if (session !== undefined) ports.sessions.end(session);
  if (claims?.jti !== undefined) ports.sessions.endToken(claims.jti);
  return { status: 200, headers: { 'cache-control': 'no-store' }, body: '' };
};
