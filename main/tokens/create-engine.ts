/**
 * Keeps tokens fresh: answers whoever asks, refreshes by one timer, and lets nobody ask a server twice for the same thing.
 *
 * Invariants:
 * - at most one request in flight for a profile, across processes (`single-flight.ts`);
 * - one timer for all profiles (`refresh-timer.ts`);
 * - a plan is a pure function of the stored rows, so planning again is always allowed and changes nothing by itself;
 * - a stopped profile sends nothing until its revision changes or somebody forces it.
 */
import type { Clock } from '../clock.ts';
import { asTokentrayError, fromErrorRecord, TokentrayError } from '../errors.ts';
import type { StoredProfile } from '../profiles/profile.ts';
import type { TokenFacts } from '../storage/records.ts';
import type { Storage } from '../storage/storage.ts';
import { isAboutTheVault, LocalFaults } from './local-faults.ts';
import type { ObtainToken } from './obtain.ts';
import { isFromTheFuture, jitterOf, nextRefreshAtMs, refreshCouldHelp } from './refresh-policy.ts';
import { RefreshTimer } from './refresh-timer.ts';
import { isAboutThisMachine, SingleFlight } from './single-flight.ts';
import type { Snapshot } from './single-flight.ts';
import { livesLongEnough, remainingMs } from './state.ts';
import { TokenAge } from './token-age.ts';
import { defaultMinValidMs } from './tokens.ts';
import type { Engine, TokenQuery, TokenResult } from './tokens.ts';

export interface EngineOptions {
  readonly clock: Clock;
  readonly storage: Storage;
  readonly obtain: ObtainToken;
  /** 0 (inclusive) to 1 (exclusive). */
  readonly random: () => number;
}

export function createEngine(options: EngineOptions): Engine {
  return new TimedEngine(options);
}

class TimedEngine implements Engine {
  private readonly clock: Clock;
  private readonly storage: Storage;
  private readonly obtain: ObtainToken;
  private readonly age: TokenAge;
  private readonly flight: SingleFlight;
  private readonly faults: LocalFaults;
  private readonly timer: RefreshTimer;
  private readonly changeListeners = new Set<() => void>();
  private readonly failureListeners = new Set<(profile: StoredProfile, error: TokentrayError) => void>();
  private unsubscribe: (() => void) | undefined;

  constructor({ clock, storage, obtain, random }: EngineOptions) {
    this.clock = clock;
    this.storage = storage;
    this.obtain = obtain;
    this.age = new TokenAge(clock);
    this.faults = new LocalFaults(clock, random);
    this.flight = new SingleFlight({ clock, storage, obtain, random, age: this.age });
    this.timer = new RefreshTimer({
      clock,
      dueAtMs: (id) => this.dueAtMs(id),
      isUnderWay: (id) => this.flight.isUnderWay(id),
      fire: (id) => this.refreshByTimer(id),
      beforeTick: () => {
        if (this.age.hasStepped()) this.reconcile();
      },
    });
  }

  async token(profileId: string, query: TokenQuery = {}): Promise<TokenResult> {
    const profile = this.profile(profileId);
    const minValidMs = query.minValidMs ?? defaultMinValidMs;
    const force = query.force === true;
    if (query.scope !== undefined) return this.oneOff(profile, query.scope, minValidMs, force);
    const since = this.flight.snapshot(profileId);
    const stored = await this.storedToken(profileId, query);
    if (stored !== undefined) return stored;
    if (!force && profile.profile.refresh?.mode === 'manual') return this.byHand(profile, minValidMs);
    await this.refresh(profile, since, force);
    const fresh = await this.result(this.profile(profileId), minValidMs);
    if (fresh === undefined)
      throw new TokentrayError('storage.database_busy', { data: { profile: profile.profile.name } });
    return fresh;
  }

  async storedToken(profileId: string, query: TokenQuery = {}): Promise<TokenResult | undefined> {
    if (query.force === true || query.scope !== undefined) return undefined;
    return this.stored(this.profile(profileId), query.minValidMs ?? defaultMinValidMs);
  }

  start(): void {
    if (this.unsubscribe !== undefined) return;
    this.unsubscribe = this.storage.onChange((change) => {
      if (change.profileIds === 'all') return this.reconcile();
      this.timer.plan(change.profileIds);
      if (change.settings) this.retryNetworkFailures();
      return this.announce();
    });
    this.timer.plan(this.allIds());
    this.announce();
  }

  reconcile(): void {
    if (this.unsubscribe !== undefined) this.timer.plan(this.allIdsIfReadable());
    this.announce();
  }

  plannedAtMs(profileId: string): number | undefined {
    return this.timer.plannedAtMs(profileId);
  }

  facts(profileId: string): TokenFacts | undefined {
    const facts = this.storage.tokens.facts(profileId);
    return facts === undefined ? undefined : this.age.now(profileId, facts);
  }

  isRefreshing(profileId: string): boolean {
    return this.flight.isUnderWay(profileId);
  }

  localFault(profileId: string): TokentrayError | undefined {
    const fault = this.faults.of(profileId);
    // Somebody else in this process opened the vault since.
    const isOver = fault !== undefined && isAboutTheVault(fault) && this.storage.vault.isUnlocked();
    return isOver ? undefined : fault;
  }

  onFailure(listener: (profile: StoredProfile, error: TokentrayError) => void): () => void {
    this.failureListeners.add(listener);
    return () => this.failureListeners.delete(listener);
  }

  onChange(listener: () => void): () => void {
    this.changeListeners.add(listener);
    return () => this.changeListeners.delete(listener);
  }

  async stop(): Promise<void> {
    this.unsubscribe?.();
    this.unsubscribe = undefined;
    this.timer.clear();
    await this.flight.settled();
  }

