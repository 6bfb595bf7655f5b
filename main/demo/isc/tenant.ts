/** A SailPoint ISC tenant on loopback, as strict as the vendor's page: the whole application works without owning one. */
import { randomUUID } from 'node:crypto';
import type { Clock } from '../../clock.ts';
import { json, type DemoAnswer } from '../server/answer.ts';
import { startDemoServer, type DemoReply } from '../server/demo-server.ts';
import { faultyReply } from '../server/faulty-reply.ts';
import { answerApiRequest } from './api.ts';
import type { DemoClient } from './clients.ts';
import { answerTokenRequest } from './token-endpoint.ts';
import { readTokenRequest, type ReceivedRequest } from './token-request.ts';
import { createTokenMint } from './tokens.ts';
import { createMisbehaviour, type Fault, type FaultSpan } from '../server/misbehaviour.ts';

export interface IscTenantOptions {
  readonly clock: Clock;
  readonly tokenLifetimeSeconds: number;
  readonly clients: readonly DemoClient[];
  /** The tenant's name; default `acme-demo`. */
  readonly org?: string;
}

/** One request that was answered, or whose connection was ended: never with a secret or a token. */
interface LoggedRequest {
  readonly method: string;
  /** Without the query, which may hold secrets. */
  readonly path: string;
  /** 0 where the connection was ended without an answer. */
  readonly status: number;
  /** Of token requests of a client that the tenant knows. */
  readonly clientId?: string;
}

export interface IscTenant {
  /** Such as `http://127.0.0.1:41234`. */
  readonly origin: string;
  readonly tokenEndpoint: string;
  /** Base of the REST API, without a trailing slash. */
  readonly apiBase: string;
  /** The last 1,000 requests, oldest first. */
  readonly requests: readonly LoggedRequest[];
  /** Makes token requests of this client go wrong; `span` says for how long, default until `behave`. */
  misbehave(clientId: string, fault: Fault, span?: FaultSpan): void;
  behave(clientId: string): void;
  /** Ends every connection at once. */
  close(): Promise<void>;
}

interface RoutedReply {
  readonly reply: DemoReply;
  readonly clientId?: string;
}

const maxLogged = 1_000;

/** Listens on a free port of 127.0.0.1. */
export async function startIscTenant(options: IscTenantOptions): Promise<IscTenant> {
  const { clock, tokenLifetimeSeconds } = options;
  const tenant = { tenantId: randomUUID(), org: options.org ?? 'acme-demo', pod: 'demo01-loopback' };
  const clients = new Map(options.clients.map((client) => [client.clientId, client]));
  const mint = createTokenMint(tenant, clock);
  const misbehaviour = createMisbehaviour(clock);
  const requests: LoggedRequest[] = [];

  async function answerToken(request: ReceivedRequest): Promise<RoutedReply> {
    const parameters = await readTokenRequest(request);
    if ('refusal' in parameters) return { reply: { answer: parameters.refusal } };
    const right = () => answerTokenRequest(parameters, { clients, mint, tokenLifetimeSeconds });
    const reply = faultyReply(misbehaviour.take(parameters.clientId), right);
    return clients.has(parameters.clientId) ? { reply, clientId: parameters.clientId } : { reply };
  }

  function answerRest(request: ReceivedRequest): DemoAnswer {
    if (request.url.pathname !== '/oauth/info') return answerApiRequest(request, mint);
    if (request.method !== 'GET') return json(405, { error: 'Only GET is served here' }, { allow: 'GET' });
    return json(200, oauthInfo(server.origin, tenant));
  }

  async function answer(request: ReceivedRequest): Promise<DemoReply> {
    const path = request.url.pathname;
    const { reply, ...known } =
      path === '/oauth/token' ? await answerToken(request) : { reply: { answer: answerRest(request) } };
    requests.push({ method: request.method, path, status: reply.answer?.status ?? 0, ...known });
    if (requests.length > maxLogged) requests.shift();
    return reply;
  }

  const server = await startDemoServer(answer, clock);
  return {
    origin: server.origin,
    tokenEndpoint: `${server.origin}/oauth/token`,
    apiBase: server.origin,
    requests,
    misbehave: (clientId, fault, span) => misbehaviour.set(clientId, fault, span),
    behave: (clientId) => misbehaviour.clear(clientId),
    close: () => server.close(),
  };
}

/** The object that the vendor's page documents for `/oauth/info`. */
function oauthInfo(origin: string, tenant: { tenantId: string; org: string; pod: string }): Record<string, string> {
  return {
    tenantId: tenant.tenantId,
    tenantName: tenant.org,
    authorizeEndpoint: `${origin}/oauth/authorize`,
    tokenEndpoint: `${origin}/oauth/token`,
    cloudDomainUrl: origin,
    logoutUrl: `${origin}/logout`,
    pod: tenant.pod,
  };
}
