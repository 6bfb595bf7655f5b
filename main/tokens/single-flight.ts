/** One request for one profile at a time: joined within the process, leased across processes, its outcome shared. */
import { sleep } from '../clock.ts';
import type { Clock } from '../clock.ts';
import { asTokentrayError, fromErrorRecord, TokentrayError } from '../errors.ts';
import type { StoredProfile } from '../profiles/profile.ts';
import type { IssuedToken, Lease, Storage } from '../storage/storage.ts';
import { isUnchanged } from './expiry.ts';
import type { ObtainToken } from './obtain.ts';
import { afterFailure, afterSuccess } from './refresh-policy.ts';
import type { TokenAge } from './token-age.ts';

/** More than any request may take (30 s), so that a lease outlives its request. */
const leaseLifetimeMs = 45_000;

/** While waiting for another process: how often to see whether it still lives. Its result comes by the change feed. */
const livenessCheckMs = 100;

/** What was known when somebody asked: an outcome newer than this is theirs, too. */
export interface Snapshot {
  readonly obtainedAtMs: number | undefined;
  readonly lastAttemptAtMs: number | undefined;
}

export interface SingleFlightOptions {
  readonly clock: Clock;
  readonly storage: Storage;
  readonly obtain: ObtainToken;
  readonly random: () => number;
  readonly age: TokenAge;
}

export class SingleFlight {
  private readonly options: SingleFlightOptions;
  private readonly running = new Map<string, Promise<void>>();

  constructor(options: SingleFlightOptions) {
    this.options = options;
  }

  snapshot(profileId: string): Snapshot {
    const { tokens } = this.options.storage;
    return {
      obtainedAtMs: tokens.facts(profileId)?.obtainedAtMs,
      lastAttemptAtMs: tokens.activity(profileId)?.lastAttemptAtMs,
    };
  }

  isUnderWay(profileId: string): boolean {
    return this.running.has(profileId);
  }

  /** Resolves when a token newer than the snapshot is stored; rejects with the failure of the attempt that was shared. */
  refresh(profileId: string, since: Snapshot): Promise<void> {
    const joined = this.running.get(profileId);
    if (joined !== undefined) return joined;
    const flight = this.run(profileId, since).finally(() => this.running.delete(profileId));
    this.running.set(profileId, flight);
    return flight;
  }

  /** Resolves when nothing is under way any more, however it ended. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.running.values());
  }

  private async run(profileId: string, since: Snapshot): Promise<void> {
    for (;;) {
      const lease = await this.lease(profileId, since);
      if (lease === undefined) return;
      const shared = this.outcomeSince(profileId, since);
      if (shared !== undefined) {
        await this.options.storage.leases.release(lease);
        if (shared instanceof TokentrayError) throw shared;
        return;
      }
      if (await this.attempt(lease, profileId)) return;
    }
  }

  /**
   * Waits for the lease: a holder's commit wakes us, a dead holder is noticed, and one that hangs loses it by time.
   * Undefined when a token came meanwhile, so that those who only waited write nothing.
   */
  private async lease(profileId: string, since: Snapshot): Promise<Lease | undefined> {
    const { clock, storage } = this.options;
    for (let waited = false; ; waited = true) {
      const shared = waited ? this.outcomeSince(profileId, since) : undefined;
      if (shared instanceof TokentrayError) throw shared;
      if (shared === 'token') return undefined;
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
  }

  private outcomeSince(profileId: string, since: Snapshot): 'token' | TokentrayError | undefined {
    const { tokens } = this.options.storage;
    const facts = tokens.facts(profileId);
    if (facts !== undefined && facts.obtainedAtMs !== since.obtainedAtMs) return 'token';
    const activity = tokens.activity(profileId);
    if (activity?.lastError == null || activity.lastAttemptAtMs === since.lastAttemptAtMs) return undefined;
    return fromErrorRecord(activity.lastError);
  }

  /** True when the outcome is stored; false when the profile changed meanwhile and the attempt must be made anew. */
  private async attempt(lease: Lease, profileId: string): Promise<boolean> {
    const { clock, storage, obtain, age } = this.options;
    const profile = storage.profiles.get(profileId);
    if (profile === undefined) {
      await storage.leases.release(lease);
      throw new TokentrayError('config.profile_not_found');
    }
    const attemptAtMs = clock.now();
    let issued: IssuedToken;
    try {
      issued = await obtain(profile.profile, await storage.profiles.secrets(profileId));
    } catch (thrown) {
      const error = asTokentrayError(thrown);
      if (!(await this.recordFailure(lease, profile, error, attemptAtMs))) return false;
      throw error;
    }
    // An old token that cannot be opened must not cost the new one.
    const previous = await storage.tokens.read(profileId).catch(() => undefined);
    const activity = afterSuccess(attemptAtMs, isUnchanged(previous, issued.record));
    const committed = await storage.leases.commit(lease, profile.revision, { token: issued, activity });
    if (committed) age.anchor(profileId, issued.record.obtainedAtMs);
    return committed;
  }

  /** Records a failure that was met outside a flight, unless a flight is under way and will record its own. */
  async noteFailure(profile: StoredProfile, error: TokentrayError, attemptAtMs: number): Promise<void> {
    if (isAboutThisMachine(error) || this.isUnderWay(profile.id)) return;
    const lease = await this.options.storage.leases.acquire(profile.id, leaseLifetimeMs);
    if ('nonce' in lease) await this.recordFailure(lease, profile, error, attemptAtMs);
  }

  private async recordFailure(
    lease: Lease,
    profile: StoredProfile,
    error: TokentrayError,
    attemptAtMs: number,
  ): Promise<boolean> {
    const { clock, storage, random } = this.options;
    if (isAboutThisMachine(error)) {
      await storage.leases.release(lease);
      return true;
    }
    const previous = storage.tokens.activity(profile.id);
    const activity = afterFailure({ previous, error, attemptAtMs, nowMs: clock.now(), random: random() });
    return storage.leases.commit(lease, profile.revision, { activity });
  }
}

/** Whether a failure says nothing about the tenant, and is therefore not stored with the profile. */
export function isAboutThisMachine({ code }: TokentrayError): boolean {
  return code.startsWith('storage.') || code.startsWith('internal.');
}
