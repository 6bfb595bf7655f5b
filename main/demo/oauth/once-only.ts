/** Ids that may come once: the `jti` of assertions (RFC 7523 section 3, item 7). */
import type { Clock } from '../../clock.ts';

export interface OnceOnly {
  /** False where the id came before and its time is not over. */
  take(id: string, endsAtMs: number): boolean;
}

export function createOnceOnly(clock: Clock): OnceOnly {
  const taken = new Map<string, number>();
  return {
    take(id, endsAtMs) {
      for (const [other, endedAtMs] of taken) if (endedAtMs <= clock.now()) taken.delete(other);
      if (taken.has(id)) return false;
      taken.set(id, endsAtMs);
      return true;
    },
  };
}
