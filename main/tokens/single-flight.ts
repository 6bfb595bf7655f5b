/** One request for one profile at a time: joined within the process, leased across processes, its outcome shared. */
import type { Clock } from '../clock.ts';
import { asTokentrayError, fromErrorRecord, toErrorRecord, TokentrayError } from '../errors.ts';
import type { StoredProfile } from '../profiles/profile.ts';
import type { Lease, Storage } from '../storage/storage.ts';
import { hasExpiredOnArrival, isUnchanged } from './expiry.ts';
import { holdsSession } from './auth-kinds.ts';
import { assertAlive, wasSleptAway } from './obtain.ts';
import type { AskServer } from './ask-server.ts';
import type { ObtainedToken } from './obtain.ts';
import { afterFailure, afterSuccess } from './refresh-policy.ts';
import { remainingMs } from './state.ts';
import type { TokenAge } from './token-age.ts';
import type { Rotations } from './rotations.ts';
import { leaseLifetimeMs, takeTurn, whileRenewing } from './turn.ts';

/** What was known when somebody asked: an outcome newer than this is theirs, too. */
export interface Snapshot {
  readonly obtainedAtMs: number | undefined;
  readonly lastAttemptAtMs: number | undefined;
}

export interface SingleFlightOptions {
  readonly clock: Clock;
  readonly storage: Storage;
  readonly askServer: AskServer;
  readonly random: () => number;
  readonly age: TokenAge;
  readonly rotations: Rotations;
  /** Ids of profiles whose first token came and has not been handed over yet. */
  readonly firsts: Set<string>;
  /** Somebody who asks shares a flight that was begun before. */
  readonly joined: (profileId: string) => void;
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

  /** Whether there has been an attempt, or another token, since the snapshot was taken. */
  hasMovedOn(profileId: string, since: Snapshot): boolean {
    const { obtainedAtMs, lastAttemptAtMs } = this.snapshot(profileId);
    return obtainedAtMs !== since.obtainedAtMs || lastAttemptAtMs !== since.lastAttemptAtMs;
  }

  isUnderWay(profileId: string): boolean {
    return this.running.has(profileId);
  }

  /** Resolves when a token newer than the snapshot is stored; rejects with the failure of the attempt that was shared. */
  refresh(profileId: string, since: Snapshot): Promise<void> {
    const joined = this.running.get(profileId);
    if (joined !== undefined) {
      this.options.joined(profileId);
      return joined;
    }
    const flight = this.run(profileId, since).finally(() => this.running.delete(profileId));
    this.running.set(profileId, flight);
    return flight;
  }

  /** Resolves when nothing is under way any more, however it ended. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.running.values());
  }

  private async run(profileId: string, since: Snapshot): Promise<void> {
    await this.prepare(profileId);
    for (;;) {
      // Those who only wait, and then share what came of it, write nothing.
      const lease = await takeTurn(this.options, profileId, () => this.outcomeSince(profileId, since) !== undefined);
      const shared = this.outcomeSince(profileId, since);
      if (shared === undefined) {
        if (lease !== undefined && (await this.attempt(lease, profileId))) return;
        continue;
      }
      if (lease !== undefined) await this.options.storage.leases.release(lease);
      if (shared instanceof TokentrayError) throw shared;
      return;
    }
  }

  /** Before the turn: a person may be asked first, for longer than a lease lasts, and what waits to be stored holds the turn. */
  private async prepare(profileId: string): Promise<void> {
    const { rotations, storage } = this.options;
    const { history, vault } = storage;
    try {
      if (!vault.isUnlocked() && vault.mode() !== undefined) await vault.unlock();
      await rotations.storeWaiting(profileId);
    } catch (error) {
      history.append(profileId, { what: 'failed', error: toErrorRecord(asTokentrayError(error)) });
      throw error;
    }
  }

  /** A token that lives, or why there is none. */
  private outcomeSince(profileId: string, since: Snapshot): 'token' | TokentrayError | undefined {
    const { clock, storage } = this.options;
    const { tokens } = storage;
    const facts = tokens.facts(profileId);
    const isNew = facts !== undefined && facts.obtainedAtMs !== since.obtainedAtMs;
    if (isNew && remainingMs(facts, clock.now()) !== 0) return 'token';
    const activity = tokens.activity(profileId);
    if (activity?.lastError == null || activity.lastAttemptAtMs === since.lastAttemptAtMs) return undefined;
    return fromErrorRecord(activity.lastError);
  }

