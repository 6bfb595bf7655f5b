/**
 * The demo: a tenant on loopback and three profiles in a throw-away data folder with a vault of its own, so that a newcomer
 * sees tokens renewed, a secret rejected, and a server that fails and recovers.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import type { Clock, Timer } from '../clock.ts';
import type { StoredProfile } from '../profiles/profile.ts';
import type { Settings } from '../settings/settings.ts';
import { createProcessIdentity } from '../storage/process-identity.ts';
import type { Enrolment } from '../tokens/enrolment.ts';
import type { DemoClient } from './isc/clients.ts';
import { startIscTenant } from './isc/tenant.ts';
import type { IscTenant } from './isc/tenant.ts';
import {
  makeUnownedFolder,
  ownThrowAwayFolder,
  removeThrowAwayFolder,
  sweepThrowAwayFolders,
} from './throw-away-folder.ts';

/** What the demo needs of the services that run in its folder. */
export interface DemoServices {
  readonly enrolment: Enrolment;
  readonly settings: Settings;
  profile(name?: string): StoredProfile;
  close(): Promise<void>;
}

export interface DemoOptions<Services extends DemoServices> {
  readonly clock: Clock;
  /** Made by `makeUnownedFolder`, where one had to be there before; absent: one is made. */
  readonly home?: string;
  /** Opens the services with nothing but this environment: nothing of the person's own is touched. */
  openServices(environment: Readonly<Record<string, string>>): Services;
}

export interface Demo<Services extends DemoServices> {
  readonly services: Services;
  /** After the services were closed: ends the tenant and deletes the folder. */
  end(): Promise<void>;
  /** Deletes the folder at once, for a process that is about to end. */
  endNow(): void;
}

/** Renewed after half of it, so several times within two minutes; longer than the minute that `token` asks for by default. */
const tokenLifetimeSeconds = 75;

/** The flaky server fails for longer than its tokens are renewed ahead, so that one expires before it recovers. */
const flaky = { tokenLifetimeSeconds: 45, worksForMs: 35_000, failsForMs: 25_000 };

/** Leaves nothing behind when it fails, and removes what a demo that was killed left behind. */
export async function startDemo<Services extends DemoServices>(
  options: DemoOptions<Services>,
): Promise<Demo<Services>> {
  const { clock } = options;
  const processes = createProcessIdentity();
  await sweepThrowAwayFolders(tmpdir(), processes);
  const clients = { acme: personalAccessToken('demo.admin'), flaky: flakyClient() };
  const tenant = await startIscTenant({ clock, tokenLifetimeSeconds, clients: Object.values(clients) });
  const rhythm = failAgainAndAgain(clock, tenant, clients.flaky.clientId);
  const home = options.home ?? makeUnownedFolder(tmpdir());
  const endNow = () => removeThrowAwayFolder(home);
  const end = async () => {
    rhythm.cancel();
    await tenant.close();
    endNow();
  };
  let services: Services | undefined;
  try {
    await ownThrowAwayFolder(home, processes);
    services = options.openServices({ TOKENTRAY_HOME: home, TOKENTRAY_KEYCHAIN: 'memory' });
    await enrol(services, tenant, clients);
    return { services, end, endNow };
  } catch (error) {
    await services?.close();
    await end();
    throw error;
  }
}

async function enrol(
  services: DemoServices,
  tenant: IscTenant,
  clients: { readonly acme: DemoClient; readonly flaky: DemoClient },
): Promise<void> {
  const { acme } = clients;
  const profiles = [
    { name: 'demo-acme', label: 'Works, and is renewed', client: acme, clientSecret: acme.clientSecret },
    { name: 'demo-rejected', label: 'Its secret was replaced', client: acme, clientSecret: newSecret() },
    {
      name: 'demo-flaky',
      label: 'Its server fails at times',
      client: clients.flaky,
      clientSecret: clients.flaky.clientSecret,
    },
  ];
  for (const { name, label, client, clientSecret } of profiles) {
    const { tokenEndpoint: token, apiBase: api } = tenant;
    await services.enrolment.add(
      {
        version: 1,
        name,
        label,
        system: 'isc',
        auth: 'client_credentials',
        clientId: client.clientId,
        endpoints: { token, api },
        environment: 'development',
      },
      { clientSecret },
    );
  }
  await services.settings.set('defaultProfile', services.profile('demo-acme').id);
}

/** As ISC makes them: ids may be 32 hex digits, secrets are 64. */
function personalAccessToken(userName: string): DemoClient {
  const user = {
    userId: randomUUID(),
    identityId: randomBytes(16).toString('hex'),
    userName,
    authorities: ['ORG_ADMIN'],
  };
  return { clientId: randomBytes(16).toString('hex'), clientSecret: newSecret(), user };
}

function flakyClient(): DemoClient {
  return { ...personalAccessToken('demo.flaky'), tokenLifetimeSeconds: flaky.tokenLifetimeSeconds };
}

function newSecret(): string {
  return randomBytes(32).toString('hex');
}

function failAgainAndAgain(clock: Clock, tenant: IscTenant, clientId: string): Timer {
  const { worksForMs, failsForMs } = flaky;
  let timer = clock.setTimer(worksForMs, fail);
  function fail(): void {
    tenant.misbehave(clientId, { kind: 'status', status: 503 }, { forMs: failsForMs });
    timer = clock.setTimer(failsForMs + worksForMs, fail);
  }
  return { cancel: () => timer.cancel() };
}
