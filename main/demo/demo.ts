/**
 * The demo: a tenant of each system on loopback and a profile for each in a throw-away data folder with a vault of its own,
 * so that a newcomer sees tokens renewed, a secret rejected, and a server that fails and recovers.
 */
import { tmpdir } from 'node:os';
import type { Clock } from '../clock.ts';
import type { StoredProfile } from '../profiles/profile.ts';
import type { Settings } from '../settings/settings.ts';
import { createProcessIdentity } from '../storage/process-identity.ts';
import type { Enrolment } from '../tokens/enrolment.ts';
import { defaultDemoProfile, demoProfiles } from './demo-profiles.ts';
import { startDemoTenants, type DemoTenants } from './demo-tenants.ts';
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
  /** After the services were closed: ends the tenants and deletes the folder. */
  end(): Promise<void>;
  /** Deletes the folder at once, for a process that is about to end. */
  endNow(): void;
}

/** Leaves nothing behind when it fails, and removes what a demo that was killed left behind. */
export async function startDemo<Services extends DemoServices>(
  options: DemoOptions<Services>,
): Promise<Demo<Services>> {
  const { clock } = options;
  const processes = createProcessIdentity();
  await sweepThrowAwayFolders(tmpdir(), processes);
  const tenants = await startDemoTenants(clock);
  const home = options.home ?? makeUnownedFolder(tmpdir());
  const endNow = () => removeThrowAwayFolder(home);
  const end = async () => {
    await tenants.close();
    endNow();
  };
  let services: Services | undefined;
  try {
    await ownThrowAwayFolder(home, processes);
    services = options.openServices({ TOKENTRAY_HOME: home, TOKENTRAY_KEYCHAIN: 'memory' });
    await enrol(services, tenants);
    return { services, end, endNow };
  } catch (error) {
    await services?.close();
    await end();
    throw error;
  }
}

async function enrol(services: DemoServices, tenants: DemoTenants): Promise<void> {
  for (const { profile, secrets } of demoProfiles(tenants)) await services.enrolment.add(profile, secrets);
  await services.settings.set('defaultProfile', services.profile(defaultDemoProfile).id);
}
