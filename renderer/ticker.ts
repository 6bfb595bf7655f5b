/**
 * One tick a second for everything that counts down.
 * Invariants: a timer is set if and only if somebody listens and the page is visible; there is never more than one.
 */
import type { Clock, Timer } from './clock.ts';

export interface Ticker {
  /** Calls at each full second, and at once when the page becomes visible again. Returns what ends it. */
  onTick(listener: (nowMs: number) => void): () => void;
}

/** What a ticker must know of the page. */
export interface Visibility {
  isVisible(): boolean;
  onChange(listener: () => void): void;
}

export function createTicker(clock: Clock, visibility: Visibility): Ticker {
  const listeners = new Set<(nowMs: number) => void>();
  let timer: Timer | undefined;

  function arm(): void {
    timer?.cancel();
    timer = undefined;
    if (listeners.size === 0 || !visibility.isVisible()) return;
    timer = clock.setTimer(1_000 - (clock.now() % 1_000), tick);
  }

  function tick(): void {
    const nowMs = clock.now();
    for (const listener of listeners) listener(nowMs);
    arm();
  }

  visibility.onChange(() => (visibility.isVisible() ? tick() : arm()));

  return {
    onTick(listener) {
      listeners.add(listener);
      if (listeners.size === 1) arm();
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) arm();
      };
    },
  };
}
