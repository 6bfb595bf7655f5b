/** The only place of the window that reads the time and sets timers. */

export interface Timer {
  cancel(): void;
}

export interface Clock {
  /** Wall-clock milliseconds. */
  now(): number;
  setTimer(delayMs: number, run: () => void): Timer;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  setTimer(delayMs, run) {
    const handle = setTimeout(run, delayMs);
    return { cancel: () => clearTimeout(handle) };
  },
};
