/**
 * Imports that were applied a moment ago and can be taken back.
 * Invariant: each is kept for ten minutes, and taken once unless it is given back.
 */
import type { Clock, Timer } from '../clock.ts';
import { TokentrayError } from '../errors.ts';
import type { ManyStored } from '../storage/storage.ts';

const undoMs = 10 * 60_000;

export interface AppliedImports {
  /** Returns until when it can be taken back, wall-clock ms. */
  keep(id: string, stored: ManyStored): number;
  /** Throws `config.profile_not_found` when it is too late. */
  take(id: string): ManyStored;
}

export function createAppliedImports(clock: Clock): AppliedImports {
  const kept = new Map<string, { readonly stored: ManyStored; readonly timer: Timer }>();
  return {
    keep(id, stored) {
      kept.set(id, { stored, timer: clock.setTimer(undoMs, () => kept.delete(id)) });
      return clock.now() + undoMs;
    },
    take(id) {
      const found = kept.get(id);
      if (found === undefined) throw new TokentrayError('config.profile_not_found');
      found.timer.cancel();
      kept.delete(id);
      return found.stored;
    },
  };
}
