/** Time for the whole application: the only place that touches Date and timers, so that tests can own time. */

export interface Timer {
  cancel(): void;
}

export interface Clock {
  /** Local wall clock, milliseconds since the Unix epoch. May jump. */
  now(): number;
  /** Milliseconds on a clock that never jumps and may stand still while the machine sleeps. */
  monotonic(): number;
  /**
   * Runs `run` once, not before `delayMs`. A hint, never the truth: callers compare instants again when it fires.
   * Delays above `maxTimerDelayMs` fire early, at that bound.
   */
  setTimer(delayMs: number, run: () => void): Timer;
}

/** The longest delay a timer of the platform takes (2^31-1 ms, about 24.8 days); above it Node fires at once. */
const maxTimerDelayMs = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  setTimer(delayMs, run) {
    const handle = setTimeout(run, Math.min(Math.max(0, delayMs), maxTimerDelayMs));
    return { cancel: () => clearTimeout(handle) };
  },
};

/** Resolves after `delayMs` on the given clock, or at once when `signal` aborts. */
export function sleep(clock: Clock, delayMs: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted === true) return resolve();
    const done = () => {
      timer.cancel();
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = clock.setTimer(delayMs, done);
    signal?.addEventListener('abort', done, { once: true });
  });
}

/** The three forms of RFC 9110 section 5.6.7; Date.parse alone would take `5` for a date. */
const httpDate = /^[A-Z][a-z]{2,8},? .*\d\d:\d\d:\d\d( GMT| \d{4})$/;

/** Milliseconds since the epoch of an HTTP date, or undefined when it is none (RFC 9110 section 5.6.7). */
export function parseHttpDate(text: string | null): number | undefined {
  if (text === null || !httpDate.test(text)) return undefined;
  const ms = Date.parse(text.endsWith('GMT') ? text : `${text} GMT`);
  return Number.isNaN(ms) ? undefined : ms;
}

/** As a Date header has it (RFC 9110 section 5.6.7). */
export function httpInstant(ms: number): string {
  return new Date(ms).toUTCString();
}

/** ISO 8601 in UTC, with milliseconds. */
export function isoInstant(ms: number): string {
  return new Date(ms).toISOString();
}
