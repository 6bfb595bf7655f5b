/** NetFoundry's API: the networks of an organisation, for a good token and nothing else. */
import { readBearer } from '../oauth/bearer.ts';
import type { SigningKey } from '../oauth/signing-key.ts';
import { json, wrongMethod, type DemoAnswer } from '../server/answer.ts';
import type { ReceivedRequest } from '../server/received-request.ts';

/** The older API takes tokens for its audience, the newer one those with its scope. */
export interface GatewayPorts {
  readonly key: SigningKey;
  readonly audience: string;
  readonly scope: string;
}

export const tokenType = 'JWT';

export async function answerGatewayRequest(request: ReceivedRequest, ports: GatewayPorts): Promise<DemoAnswer> {
  const { pathname } = request.url;
  const isOlder = pathname === '/rest/v1/networks';
  if (!isOlder && pathname !== '/core/v2/networks') return json(404, { message: 'Not Found' });
  const bearer = readBearer(request);
  const claims = 'token' in bearer ? await ports.key.check(bearer.token, tokenType) : 'invalid';
  if (typeof claims === 'string') return unauthorized();
  const isFor = isOlder ? claims.aud === ports.audience : claims['scope'] === ports.scope;
  if (!isFor) return unauthorized();
  if (request.method !== 'GET') return wrongMethod('GET');
  return json(200, isOlder ? [] : { _embedded: { networkList: [] }, page: { size: 10, totalElements: 0 } });
}

function unauthorized(): DemoAnswer {
  return json(401, { message: 'Unauthorized' }, { 'www-authenticate': 'Bearer' });
}
