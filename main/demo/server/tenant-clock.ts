/** The clock of a demo tenant: this machine's, until it is put wrong on purpose. */
import type { Clock } from '../../clock.ts';

export interface TenantClock extends Clock {
  /** Goes so many seconds ahead of the given clock from now on, or behind it when negative. */
  skew(seconds: number): void;
}

export function createTenantClock(clock: Clock): TenantClock {
  let aheadMs = 0;
  return {
    now: () => clock.now() + aheadMs,
    monotonic: () => clock.monotonic(),
    setTimer: (delayMs, run) => clock.setTimer(delayMs, run),
    skew(seconds) {
      aheadMs = seconds * 1_000;
    },
  };
}
