/** All calls of the contract, put together from their topics. */
import { systemOf } from '../systems/registry.ts';
import type { Calls } from './answer.ts';
import { appCalls } from './app-calls.ts';
import { draftCalls } from './draft-calls.ts';
import type { CallPorts, Desktop } from './ports.ts';
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
    ...appCalls(desktop, feed),
    ...profileCalls(ports, desktop, removals),
    ...signInCalls(ports, desktop),
    ...draftCalls(ports),
    ...settingsCalls(ports),
    ...vaultCalls(storage.vault, door, feed.touch),
  };
}

/** A session that the server cannot be told about stays as it is, and comes back with its profile. */
function sessionEnder({ storage, engine, signIns }: CallPorts): (id: string) => Promise<boolean> {
  return async (id) => {
    const definition = storage.profiles.get(id)?.profile;
    if (definition === undefined || engine.session(id) === undefined) return false;
    if (systemOf(definition).endpoints(definition).revoke === undefined) return false;
    await signIns.signOut(id);
    return true;
  };
}
