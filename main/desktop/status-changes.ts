/**
 * Tells whoever shows profiles when what is said of them may have changed: by a request, a sign-in or another process, or
 * by time alone, as when a token that nobody renews runs out.
 *
 * Invariants:
 * - at most one timer, and none while no token has a turn ahead;
 * - the instants are the truth and the timer a hint: a clock that jumps and a machine that slept are noticed.
 */
import type { Clock, Timer } from '../clock.ts';
import { ClockSteps } from '../tokens/clock-steps.ts';
import { Listeners } from '../tokens/listeners.ts';
import { nextTurnMs } from '../tokens/turns.ts';
import type { DesktopPorts } from './ports.ts';

/** One refresh changes several rows of the database. */
const coalesceMs = 25;
/** Reading thousands of profiles takes a while: the pause before the next reading is so many times as long. */
const pausePerReading = 20;
/** So often the clock is compared with the next turn, which reads nothing. */
const longestWaitMs = 60_000;

export interface StatusChanges {
  /** Returns what ends it. */
  onChange(listener: () => void): () => void;
  /** Something changed that is shown beside them. */
  touch(): void;
  close(): void;
}

export interface StatusChangesPorts {
  readonly clock: Clock;
  readonly engine: Pick<DesktopPorts['engine'], 'onChange'>;
  readonly storage: Pick<DesktopPorts['storage'], 'onChange'>;
  readonly signIns: Pick<DesktopPorts['signIns'], 'onChange'>;
  /** Throws `storage.*` while the database cannot be read; then the turn that was known stays. */
  status(): readonly { readonly expiresAtMs: number | null }[];
}

export function createStatusChanges(ports: StatusChangesPorts): StatusChanges {
  const { clock, engine, storage, signIns } = ports;
  const steps = new ClockSteps(clock);
  const listeners = new Listeners<[]>();
  let timer: Timer | undefined;
  let turnAtMs: number | undefined;
  let isToBeRead = false;
  let pauseMs = coalesceMs;

  function changed(): void {
    listeners.tell();
    if (isToBeRead) return;
    isToBeRead = true;
    wait(pauseMs);
  }

  function wait(delayMs: number): void {
    timer?.cancel();
    timer = clock.setTimer(Math.min(delayMs, longestWaitMs), look);
  }

  function look(): void {
    timer = undefined;
    const nowMs = clock.now();
    const isTurn = steps.hasStepped() || (turnAtMs !== undefined && turnAtMs <= nowMs);
    if (isToBeRead || isTurn) read(nowMs);
    if (isTurn) listeners.tell();
    if (turnAtMs !== undefined) wait(turnAtMs > nowMs ? turnAtMs - nowMs : longestWaitMs);
  }

  function read(nowMs: number): void {
    isToBeRead = false;
    const startMs = clock.monotonic();
    try {
      turnAtMs = nextTurnMs(ports.status(), nowMs);
      pauseMs = Math.max(coalesceMs, pausePerReading * (clock.monotonic() - startMs));
    } catch {
      // It is read again at its next change, or in a while.
    }
  }

  const touch = (): void => listeners.tell();
  // What a sign-in stores is told by the storage.
  const ends = [engine.onChange(changed), storage.onChange(changed), signIns.onChange(touch)];
  read(clock.now());
  look();
  return {
    onChange: (listener) => listeners.add(listener),
    touch,
    close() {
      for (const end of ends) end();
      timer?.cancel();
    },
  };
}
