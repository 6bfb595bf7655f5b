/** All calls of the main window, put together from their topics. */
import type { Calls, CallsOf } from './answer.ts';
import { appCalls } from './app-calls.ts';
import { draftCalls } from './draft-calls.ts';
import { sessionEnder } from './end-session.ts';
import type { CallPorts, Desktop } from './ports.ts';
import { manyCalls } from './many-calls.ts';
import { createAppliedImports } from './applied-imports.ts';
import { exportCalls } from './export-calls.ts';
import { importCalls } from './import-calls.ts';
import { createOpenImports } from './open-imports.ts';
import { pasteCalls, withPasted } from './paste-calls.ts';
import { createPastedSecrets } from './pasted-secrets.ts';
import { profileCalls } from './profile-calls.ts';
import { createRemovals } from './removals.ts';
import { settingsCalls } from './settings-calls.ts';
import { signInCalls } from './sign-in-calls.ts';
import { vaultCalls } from './vault-calls.ts';
import type { VaultDoor } from './vault-door.ts';
import type { ViewFeed } from './view-feed.ts';

export interface CallParts {
  readonly ports: CallPorts;
  readonly desktop: Desktop;
  readonly door: VaultDoor;
  readonly feed: ViewFeed;
}

/** Those of the quick switcher's own window are not for it. */
export type WindowCalls = Omit<Calls, keyof CallsOf<'switcher'>>;

export function createCalls({ ports, desktop, door, feed }: CallParts): WindowCalls {
  const { clock, settings, storage } = ports;
  const removals = createRemovals({ profiles: storage.profiles, settings, clock, endSession: sessionEnder(ports) });
  const pasted = createPastedSecrets(clock);
  const imports = createOpenImports(clock);
  return {
    ...appCalls(desktop, feed, settings),
    ...profileCalls(ports, desktop, removals),
    ...manyCalls(ports, removals),
    ...signInCalls(ports, desktop),
    ...withPasted(draftCalls(ports, desktop), pasted),
    ...pasteCalls({ pasted, imports }),
    ...importCalls({ ports, desktop, imports, applied: createAppliedImports(clock) }),
    ...exportCalls(ports, desktop),
    ...settingsCalls(ports, desktop),
    ...vaultCalls(storage.vault, door, feed.touch),
  };
}
