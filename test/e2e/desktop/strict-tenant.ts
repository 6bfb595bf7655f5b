/** A strict ISC tenant on loopback for the specs: its API checks tokens, its clients' secrets are canaries, its lifetimes can be changed. */
import { randomUUID } from 'node:crypto';
import { systemClock } from '../../../main/clock.ts';
import type { DemoClient } from '../../../main/demo/isc/clients.ts';
import { startIscTenant } from '../../../main/demo/isc/tenant.ts';
import type { IscTenant } from '../../../main/demo/isc/tenant.ts';

interface TenantClient {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Of the tokens that it is given from now on. */
  lifetimeSeconds: number;
}

export interface StrictTenant {
  readonly origin: string;
  readonly client: TenantClient;
  /** The same for every token of this tenant, and in nothing else: how a token is recognised wherever it leaked to. */
  readonly mark: string;
  misbehave: IscTenant['misbehave'];
  behave: IscTenant['behave'];
  /** Whether the tenant's API takes the token: a dead or shortened one is refused. */
  accepts(token: string): Promise<boolean>;
  /** Requests for a token so far, of clients that the tenant knows. */
  tokenRequests(): number;
  close(): Promise<void>;
}

const tenantUser = 'jane.admin';
const tenantOrg = 'acme-test';

/** Its tokens live an hour at first. */
export async function startStrictTenant(): Promise<StrictTenant> {
  const client: TenantClient = {
    clientId: randomUUID(),
    clientSecret: `tenant-CANARY-${randomUUID()}`,
    lifetimeSeconds: 3_600,
  };
  const tenant = await startIscTenant({
    clock: systemClock,
    tokenLifetimeSeconds: 3_600,
    org: tenantOrg,
    clients: [known(client)],
  });
  return {
    origin: tenant.origin,
    client,
    mark: await tokenMark(tenant.origin),
    misbehave: (...fault) => tenant.misbehave(...fault),
    behave: (clientId) => tenant.behave(clientId),
    async accepts(token) {
      const headers = { authorization: `Bearer ${token}` };
      const { status } = await fetch(`${tenant.apiBase}/v3/account-activities?limit=1`, { headers });
      return status === 200;
    },
    tokenRequests: () =>
      tenant.requests.filter(({ path, clientId }) => path === '/oauth/token' && clientId !== undefined).length,
    close: () => tenant.close(),
  };
}

/** As the tenant sees it: asked for the lifetime at each request. */
function known(client: TenantClient): DemoClient {
  const { clientId, clientSecret } = client;
  return {
    clientId,
    clientSecret,
    user: { userId: randomUUID(), identityId: 'f'.repeat(32), userName: tenantUser, authorities: ['ORG_ADMIN'] },
    get tokenLifetimeSeconds() {
      return client.lifetimeSeconds;
    },
  };
}

/** The payload of its tokens begins with the tenant's id, which is random. */
export async function tokenMark(origin: string): Promise<string> {
  const { tenantId } = (await (await fetch(`${origin}/oauth/info`)).json()) as { tenantId: string };
  const beginning = JSON.stringify({ tenant_id: tenantId }).slice(0, -1);
  const text = Buffer.from(beginning).toString('base64url');
  return text.slice(0, Math.floor(text.length / 4) * 4 - 4);
}
