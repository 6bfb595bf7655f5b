/** When a lease whose time ran out is over: not before its owner, if it lives, has had a moment to renew it. */
import type { Clock } from '../clock.ts';
import type { LeaseRecord } from './records.ts';

/**
 * How long this process must have seen a lease without a renewal, ms, before it takes one from an owner that lives: a machine
 * that slept wakes with leases that have run out, and with owners that renew theirs within seconds.
 */
export const ownersGraceMs = 10_000;

/** Between two looks, ms, at most this counts: the machine may have slept, and the owner with it. */
const longestLookMs = 1_000;

/** Far more than there are leases that somebody waits for at one time. */
const mostWatched = 10_000;

interface Watched {
  readonly untilMs: number;
  readonly lookedAtMonotonicMs: number;
  readonly watchedMs: number;
}

export class LeaseWatch {
  private readonly clock: Clock;
  private readonly watched = new Map<string, Watched>();

  constructor(clock: Clock) {
    this.clock = clock;
  }

  /** Call it each time the lease is looked at: what was seen counts. */
  isOver({ nonce, untilMs }: LeaseRecord): boolean {
    const now = this.clock.monotonic();
    const before = this.watched.get(nonce);
    const isSame = before?.untilMs === untilMs;
    const watchedMs = isSame ? before.watchedMs + Math.min(now - before.lookedAtMonotonicMs, longestLookMs) : 0;
    if (this.watched.size >= mostWatched) this.watched.clear();
    this.watched.set(nonce, { untilMs, lookedAtMonotonicMs: now, watchedMs });
    return untilMs <= this.clock.now() && watchedMs >= ownersGraceMs;
  }
}
