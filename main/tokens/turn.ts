/** The turn to send token requests for a profile: one process has it at a time, and in it one task. */
import { sleep } from '../clock.ts';
import type { Clock } from '../clock.ts';
import type { Lease, Storage } from '../storage/storage.ts';

/** More than any request may take (30 s), so that a lease outlives its request. */
export const leaseLifetimeMs = 45_000;

/** While waiting for another process: how often to see whether it still lives. Its result comes by the change feed. */
const livenessCheckMs = 100;

export interface TurnOptions {
  readonly clock: Clock;
  readonly storage: Pick<Storage, 'leases' | 'onChange'>;
}

/**
 * Waits until nobody else has the turn. Undefined as soon as `isNeedless` says that it is no longer wanted: what another one
 * did with the turn may be all that was to be done. Rejects with `storage.*`.
 */
export async function takeTurn(
  { clock, storage }: TurnOptions,
  profileId: string,
  isNeedless: () => boolean = () => false,
): Promise<Lease | undefined> {
  while (!isNeedless()) {
    const taken = await storage.leases.acquire(profileId, leaseLifetimeMs);
    if ('nonce' in taken) return taken;
    const wake = new AbortController();
    const unsubscribe = storage.onChange((change) => {
      if (change.profileIds === 'all' || change.profileIds.has(profileId)) wake.abort();
    });
    try {
      do {
        await sleep(clock, livenessCheckMs, wake.signal);
      } while (!wake.signal.aborted && (await storage.leases.isAlive(taken.holder)));
    } finally {
      unsubscribe();
    }
  }
  return undefined;
}

/** Does `work` while nobody else sends requests for the profile. */
export async function inTurn<Result>(
  options: TurnOptions,
  profileId: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const lease = await takeTurn(options, profileId);
  try {
    return await work();
  } finally {
    // What was done is done: were this to fail, the lease would run out by itself.
    if (lease !== undefined) await options.storage.leases.release(lease).catch(() => undefined);
  }
}