  /** True when the outcome is stored; false when the attempt must be made anew: the profile changed, or the machine slept. */
  private async attempt(lease: Lease, profileId: string): Promise<boolean> {
    const { clock, storage, askServer, age, firsts } = this.options;
    const profile = storage.profiles.get(profileId);
    if (profile === undefined) {
      await storage.leases.release(lease);
      throw new TokentrayError('config.profile_not_found');
    }
    const attemptAtMs = clock.now();
    let issued: ObtainedToken | undefined;
    try {
      issued = await whileRenewing(this.options, lease, () => askServer(profile));
      if (wasSleptAway(clock, issued)) {
        await storage.leases.release(lease);
        return false;
      }
      assertAlive(clock, profile.profile, issued);
    } catch (thrown) {
      const error = asTokentrayError(thrown);
      if (!(await this.recordFailure({ lease, profile, error, attemptAtMs, dead: issued }))) return false;
      // At the end of the program nothing has failed.
      if (error.code !== 'internal.cancelled')
        storage.history.append(profileId, { what: 'failed', error: toErrorRecord(error) });
      throw error;
    }
    const before = storage.tokens.facts(profileId);
    // An old token that cannot be opened must not cost the new one.
    const previous = await storage.tokens.read(profileId).catch(() => undefined);
    const unchanged = isUnchanged(previous, issued.record);
    const activity = afterSuccess(attemptAtMs, unchanged);
    const committed = await storage.leases.commit(lease, profile.revision, { token: issued, activity });
    if (!committed) return false;
    age.anchor(profileId, issued.record.obtainedAtMs, issued.sentAtMonotonicMs);
    const isFirst = before === undefined || hasExpiredOnArrival(before);
    if (isFirst) firsts.add(profileId);
    storage.history.append(profileId, {
      what: isFirst ? 'obtained' : 'refreshed',
      expiresAtMs: issued.record.expiresAtMs,
      ...(unchanged ? { unchanged } : {}),
    });
    return true;
  }

  /** Records a failure that was met outside a flight, unless a flight is under way and will record its own. */
  async noteFailure(profile: StoredProfile, error: TokentrayError, attemptAtMs: number): Promise<void> {
    if (isAboutThisMachine(error) || this.isUnderWay(profile.id)) return;
    const lease = await this.options.storage.leases.acquire(profile.id, leaseLifetimeMs);
    if ('nonce' in lease) await this.recordFailure({ lease, profile, error, attemptAtMs });
  }

  /** False, and nothing stored, when the profile changed meanwhile. */
  private async recordFailure({ lease, profile, error, attemptAtMs, dead }: Failure): Promise<boolean> {
    const { clock, storage, random, rotations } = this.options;
    if (isAboutThisMachine(error)) {
      await rotations.endTurn(lease);
      // Of what waits to be stored the turn is held.
      return rotations.isWaiting(profile.id) || storage.profiles.get(profile.id)?.revision === profile.revision;
    }
    const previous = storage.tokens.activity(profile.id);
    const sessionTokenExpiresAtMs = holdsSession(profile.profile)
      ? storage.tokens.facts(profile.id)?.expiresAtMs
      : undefined;
    const activity = afterFailure({
      previous,
      error,
      attemptAtMs,
      nowMs: clock.now(),
      random: random(),
      sessionTokenExpiresAtMs,
    });
    const isWorthKeeping = dead !== undefined && !this.hasLivingToken(profile.id);
    return storage.leases.commit(lease, profile.revision, { activity, ...(isWorthKeeping ? { token: dead } : {}) });
  }

  private hasLivingToken(profileId: string): boolean {
    const { age, clock, storage } = this.options;
    const facts = storage.tokens.facts(profileId);
    return facts !== undefined && remainingMs(age.now(profileId, facts), clock.now()) !== 0;
  }
}

interface Failure {
  readonly lease: Lease;
  readonly profile: StoredProfile;
  readonly error: TokentrayError;
  readonly attemptAtMs: number;
  /** The token that was of no use, so that a person can look at it, where no better one is stored. */
  readonly dead?: ObtainedToken | undefined;
}

/** Whether a failure says nothing about the tenant, and is therefore not stored with the profile. */
export function isAboutThisMachine({ code }: TokentrayError): boolean {
  return code.startsWith('storage.') || code.startsWith('internal.');
}
