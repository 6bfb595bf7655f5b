/** A SailPoint NERM tenant on loopback, which takes its own API keys and the tokens of an ISC tenant. */
import type { Clock } from '../../clock.ts';
import type { IscTenant } from '../isc/tenant.ts';
import { readBearer } from '../oauth/bearer.ts';
import { isSameText } from '../oauth/same-text.ts';
import { json, wrongMethod, type DemoAnswer } from '../server/answer.ts';
import { createControls, type TenantControls } from '../server/controls.ts';
import { startDemoServer, type DemoServer } from '../server/demo-server.ts';
import { faultyReply } from '../server/faulty-reply.ts';
import type { ReceivedRequest } from '../server/received-request.ts';

export interface NermTenantOptions {
  readonly clock: Clock;
  /** Static bearer tokens, made at random by whoever starts the tenant. */
  readonly apiKeys?: readonly string[];
  /** Whose tokens are good here as well. */
  readonly isc?: Pick<IscTenant, 'check'>;
}

/** There are no clients here: its controls take the empty text for all requests. */
export interface NermTenant extends TenantControls, DemoServer {
  /** Base of the REST API, without a trailing slash. */
  readonly apiBase: string;
}

const apiPath = '/api/v1';

/** Listens on a free port of 127.0.0.1. */
export async function startNermTenant(options: NermTenantOptions): Promise<NermTenant> {
  const { clock, misbehaviour, controls } = createControls(options.clock);
  const server = await startDemoServer(
    (request) => faultyReply(misbehaviour.take(''), () => answerRequest(request, options)),
    clock,
  );
  return { ...controls, ...server, apiBase: `${server.origin}${apiPath}` };
}

function answerRequest(request: ReceivedRequest, options: NermTenantOptions): DemoAnswer {
  if (request.url.pathname !== `${apiPath}/non-employee-sources`) return json(404, { error: 'Not Found' });
  const bearer = readBearer(request);
  const access = 'token' in bearer ? accessOf(bearer.token, options) : 'none';
  if (access === 'none') return json(401, { error: 'Unauthorized' }, { 'www-authenticate': 'Bearer' });
  if (access === 'no-user') return json(403, { error: 'Forbidden' });
  if (request.method !== 'GET') return wrongMethod('GET');
  return json(200, { non_employee_sources: [], _metadata: { limit: 100, offset: 0, total: 0 } });
}

/** A token of ISC grants what its user may do: without one, nothing. */
function accessOf(token: string, { apiKeys = [], isc }: NermTenantOptions): 'all' | 'no-user' | 'none' {
  if (apiKeys.some((apiKey) => isSameText(apiKey, token))) return 'all';
  const claims = isc?.check(token) ?? 'invalid';
  if (typeof claims === 'string') return 'none';
  return claims.user_id === null ? 'no-user' : 'all';
}
