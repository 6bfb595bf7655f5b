/** Profiles that were removed a moment ago and can be had back: sealed, in memory, for a few seconds. */
import type { Clock, Timer } from '../clock.ts';
import { TokentrayError } from '../errors.ts';
import type { Settings } from '../settings/settings.ts';
import type { ProfileStore, RemovedProfile } from '../storage/storage.ts';
import type { EndedSession } from './end-session.ts';

/** How long a removal can be undone, ms. */
export const undoMs = 10_000;

/** The same of one of many until the last of them is removed, ms: each may wait for a server that does not answer. */
const undoOfManyMs = 3_600_000;

interface Removal {
  /** When it becomes final, wall-clock ms. */
  readonly undoUntilMs: number;
  /** The server was told that the session is over: it does not come back with the profile. */
  readonly isSignedOut: boolean;
  /** Why the server could not be told, as a sentence. */
  readonly warning: string | null;
}

export interface Removals {
  /** Rejects with `config.profile_not_found`, `storage.*`. `isOneOfMany`: it can be undone until `keepLonger` tells. */
  remove(id: string, isOneOfMany?: boolean): Promise<Removal>;
  /** Rejects with `config.profile_not_found` when it is too late, `config.profile_exists` when the name is taken. */
  restore(id: string): Promise<void>;
  /** What was removed one after another can be undone together: for `undoMs` from now. Returns until when. */
  keepLonger(ids: readonly string[]): number;
}

export interface RemovalParts {
  readonly profiles: Pick<ProfileStore, 'takeOut' | 'putBack'>;
  readonly settings: Pick<Settings, 'get' | 'set' | 'unset'>;
  readonly clock: Clock;
  /** Tells the server (RFC 7009). */
  readonly endSession: (id: string) => Promise<EndedSession>;
}

export function createRemovals({ profiles, settings, clock, endSession }: RemovalParts): Removals {
  const kept = new Map<
    string,
    { readonly removed: RemovedProfile; readonly wasDefault: boolean; readonly timer: Timer }
  >();
  const forgetLater = (id: string, afterMs = undoMs): Timer => clock.setTimer(afterMs, () => kept.delete(id));
  return {
    async remove(id, isOneOfMany = false) {
      const { isSignedOut, warning = null } = await endSession(id);
      const removed = await profiles.takeOut(id);
      if (removed === undefined) throw new TokentrayError('config.profile_not_found');
      const wasDefault = settings.get('defaultProfile') === id;
      kept.set(id, { removed, wasDefault, timer: forgetLater(id, isOneOfMany ? undoOfManyMs : undoMs) });
      if (wasDefault) await settings.unset('defaultProfile');
      return { undoUntilMs: clock.now() + undoMs, isSignedOut, warning };
    },
    async restore(id) {
      const found = kept.get(id);
      if (found === undefined) throw new TokentrayError('config.profile_not_found');
      await profiles.putBack(found.removed);
      found.timer.cancel();
      kept.delete(id);
      // Another one may have been chosen meanwhile.
      if (found.wasDefault && settings.get('defaultProfile') === undefined) await settings.set('defaultProfile', id);
    },
    keepLonger(ids) {
      for (const id of ids) {
        const found = kept.get(id);
        if (found === undefined) continue;
        found.timer.cancel();
        kept.set(id, { ...found, timer: forgetLater(id) });
      }
      return clock.now() + undoMs;
    },
  };
}
