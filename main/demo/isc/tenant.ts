/** A SailPoint ISC tenant on loopback, as strict as the vendor's page: the whole application works without owning one. */
import { randomUUID } from 'node:crypto';
import { isoInstant, type Clock } from '../../clock.ts';
import { createCodes } from '../oauth/codes.ts';
import { createRefreshTokens } from '../oauth/refresh-tokens.ts';
import { createSessions } from '../oauth/sessions.ts';
import { createSignInFlow } from '../oauth/sign-in-flow.ts';
import { json, wrongMethod, type DemoAnswer } from '../server/answer.ts';
import { createControls, type TenantControls } from '../server/controls.ts';
import { startDemoServer, type DemoReply, type DemoServer } from '../server/demo-server.ts';
import { faultyReply } from '../server/faulty-reply.ts';
import type { ReceivedRequest } from '../server/received-request.ts';
import { answerApiRequest } from './api.ts';
import type { DemoClient, DemoUser } from './clients.ts';
import { oauthInfo } from './info.ts';
import { createLoginHost } from './login-host.ts';
import { answerTokenRequest } from './token-endpoint.ts';
import { createTokenRepeats } from './token-repeats.ts';
import { readTokenRequest } from './token-request.ts';
import { createTokenMint, type AccessTokenClaims } from './tokens.ts';

export interface IscTenantOptions {
  readonly clock: Clock;
  readonly tokenLifetimeSeconds: number;
  readonly clients: readonly DemoClient[];
  /** Who can sign in; default `jane.admin`, an administrator, and `omar.reader`, who is none. */
  readonly users?: readonly DemoUser[];
  /** The tenant's name; default `acme-demo`. */
  readonly org?: string;
}

/** Two hosts, as the vendor has them: `origin` and `requests` are those of the API gateway. */
export interface IscTenant extends TenantControls, DemoServer {
  readonly tokenEndpoint: string;
  /** Base of the REST API, without a trailing slash. */
  readonly apiBase: string;
  readonly authorizeEndpoint: string;
  /** The other host, on which people sign in; also that of the user interface. */
  readonly login: Pick<DemoServer, 'origin' | 'requests'>;
  /** The claims of an access token that is good here and now, else why it is refused. */
  check(token: string): AccessTokenClaims | 'expired' | 'invalid';
}

/** Listens on two free ports of 127.0.0.1. */
export async function startIscTenant(options: IscTenantOptions): Promise<IscTenant> {
  const { clock, misbehaviour, controls } = createControls(options.clock);
  const tenant = { tenantId: randomUUID(), org: options.org ?? 'acme-demo', pod: 'demo01-loopback' };
  const clients = new Map(options.clients.map((client) => [client.clientId, client]));
  const people = options.users ?? defaultUsers();
  const owners = options.clients.flatMap(({ user }) => (user === undefined ? [] : [user]));
  const users = new Map([...people, ...owners].map((user) => [user.userName, user]));
  const mint = createTokenMint(tenant, clock);
  const sessions = createSessions();
  const codes = createCodes(clock, sessions);
  const refreshTokens = createRefreshTokens(clock, sessions);
  const repeats = createTokenRepeats(clock);
  const { tokenLifetimeSeconds } = options;
  const created = isoInstant(clock.now());

  function check(token: string): AccessTokenClaims | 'expired' | 'invalid' {
    const claims = mint.check(token);
    return typeof claims !== 'string' && sessions.isTokenEnded(claims.jti) ? 'invalid' : claims;
  }

  async function answerToken(request: ReceivedRequest): Promise<DemoReply> {
    const read = await readTokenRequest(request);
    if ('refusal' in read) return { answer: read.refusal };
    const clientId = read.parameters.get('client_id') ?? '';
    const ports = { clients, users, mint, repeats, codes, refreshTokens, sessions, tokenLifetimeSeconds };
    const reply = await faultyReply(misbehaviour.take(clientId), () => answerTokenRequest(read, ports));
    return clients.has(clientId) ? { ...reply, clientId } : reply;
  }

  function answerRest(request: ReceivedRequest): DemoAnswer {
    if (request.url.pathname !== '/oauth/info') return answerApiRequest(request, { check, clients, users, created });
    if (request.method !== 'GET') return wrongMethod('GET');
    return json(200, oauthInfo(tenant, { api: api.origin, login: login.origin }));
  }

  const api = await startDemoServer(
    (request) => (request.url.pathname === '/oauth/token' ? answerToken(request) : { answer: answerRest(request) }),
    clock,
  );
  const names = people.map(({ userName }) => userName);
  const flow = createSignInFlow({ clock, tenantName: tenant.org, users: names, withCompany: true });
  const answerLogin = createLoginHost({ clients, codes, flow, apiOrigin: () => api.origin });
  const login = await startDemoServer(async (request) => ({ answer: await answerLogin(request) }), clock);
  return {
    ...controls,
    origin: api.origin,
    requests: api.requests,
    tokenEndpoint: `${api.origin}/oauth/token`,
    apiBase: api.origin,
    authorizeEndpoint: `${login.origin}/oauth/authorize`,
    login,
    check,
    async close() {
      await Promise.all([api.close(), login.close()]);
    },
  };
}

function defaultUsers(): readonly DemoUser[] {
  return [newUser('jane.admin', ['ORG_ADMIN']), newUser('omar.reader', [])];
}

function newUser(userName: string, authorities: readonly string[]): DemoUser {
  return { userId: randomUUID(), identityId: randomUUID().replaceAll('-', ''), userName, authorities };
}
