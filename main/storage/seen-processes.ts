/**
 * Remembers which processes were seen running, where looking means starting a program: who waits for another process asks
 * ten times a second.
 *
 * - Only that a process runs is remembered; what was never seen, or is gone, is looked at.
 * - A free pid is noticed at once, whatever is remembered: asking for that costs nothing.
 * - One look serves everybody who asks before the next is due; the pauses between two looks grow.
 */
import type { Clock } from '../clock.ts';
import type { ProcessIdentity } from './process-identity.ts';

export interface SeenProcessesParts {
  readonly clock: Clock;
  /** The costly look. Never rejects. */
  readonly look: ProcessIdentity['isRunning'];
  /** The cheap one; true when there is surely no process of that pid. */
  readonly isGone: (pid: number) => boolean;
}

interface Sighting {
  readonly running: Promise<boolean>;
  readonly pauseMs: number;
  readonly lookAgainAtMs: number;
}

const firstPauseMs = 500;
const longestPauseMs = 5_000;

/** Far more than there are processes that hold a lease at one time. */
const mostRemembered = 100;

export function rememberProcesses({ clock, look, isGone }: SeenProcessesParts): ProcessIdentity['isRunning'] {
  const seen = new Map<string, Sighting>();
  return async (pid, started) => {
    const key = `${pid} ${started ?? ''}`;
    if (isGone(pid)) {
      seen.delete(key);
      return false;
    }
    const last = seen.get(key);
    if (last !== undefined && clock.monotonic() < last.lookAgainAtMs) return last.running;
    const pauseMs = last === undefined ? firstPauseMs : Math.min(2 * last.pauseMs, longestPauseMs);
    const running = look(pid, started);
    if (seen.size >= mostRemembered) seen.clear();
    seen.set(key, { running, pauseMs, lookAgainAtMs: clock.monotonic() + pauseMs });
    if (!(await running)) seen.delete(key);
    return running;
  };
}
