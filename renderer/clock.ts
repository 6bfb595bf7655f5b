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

/** When a day (YYYY-MM-DD) is over in the person's own time, wall-clock ms. */
export function endOfDayMs(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + 1).getTime();
}

/** Days of the person's own calendar until this one (YYYY-MM-DD): 0 is today. Days on which the clocks change count as days. */
export function daysUntil(day: string, nowMs: number): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const today = new Date(nowMs);
  const midnightMs = Date.UTC(today.getFullYear(), today.getMonth(), today.getDate());
  return (Date.UTC(year, month - 1, date) - midnightMs) / 86_400_000;
}
