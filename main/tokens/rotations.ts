/** Refresh tokens that came in place of those that were sent: stored whatever it takes, for the old ones are used up. */
import { sleep } from '../clock.ts';
import type { Clock } from '../clock.ts';
import { asTokentrayError, TokentrayError } from '../errors.ts';
import type { IssuedSession, SessionStore } from '../storage/storage.ts';

export interface Rotation {
  readonly id: string;
  /** Of the profile. */
  readonly name: string;
  /** Of the session whose refresh token was sent. */
  readonly generation: string;
  readonly next: IssuedSession;
}

/** How long storing is tried again while the turn is held, ms: what is over by then costs nothing. */
const patienceMs = 10_000;

const pauseMs = 1_000;

/**
 * What cannot be stored now (a full disk, a database that somebody else has locked) stays in memory, and is stored before
 * the next request of its profile; until then none is sent.
 */
export class Rotations {
  private readonly clock: Clock;
  private readonly sessions: SessionStore;
  private readonly waiting = new Map<string, Rotation>();

  constructor(clock: Clock, sessions: SessionStore) {
    this.clock = clock;
    this.sessions = sessions;
  }

  /** Rejects with `storage.*`; `storage.database_busy` also when the session was changed meanwhile. */
  async keep(rotation: Rotation): Promise<void> {
    const { id, name } = rotation;
    this.waiting.set(id, rotation);
    if (await this.storePatiently(rotation)) return;
    throw new TokentrayError('storage.database_busy', {
      data: { profile: name, detail: 'its session was changed meanwhile' },
    });
  }

  /** Stores what could not be stored when it came; a session that a person began meanwhile stays. Rejects with `storage.*`. */
  async storeWaiting(id: string): Promise<void> {
    const rotation = this.waiting.get(id);
    if (rotation !== undefined) await this.store(rotation);
  }

  private async storePatiently(rotation: Rotation): Promise<boolean> {
    const giveUpAtMs = this.clock.monotonic() + patienceMs;
    for (;;) {
      try {
        return await this.store(rotation);
      } catch (error) {
        if (asTokentrayError(error).retry !== 'later' || this.clock.monotonic() >= giveUpAtMs) throw error;
      }
      await sleep(this.clock, pauseMs);
    }
  }

  /** False when the session is another one by now. */
  private async store({ id, generation, next }: Rotation): Promise<boolean> {
    const isStored = await this.sessions.replace(id, generation, next);
    this.waiting.delete(id);
    return isStored;
  }
}
