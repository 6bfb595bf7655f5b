/** The turn to send token requests for a profile: one process has it at a time, and in it one task. */
import { sleep } from '../clock.ts';
import type { Clock } from '../clock.ts';
import { TokentrayError } from '../errors.ts';
import type { LeaseRecord } from '../storage/records.ts';
import type { Lease, Storage } from '../storage/storage.ts';

/** More than any request may take (30 s): who hangs in the middle of one delays nobody for longer. */
export const leaseLifetimeMs = 45_000;

/** Well within the time that others leave the owner of a lease that has run out (`ownersGraceMs`). */
export const renewalPauseMs = 5_000;

/** Work that never ends loses its turn by time: about two minutes. */
const mostRenewals = 24;

/** While waiting for another process: how often to see whether it still lives. Its result comes by the change feed. */
const livenessCheckMs = 100;

/** How long one and the same turn of somebody else is waited for, ms. Two requests and their storing take less. */
const patienceMs = 90_000;

export interface TurnOptions {
  readonly clock: Clock;
  readonly storage: Pick<Storage, 'leases' | 'onChange'>;
  /** Default: gives the lease back. */
  readonly endTurn?: (lease: Lease) => Promise<void>;
  /** Told while somebody else has the turn: what this process holds it for shall not wait for other profiles. */
  readonly hurry?: ((profileId: string) => void) | undefined;
}

/**
 * Waits until nobody else has the turn. Undefined as soon as `isNeedless` says that it is no longer wanted: what another one
 * did with the turn may be all that was to be done. Rejects with `storage.*`; with `storage.database_busy` when somebody who
 * lives keeps it.
 */
export async function takeTurn(
  { clock, storage, hurry }: TurnOptions,
  profileId: string,
  isNeedless: () => boolean = () => false,
): Promise<Lease | undefined> {
  let waited = { nonce: '', ms: 0 };
  while (!isNeedless()) {
    const taken = await storage.leases.acquire(profileId, leaseLifetimeMs);
    if ('nonce' in taken) return taken;
    const { holder } = taken;
    hurry?.(profileId);
    if (waited.nonce !== holder.nonce) waited = { nonce: holder.nonce, ms: 0 };
    const wake = new AbortController();
    const unsubscribe = storage.onChange((change) => {
      if (change.profileIds === 'all' || change.profileIds.has(profileId)) wake.abort();
    });
    try {
      do {
        if (waited.ms >= patienceMs) throw keptByAnother(holder);
        await sleep(clock, livenessCheckMs, wake.signal);
        waited.ms += livenessCheckMs;
      } while (!wake.signal.aborted && (await storage.leases.isAlive(holder)));
    } finally {
      unsubscribe();
    }
  }
  return undefined;
}

/** Does `work` in a turn, and renews its lease meanwhile: a machine that slept wakes with a lease that has run out. */
export async function whileRenewing<Result>(
  options: TurnOptions,
  lease: Lease,
  work: () => Promise<Result>,
): Promise<Result> {
  const done = new AbortController();
  void keepRenewing(options, lease, done.signal);
  try {
    return await work();
  } finally {
    // With a reason, for making one costs more than all else here.
    done.abort('done');
  }
}

/** Does `work` while nobody else sends requests for the profile. */
export async function inTurn<Result>(
  options: TurnOptions,
  profileId: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const lease = await takeTurn(options, profileId);
  if (lease === undefined) return work();
  const { endTurn = (ended: Lease) => options.storage.leases.release(ended) } = options;
  try {
    return await whileRenewing(options, lease, work);
  } finally {
    // What was done is done: were this to fail, the lease would run out by itself.
    await endTurn(lease).catch(() => undefined);
  }
}

/** Never rejects: a renewal that fails is made up for by the next one. */
async function keepRenewing({ clock, storage }: TurnOptions, lease: Lease, signal: AbortSignal): Promise<void> {
  for (let renewals = 0; renewals < mostRenewals; renewals++) {
    await sleep(clock, renewalPauseMs, signal);
    if (signal.aborted) return;
    await storage.leases.renew(lease, leaseLifetimeMs).catch(() => undefined);
  }
}

function keptByAnother({ ownerPid }: LeaseRecord): TokentrayError {
  const detail = `process ${ownerPid} has been renewing the token for more than a minute, or cannot store what it got`;
  return new TokentrayError('storage.database_busy', { data: { detail } });
}
