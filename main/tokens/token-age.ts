/** Keeps the age of tokens right when the wall clock is set back: counts from when this process sent the request. */
import type { Clock } from '../clock.ts';
import type { TokenFacts } from '../storage/records.ts';
import { ClockSteps } from './clock-steps.ts';

/**
 * The wall clock ran ahead of the monotonic one: the clock was set forward, or the machine slept. Nobody can tell which, so
 * the wall clock is believed. It fell behind: it was set back, and the instants of tokens obtained before move with it.
 */
export class TokenAge {
  private readonly steps: ClockSteps;
  private readonly offsets = new Map<string, { obtainedAtMs: number; offsetMs: number }>();

  constructor(clock: Clock) {
    this.steps = new ClockSteps(clock);
  }

  /** Remembers what the clocks of this process showed when it sent the request for the profile's token. */
  anchor(profileId: string, obtainedAtMs: number, sentAtMonotonicMs: number): void {
    this.offsets.set(profileId, { obtainedAtMs, offsetMs: obtainedAtMs - sentAtMonotonicMs });
  }

  /** The facts in terms of the present wall clock. */
  now(profileId: string, facts: TokenFacts): TokenFacts {
    const anchor = this.offsets.get(profileId);
    if (anchor?.obtainedAtMs !== facts.obtainedAtMs) return facts;
    const shiftMs = this.steps.offsetMs() - anchor.offsetMs;
    if (shiftMs >= 0) return facts;
    return {
      ...facts,
      obtainedAtMs: facts.obtainedAtMs + shiftMs,
      expiresAtMs: facts.expiresAtMs === null ? null : facts.expiresAtMs + shiftMs,
    };
  }

  forget(profileId: string): void {
    this.offsets.delete(profileId);
  }

  /** True once after the wall clock stepped or the machine slept. */
  hasStepped(): boolean {
    return this.steps.hasStepped();
  }
}
