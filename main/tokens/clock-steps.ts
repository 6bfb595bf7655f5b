/** Notices steps of the wall clock, which runs ahead of the monotonic one after a sleep as well. */
import type { Clock } from '../clock.ts';

/** A step that is worth looking at everything again. */
const stepMs = 2_000;

export class ClockSteps {
  private readonly clock: Clock;
  private lastOffsetMs: number;

  constructor(clock: Clock) {
    this.clock = clock;
    this.lastOffsetMs = this.offsetMs();
  }

  /** Wall clock minus monotonic clock, ms. */
  offsetMs(): number {
    return this.clock.now() - this.clock.monotonic();
  }

  /** True once after the wall clock stepped or the machine slept. */
  hasStepped(): boolean {
    const offsetMs = this.offsetMs();
    const stepped = Math.abs(offsetMs - this.lastOffsetMs) > stepMs;
    this.lastOffsetMs = offsetMs;
    return stepped;
  }
}
