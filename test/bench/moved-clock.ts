/** The real clock, whose wall clock can be moved ahead: so a machine looks that slept. */
import { systemClock } from '../../main/clock.ts';
import type { Clock } from '../../main/clock.ts';

export interface MovedClock extends Clock {
  /** The wall clock goes on, the monotonic one and the timers stand still. */
  sleep(forMs: number): void;
}

export function movedClock(): MovedClock {
  let sleptMs = 0;
  return {
    ...systemClock,
    now: () => systemClock.now() + sleptMs,
    sleep(forMs) {
      sleptMs += forMs;
    },
  };
}
