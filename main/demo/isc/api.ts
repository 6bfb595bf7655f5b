/** The little of ISC's API that a demo tenant has: enough to see that a token is good, dead, without a user or without a right. */
import { readBearer } from '../oauth/bearer.ts';
import { json, wrongMethod, type DemoAnswer } from '../server/answer.ts';
import type { ReceivedRequest } from '../server/received-request.ts';
import { forbidden, notFound, unauthorized } from './api-error.ts';
import type { DemoClient, DemoUser } from './clients.ts';
import { describeClients } from './oauth-clients.ts';
import { listPersonalAccessTokens } from './personal-access-tokens.ts';
import type { AccessTokenClaims } from './tokens.ts';

export interface ApiPorts {
  /** Of access tokens. */
  check(token: string): AccessTokenClaims | 'expired' | 'invalid';
  readonly clients: ReadonlyMap<string, DemoClient>;
  readonly users: ReadonlyMap<string, DemoUser>;
  /** When the tenant began, as the API writes instants. */
  readonly created: string;
}

/** The versions of the API that the vendor's page names, and the dated ones. */
const versions = '(?:v3|beta|v2|cc/api|v20\\d\\d)';
const apiPath = new RegExp(`^/${versions}/[^/]`);
const clientsPath = new RegExp(`^/${versions}/oauth-clients(?:/([^/]*))?$`);
const personalAccessTokensPath = new RegExp(`^/${versions}/personal-access-tokens$`);

/** Everything that is not modelled is an empty list, for a good token of a user. */
export function answerApiRequest(request: ReceivedRequest, ports: ApiPorts): DemoAnswer {
  const { pathname } = request.url;
  if (!apiPath.test(pathname)) return notFound();
  const bearer = readBearer(request);
  if ('problem' in bearer && bearer.problem === 'missing') return unauthorized('JWT is required', 'Bearer');
  const claims = 'token' in bearer ? ports.check(bearer.token) : 'invalid';
  if (typeof claims === 'string') {
    return unauthorized(`JWT validation failed: JWT is ${claims}`, 'Bearer error="invalid_token"');
  }
  if (request.method !== 'GET') return wrongMethod('GET');
  const user = ports.users.get(claims.user_name ?? '');
  if (user === undefined) return forbidden();
  const client = clientsPath.exec(pathname);
  if (client !== null) return describeClients(user, client[1], ports);
  if (personalAccessTokensPath.test(pathname)) return listPersonalAccessTokens(user, request.url.searchParams, ports);
  return json(200, []);
}
