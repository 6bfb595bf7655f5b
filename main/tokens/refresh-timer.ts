/** One timer for all profiles: armed for the earliest plan, and only a hint, for the instants decide what is due. */
import type { Clock, Timer } from '../clock.ts';
import { Plans } from './plans.ts';

/** The machine may sleep, and its timers with it: the instants are looked at again at least this often. */
const maxSleepMs = 60_000;

const unreadablePauseMs = 15_000;

/** How a refresh comes about. */
export interface Firing {
  /** It goes ahead of the others. */
  readonly isFirst: boolean;
  /** It is not due yet. */
  readonly isHurried: boolean;
}

export interface RefreshTimerOptions {
  readonly clock: Clock;
  /** When a profile is due (wall clock, ms), from the stored rows; undefined when the timer has nothing to do with it. */
  readonly dueAtMs: (profileId: string) => number | undefined;
  /** A profile under way is left alone until it is planned again. */
  readonly isUnderWay: (profileId: string) => boolean;
  /** Has a profile refreshed that is due or hurried, and sees to it that it is planned again however that ends. */
  readonly fire: (profileId: string, how: Firing) => void;
  /** The profile that goes ahead of others that are due; undefined: none does. Never throws. */
  readonly firstId: () => string | undefined;
  /** Called before the instants are compared, whenever the timer runs. */
  readonly beforeTick: () => void;
}

export class RefreshTimer {
  private readonly options: RefreshTimerOptions;
  private readonly plans = new Plans();
  /** Plans of profiles under way: the timer does not wait for them. */
  private readonly aside = new Map<string, number>();
  private timer: Timer | undefined;

  constructor(options: RefreshTimerOptions) {
    this.options = options;
  }

  plannedAtMs(profileId: string): number | undefined {
    return this.plans.atMs(profileId) ?? this.aside.get(profileId);
  }

  /** Looks at the given profiles again, and sets the timer for the earliest plan of all. */
  plan(profileIds: Iterable<string>): void {
    // Those under way are planned again in any case.
    for (const id of profileIds) if (!this.options.isUnderWay(id)) this.look(id);
    this.arm();
  }

  /** Refreshes profiles that have a plan now, ahead of it. */
  hurry(profileIds: Iterable<string>): void {
    const { isUnderWay } = this.options;
    const planned = [...profileIds].filter((id) => this.plans.has(id) && !isUnderWay(id));
    this.fireAll(planned, true);
    this.arm();
  }

  /** Whether it is time, as the rows are now: the plan may be older than what another process or a person has done. */
  isDue(profileId: string): boolean {
    if (this.options.isUnderWay(profileId)) return false;
    this.look(profileId);
    const isDue = (this.plans.atMs(profileId) ?? Infinity) <= this.options.clock.now();
    if (!isDue) this.arm();
    return isDue;
  }

  clear(): void {
    this.plans.clear();
    this.aside.clear();
    this.arm();
  }

  private look(profileId: string): void {
    const atMs = this.dueAtMs(profileId);
    this.aside.delete(profileId);
    if (atMs === undefined) this.plans.delete(profileId);
    else this.plans.set(profileId, atMs);
  }

  /** Rows that cannot be read are looked at again later; whoever asks for the token is told what is wrong. */
  private dueAtMs(profileId: string): number | undefined {
    const { clock, dueAtMs } = this.options;
    try {
      return dueAtMs(profileId);
    } catch {
      return clock.now() + unreadablePauseMs;
    }
  }

  private arm(): void {
    const { clock, isUnderWay } = this.options;
    this.timer?.cancel();
    this.timer = undefined;
    let next = this.plans.first();
    for (; next !== undefined && isUnderWay(next.profileId); next = this.plans.first()) this.layAside(next);
    if (next === undefined) return;
    const delayMs = Math.min(Math.max(0, next.atMs - clock.now()), maxSleepMs);
    this.timer = clock.setTimer(delayMs, () => this.tick());
  }

  private layAside({ profileId, atMs }: { readonly profileId: string; readonly atMs: number }): void {
    this.plans.delete(profileId);
    this.aside.set(profileId, atMs);
  }

  private tick(): void {
    const { clock, isUnderWay, beforeTick } = this.options;
    this.timer = undefined;
    beforeTick();
    const now = clock.now();
    const due: string[] = [];
    for (let next = this.plans.first(); next !== undefined && next.atMs <= now; next = this.plans.first()) {
      this.layAside(next);
      if (!isUnderWay(next.profileId)) due.push(next.profileId);
    }
    this.fireAll(due, false);
    this.arm();
  }

  private fireAll(profileIds: readonly string[], isHurried: boolean): void {
    const { fire, firstId } = this.options;
    const first = profileIds.length === 0 ? undefined : firstId();
    if (first !== undefined && profileIds.includes(first)) fire(first, { isFirst: true, isHurried });
    for (const id of profileIds) if (id !== first) fire(id, { isFirst: false, isHurried });
  }
}
