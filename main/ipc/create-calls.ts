/** All calls of the contract, put together from their topics. */
import type { Calls } from './answer.ts';
import { appCalls } from './app-calls.ts';
import { draftCalls } from './draft-calls.ts';
import { sessionEnder } from './end-session.ts';
import type { CallPorts, Desktop } from './ports.ts';
import { manyCalls } from './many-calls.ts';
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

export function createCalls({ ports, desktop, door, feed }: CallParts): Calls {
  const { clock, settings, storage } = ports;
  const removals = createRemovals({ profiles: storage.profiles, settings, clock, endSession: sessionEnder(ports) });
  return {
    ...appCalls(desktop, feed, settings),
    ...profileCalls(ports, desktop, removals),
    ...signInCalls(ports, desktop),
    ...draftCalls(ports),
    ...settingsCalls(ports),
    ...manyCalls(ports, removals),
    ...vaultCalls(storage.vault, door, feed.touch),
  };
}
