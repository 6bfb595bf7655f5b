/** One timer for all profiles: armed for the earliest plan, and only a hint, for the instants decide what is due. */
import type { Clock, Timer } from '../clock.ts';

/** The machine may sleep, and its timers with it: the instants are looked at again at least this often. */
const maxSleepMs = 60_000;

const unreadablePauseMs = 15_000;

export interface RefreshTimerOptions {
  readonly clock: Clock;
  /** When a profile is due (wall clock, ms), from the stored rows; undefined when the timer has nothing to do with it. */
  readonly dueAtMs: (profileId: string) => number | undefined;
  /** A profile under way is left alone until it is planned again. */
  readonly isUnderWay: (profileId: string) => boolean;
  /** Starts the refresh of a profile that is due. */
  readonly fire: (profileId: string) => void;
  /** Called before the instants are compared, whenever the timer runs. */
  readonly beforeTick: () => void;
}

export class RefreshTimer {
  private readonly options: RefreshTimerOptions;
  private readonly plans = new Map<string, number>();
  private timer: Timer | undefined;

  constructor(options: RefreshTimerOptions) {
    this.options = options;
  }

  plannedAtMs(profileId: string): number | undefined {
    return this.plans.get(profileId);
  }

  /** Looks at the given profiles again, and sets the timer for the earliest plan of all. */
  plan(profileIds: Iterable<string>): void {
    for (const id of profileIds) this.look(id);
    this.arm();
  }

  /** Refreshes profiles that have a plan now, ahead of it. */
  hurry(profileIds: Iterable<string>): void {
    const { isUnderWay, fire } = this.options;
    for (const id of profileIds) if (this.plans.has(id) && !isUnderWay(id)) fire(id);
    this.arm();
  }

  clear(): void {
    this.plans.clear();
    this.arm();
  }

  private look(profileId: string): void {
    const atMs = this.dueAtMs(profileId);
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
    let earliestMs = Infinity;
    for (const [id, atMs] of this.plans) if (atMs < earliestMs && !isUnderWay(id)) earliestMs = atMs;
    if (earliestMs === Infinity) return;
    const delayMs = Math.min(Math.max(0, earliestMs - clock.now()), maxSleepMs);
    this.timer = clock.setTimer(delayMs, () => this.tick());
  }

  private tick(): void {
    const { clock, isUnderWay, fire, beforeTick } = this.options;
    this.timer = undefined;
    beforeTick();
    const now = clock.now();
    for (const [id, atMs] of this.plans) {
      if (atMs > now || isUnderWay(id)) continue;
      // The plan may be older than the rows: another process refreshed, and its notice is late.
      this.look(id);
      if ((this.plans.get(id) ?? Infinity) <= now) fire(id);
    }
    this.arm();
  }
}
