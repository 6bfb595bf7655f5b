/**
 * Turns for calls that cannot be interrupted: one at a time, and nobody waits for ever.
 *
 * A keychain may ask a person, who may be away; the library then blocks one of Node's few pool threads until the prompt is
 * answered, whatever its AbortSignal says. So a call that is overdue keeps its turn: there is one prompt and one blocked
 * thread, however often somebody tries again, and the next try succeeds once the prompt is answered.
 */
import type { Clock } from '../clock.ts';

export interface TurnOptions {
  readonly clock: Clock;
  /** How long a caller waits for its turn and its result together, ms. */
  readonly waitMs: number;
  /** Made for a caller that waited too long. */
  readonly overdue: () => Error;
}

export type TakeTurn = <T>(run: () => Promise<T>) => Promise<T>;

/** `run` is called when all earlier calls have ended, and not at all when its caller gave up before. */
export function createTurns({ clock, waitMs, overdue }: TurnOptions): TakeTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (run) =>
    new Promise((resolve, reject) => {
      let isWaiting = true;
      const timer = clock.setTimer(waitMs, () => {
        isWaiting = false;
        reject(overdue());
      });
      const turn = async () => (isWaiting ? resolve(await run()) : undefined);
      last = last
        .then(turn)
        .catch(reject)
        .finally(() => timer.cancel());
    });
}
