/** When each profile is refreshed by the timer: plans from the stored rows, made anew when the rows or the clock changed. */
import type { Clock } from '../clock.ts';
import type { StoredProfile } from '../profiles/profile.ts';
import type { Storage, StorageChange } from '../storage/storage.ts';
import type { LocalFaults } from './local-faults.ts';
import { defaultPlanSettings } from './plan-settings.ts';
import type { PlanSettings } from './plan-settings.ts';
import { jitterOf, mayFollowTheNetwork, nextRefreshAtMs } from './refresh-policy.ts';
import { RefreshTimer } from './refresh-timer.ts';
import type { Firing } from './refresh-timer.ts';
import type { TokenAge } from './token-age.ts';

export interface PlanningOptions {
  readonly clock: Clock;
  readonly storage: Storage;
  readonly age: TokenAge;
  readonly faults: LocalFaults;
  readonly isUnderWay: (profileId: string) => boolean;
  /** Has a profile refreshed that is due or hurried, and sees to it that it is planned again however that ends. */
  readonly fire: (profileId: string, how: Firing) => void;
  /** The profile that goes ahead of others that are due; undefined: none does. Never throws. */
  readonly firstId: () => string | undefined;
  /** May throw while the database cannot be read: then those that were known hold. */
  readonly settings: () => PlanSettings;
  /** What `status` would say of some profile may have changed. */
  readonly changed: () => void;
}

/** Plans nothing before `start` and after `stop`. */
export class Planning {
  private readonly options: PlanningOptions;
  private readonly timer: RefreshTimer;
  private settings = defaultPlanSettings;
  private unsubscribe: (() => void) | undefined;

  constructor(options: PlanningOptions) {
    const { clock, age, isUnderWay, fire, firstId } = options;
    this.options = options;
    this.timer = new RefreshTimer({
      clock,
      isUnderWay,
      fire,
      firstId,
      dueAtMs: (id) => this.dueAtMs(id),
      beforeTick: () => {
        if (age.hasStepped()) this.reconcile();
      },
    });
  }

  start(): void {
    if (this.unsubscribe !== undefined) return;
    this.settings = this.readSettings();
    this.unsubscribe = this.options.storage.onChange((change) => this.follow(change));
    this.timer.plan(this.allIds());
    this.options.changed();
  }

  /** Looks at all profiles again. */
  reconcile(): void {
    // This is what a step asks for.
    this.options.age.hasStepped();
    this.settings = this.readSettings();
    this.look(this.allIdsIfReadable());
    this.options.changed();
  }

  /** Looks at these profiles again. */
  look(profileIds: Iterable<string>): void {
    if (this.unsubscribe !== undefined) this.timer.plan(profileIds);
  }

  /** Whether it is time, as the rows are now. */
  isDue(profileId: string): boolean {
    return this.timer.isDue(profileId);
  }

  /** Wall clock, ms; undefined when the timer has nothing to do with the profile. */
  plannedAtMs(profileId: string): number | undefined {
    return this.timer.plannedAtMs(profileId);
  }

  stop(): void {
    this.unsubscribe?.();
    this.unsubscribe = undefined;
    this.timer.clear();
  }

  private follow(change: StorageChange): void {
    if (change.profileIds === 'all') return this.reconcile();
    this.timer.plan(change.profileIds);
    if (change.settings) this.followSettings();
    return this.options.changed();
  }

  private followSettings(): void {
    const before = this.settings;
    this.settings = this.readSettings();
    if (this.settings.earlySeconds !== before.earlySeconds) this.timer.plan(this.allIdsIfReadable());
    if (this.settings.network !== before.network) this.retryNetworkFailures();
  }

  private readSettings(): PlanSettings {
    try {
      return this.options.settings();
    } catch {
      return this.settings;
    }
  }

  private dueAtMs(id: string): number | undefined {
    const { clock, storage, age, faults } = this.options;
    const profile = storage.profiles.get(id)?.profile;
    if (profile === undefined) {
      age.forget(id);
      faults.clear(id);
      return undefined;
    }
    const facts = storage.tokens.facts(id);
    const atMs = nextRefreshAtMs({
      profile,
      facts: facts === undefined ? undefined : age.now(id, facts),
      activity: storage.tokens.activity(id),
      hasSession: storage.sessions.facts(id) !== undefined,
      nowMs: clock.now(),
      jitter: jitterOf(id, facts?.obtainedAtMs ?? 0),
      earlySeconds: this.settings.earlySeconds,
    });
    const waitMs = atMs === undefined ? 0 : faults.waitMs(id);
    return atMs === undefined || waitMs === 0 ? atMs : Math.max(atMs, clock.now() + waitMs);
  }

  /** After the proxy or CA setting changed, or the network came back: what failed for the network is tried at once. */
  retryNetworkFailures(): void {
    const { clock, storage, age } = this.options;
    const nowMs = clock.now();
    const failed = this.allIfReadable().filter(({ id, profile }) => {
      const stored = storage.tokens.facts(id);
      const facts = stored === undefined ? undefined : age.now(id, stored);
      return mayFollowTheNetwork({ profile, facts, activity: storage.tokens.activity(id), nowMs });
    });
    this.timer.hurry(failed.map(({ id }) => id));
  }

  private allIds(): readonly string[] {
    return this.options.storage.profiles.list().map(({ id }) => id);
  }

  private allIdsIfReadable(): readonly string[] {
    return this.allIfReadable().map(({ id }) => id);
  }

  /** None while the database cannot be read: the plans there are stay, and the timer looks again. */
  private allIfReadable(): readonly StoredProfile[] {
    try {
      return this.options.storage.profiles.list();
    } catch {
      return [];
    }
  }
}
