/** A tenant at which people sign in: one API client for each profile, whose sessions last as long as a spec wants. */
import { randomInt, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { systemClock } from '../../../main/clock.ts';
import type { DemoClient } from '../../../main/demo/isc/clients.ts';
import { startIscTenant } from '../../../main/demo/isc/tenant.ts';
import { tokenMark } from './strict-tenant.ts';

export interface PeopleTenant {
  /** Of the sessions that begin from now on. */
  sessionSeconds: number;
  /** Begins every address of its sign-in pages. */
  readonly authorizeEndpoint: string;
  /** Fields of the profile file, besides the name. Each call is another client, with a redirect URI of its own. */
  profile(): Readonly<Record<string, unknown>>;
  readonly clientSecret: string;
  /** As of `StrictTenant`; refresh tokens have it as well. */
  readonly mark: string;
  /** Whether its API takes the token. */
  accepts(token: string): Promise<boolean>;
  close(): Promise<void>;
}

/** For `count` profiles. */
export async function startPeopleTenant(count: number): Promise<PeopleTenant> {
  const clientSecret = `people-CANARY-${randomUUID()}`;
  const ports = await freePorts(count);
  let sessionSeconds = 3_600;
  const clients = ports.map((port): DemoClient & { readonly redirectUris: readonly [string] } => ({
    clientId: randomUUID(),
    clientSecret,
    name: 'Tokentray',
    grantTypes: ['AUTHORIZATION_CODE', 'REFRESH_TOKEN'],
    redirectUris: [`http://localhost:${port}/signed-in`],
    get refreshTokenLifetimeSeconds() {
      return sessionSeconds;
    },
  }));
  const tenant = await startIscTenant({ clock: systemClock, tokenLifetimeSeconds: 600, org: 'acme-people', clients });
  const unused = [...clients];
  return {
    get sessionSeconds() {
      return sessionSeconds;
    },
    set sessionSeconds(seconds) {
      sessionSeconds = seconds;
    },
    authorizeEndpoint: tenant.authorizeEndpoint,
    clientSecret,
    mark: await tokenMark(tenant.origin),
    profile() {
      const client = unused.shift();
      if (client === undefined) throw new Error('There is no client left');
      return {
        system: 'isc',
        auth: 'authorization_code',
        clientId: client.clientId,
        redirectUri: client.redirectUris[0],
        endpoints: {
          token: tenant.tokenEndpoint,
          authorize: tenant.authorizeEndpoint,
          api: tenant.apiBase,
          ui: tenant.login.origin,
        },
      };
    },
    accepts: async (token) => typeof tenant.check(token) !== 'string',
    close: () => tenant.close(),
  };
}

/** Below those that the system hands out by itself, which somebody else could have by the time of a sign-in. */
async function freePorts(count: number): Promise<readonly number[]> {
  const ports = new Set<number>();
  while (ports.size < count) {
    const port = randomInt(20_000, 30_000);
    if (await isFree(port)) ports.add(port);
  }
  return [...ports];
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    await once(server.listen(port, '127.0.0.1'), 'listening');
    return true;
  } catch {
    return false;
  } finally {
    server.close();
  }
}