  /** The stored token when it will do as it is: no request. */
  private async stored(profile: StoredProfile, minValidMs: number): Promise<TokenResult | undefined> {
    const facts = this.facts(profile.id);
    if (facts === undefined) return undefined;
    const remaining = remainingMs(facts, this.clock.now());
    const enough = livesLongEnough(remaining, minValidMs);
    const asGoodAsItGets = remaining !== 0 && !refreshCouldHelp(facts, remaining, minValidMs);
    return enough || asGoodAsItGets ? this.result(profile, minValidMs) : undefined;
  }

  private async result(profile: StoredProfile, minValidMs: number): Promise<TokenResult | undefined> {
    const token = await readable(this.storage.tokens.read(profile.id));
    if (token === undefined) return undefined;
    this.faults.clear(profile.id);
    const remaining = remainingMs(this.age.now(profile.id, token), this.clock.now());
    return { profile, token, remainingMs: remaining, belowMinimum: !livesLongEnough(remaining, minValidMs) };
  }

  /** A profile that is renewed by hand hands out what lives, however shortly, and asks the server only when forced. */
  private async byHand(profile: StoredProfile, minValidMs: number): Promise<TokenResult> {
    const living = await this.result(profile, minValidMs);
    if (living !== undefined && living.remainingMs !== 0) return living;
    throw new TokentrayError('auth.renewed_by_hand', { data: { profile: profile.profile.name } });
  }

  /** A token of a narrower scope, for this once: neither stored nor shared. */
  private async oneOff(
    profile: StoredProfile,
    scope: string,
    minValidMs: number,
    force: boolean,
  ): Promise<TokenResult> {
    this.assertMayAsk(profile, force);
    const attemptAtMs = this.clock.now();
    const secrets = await this.storage.profiles.secrets(profile.id);
    const { record } = await this.obtain(profile.profile, secrets, { scope }).catch(async (thrown: unknown) => {
      const error = asTokentrayError(thrown);
      // What is wrong with this scope alone says nothing about the profile.
      if (error.data.oauthError !== 'invalid_scope') await this.flight.noteFailure(profile, error, attemptAtMs);
      throw error;
    });
    const remaining = record.expiresAtMs === null ? null : record.expiresAtMs - this.clock.now();
    return { profile, token: record, remainingMs: remaining, belowMinimum: !livesLongEnough(remaining, minValidMs) };
  }

  private async refresh(profile: StoredProfile, since: Snapshot, force: boolean): Promise<void> {
    try {
      this.assertMayAsk(profile, force);
      const running = this.flight.refresh(profile.id, since);
      this.announce();
      await running;
      this.faults.clear(profile.id);
    } catch (thrown) {
      const error = asTokentrayError(thrown);
      if (isAboutThisMachine(error)) this.faults.add(profile.id, error);
      for (const listener of this.failureListeners) listener(profile, error);
      throw error;
    } finally {
      if (this.unsubscribe !== undefined) this.timer.plan([profile.id]);
      this.announce();
    }
  }

  private refreshByTimer(profileId: string): void {
    const refresh = async () => this.refresh(this.profile(profileId), this.flight.snapshot(profileId), false);
    // Who is interested heard of the failure by `onFailure`.
    refresh().catch(() => undefined);
  }

  private assertMayAsk(profile: StoredProfile, force: boolean): void {
    const activity = this.storage.tokens.activity(profile.id);
    if (activity?.lastError == null) return;
    if (activity.stopped && !force) throw fromErrorRecord(activity.lastError);
    if (isFromTheFuture(activity, this.clock.now())) return;
    const waitMs = (activity.notBeforeMs ?? 0) - this.clock.now();
    if (waitMs > 0) {
      throw new TokentrayError(activity.lastError.code, { data: { ...activity.lastError.data, retryAfterMs: waitMs } });
    }
  }

  private dueAtMs(id: string): number | undefined {
    const profile = this.storage.profiles.get(id)?.profile;
    if (profile === undefined) {
      this.age.forget(id);
      this.faults.clear(id);
      return undefined;
    }
    const atMs = nextRefreshAtMs({
      profile,
      facts: this.facts(id),
      activity: this.storage.tokens.activity(id),
      nowMs: this.clock.now(),
      jitter: jitterOf(id, this.storage.tokens.facts(id)?.obtainedAtMs ?? 0),
    });
    return atMs === undefined ? undefined : Math.max(atMs, this.clock.now() + this.faults.waitMs(id));
  }

  private allIds(): readonly string[] {
    return this.storage.profiles.list().map(({ id }) => id);
  }

  /** None while the database cannot be read: the plans there are stay, and the timer looks again. */
  private allIdsIfReadable(): readonly string[] {
    try {
      return this.allIds();
    } catch {
      return [];
    }
  }

  /** After the proxy or CA setting changed: what failed for the network is tried with it at once. */
  private retryNetworkFailures(): void {
    const failed = this.allIdsIfReadable().filter((id) => {
      const activity = this.storage.tokens.activity(id);
      return activity?.lastError?.code.startsWith('network.') === true && activity.notBeforeMs === null;
    });
    this.timer.hurry(failed);
  }

  private profile(profileId: string): StoredProfile {
    const profile = this.storage.profiles.get(profileId);
    if (profile === undefined) throw new TokentrayError('config.profile_not_found');
    return profile;
  }

  private announce(): void {
    for (const listener of this.changeListeners) listener();
  }
}

/** A token that cannot be opened is as good as none: a new one can be obtained. */
async function readable<T>(reading: Promise<T | undefined>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof TokentrayError && error.code === 'storage.record_damaged') return undefined;
    throw error;
  }
}
