/** NetFoundry on loopback, with its identity providers, old and new, as strict as the vendor's page. */
import type { Clock } from '../../clock.ts';
import { createSigningKey } from '../oauth/signing-key.ts';
import { page, tokenAnswer } from '../server/answer.ts';
import { createControls, type TenantControls } from '../server/controls.ts';
import { startDemoServer, type DemoReply, type DemoServer } from '../server/demo-server.ts';
import { faultyReply } from '../server/faulty-reply.ts';
import type { ReceivedRequest } from '../server/received-request.ts';
import { answerAuth0Request, readAuth0Request } from './auth0-endpoint.ts';
import type { NetFoundryClient } from './clients.ts';
import { answerGatewayRequest, tokenType } from './gateway.ts';
import { answerNewerRequest, readNewerRequest } from './newer-endpoint.ts';

export interface NetFoundryTenantOptions {
  readonly clock: Clock;
  readonly clients: readonly NetFoundryClient[];
  /** Default 86,400, Auth0's own. */
  readonly tokenLifetimeSeconds?: number;
}

/** Two hosts, as the vendor has them: `origin` and `requests` are those of the gateway. */
export interface NetFoundryTenant extends TenantControls, DemoServer {
  /** Base of the REST API, without a trailing slash. */
  readonly apiBase: string;
  readonly newerApiBase: string;
  readonly tokenEndpoint: string;
  readonly newerTokenEndpoint: string;
  /** What the older token endpoint wants as `audience`. */
  readonly audience: string;
  /** What tokens of the newer one are for. */
  readonly scope: string;
  readonly identityProvider: Pick<DemoServer, 'origin' | 'requests'>;
}

/** Listens on two free ports of 127.0.0.1. */
export async function startNetFoundryTenant(options: NetFoundryTenantOptions): Promise<NetFoundryTenant> {
  const { clock, misbehaviour, controls } = createControls(options.clock);
  const lifetimeSeconds = options.tokenLifetimeSeconds ?? 86_400;
  const clients = new Map(options.clients.map((client) => [client.clientId, client]));
  const key = await createSigningKey(clock);
  const gateway = await startDemoServer(
    async (request) => ({ answer: await answerGatewayRequest(request, { key, audience, scope }) }),
    clock,
  );
  const audience = `${gateway.origin}/`;
  const scope = `${audience}/ignore-scope`;

  const issue = async ({ clientId }: NetFoundryClient, access: Readonly<Record<string, string>>) => {
    const iat = Math.floor(clock.now() / 1_000);
    const claims = { iss: `${provider.origin}/`, sub: `${clientId}@clients`, azp: clientId, iat, ...access };
    const token = await key.sign({ ...claims, exp: iat + lifetimeSeconds }, tokenType);
    return tokenAnswer({ access_token: token, expires_in: lifetimeSeconds, token_type: 'Bearer' });
  };

  async function replyAsProvider(request: ReceivedRequest): Promise<DemoReply> {
    const { pathname } = request.url;
    if (pathname === '/oauth/token') {
      const read = await readAuth0Request(request);
      if ('refusal' in read) return { answer: read.refusal };
      const ports = { clients, audience, issue: (client: NetFoundryClient) => issue(client, { aud: audience }) };
      return reply(read.get('client_id') ?? '', () => answerAuth0Request(read, ports));
    }
    if (pathname !== '/oauth2/token') return { answer: page(404) };
    const read = await readNewerRequest(request);
    if ('refusal' in read) return { answer: read.refusal };
    const ports = { clients, scope, issue: (client: NetFoundryClient) => issue(client, { scope }) };
    return reply(read.clientId, () => answerNewerRequest(read, ports));
  }

  async function reply(clientId: string, right: Parameters<typeof faultyReply>[1]): Promise<DemoReply> {
    const answered = await faultyReply(misbehaviour.take(clientId), right);
    return clients.has(clientId) ? { ...answered, clientId } : answered;
  }

  const provider = await startDemoServer(replyAsProvider, clock);
  return {
    ...controls,
    origin: gateway.origin,
    requests: gateway.requests,
    apiBase: `${gateway.origin}/rest/v1`,
    newerApiBase: `${gateway.origin}/core/v2`,
    tokenEndpoint: `${provider.origin}/oauth/token`,
    newerTokenEndpoint: `${provider.origin}/oauth2/token`,
    audience,
    scope,
    identityProvider: provider,
    async close() {
      await Promise.all([gateway.close(), provider.close()]);
    },
  };
}
