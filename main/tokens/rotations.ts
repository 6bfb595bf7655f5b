/** Refresh tokens that came in place of those that were sent: stored whatever it takes, for the old ones are used up. */
import { sleep } from '../clock.ts';
import type { Clock } from '../clock.ts';
import { asTokentrayError, TokentrayError } from '../errors.ts';
import type { IssuedSession, Lease, Storage } from '../storage/storage.ts';
import { leaseLifetimeMs, renewalPauseMs } from './turn.ts';

export interface Rotation {
  readonly id: string;
  /** Of the profile. */
  readonly name: string;
  /** Of the session whose refresh token was sent. */
  readonly generation: string;
  readonly next: IssuedSession;
}

export interface RotationsOptions {
  readonly clock: Clock;
  readonly storage: Pick<Storage, 'leases' | 'sessions' | 'vault'>;
}

interface Waiting {
  readonly rotation: Rotation;
  /** Aborted when there is nothing left to wait for. */
  readonly ended: AbortController;
  /** The turn is held for it until this resolves. */
  held: Promise<void>;
}

/** How long storing is tried again while the turn is held, ms: what is over by then costs nothing. */
const patienceMs = 10_000;

const pauseMs = 1_000;

/** How long the end of the program waits for a place to store, ms. */
const lastPatienceMs = 5_000;

/**
 * What cannot be stored now (a full disk, a database that somebody else has locked) stays in memory, and is stored as soon as
 * that works. Until then nothing is sent for its profile: not by this process, and as long as the lease can be renewed by no
 * other one, which would send the refresh token that is used up.
 */
export class Rotations {
  private readonly clock: Clock;
  private readonly storage: RotationsOptions['storage'];
  private readonly waiting = new Map<string, Waiting>();

  constructor({ clock, storage }: RotationsOptions) {
    this.clock = clock;
    this.storage = storage;
  }

  /** Rejects with `storage.*`; `storage.database_busy` also when the session was changed meanwhile. */
  async keep(rotation: Rotation): Promise<void> {
    const { id, name } = rotation;
    const waiting: Waiting = { rotation, ended: new AbortController(), held: Promise.resolve() };
    this.waiting.set(id, waiting);
    if (await this.storePatiently(waiting)) return;
    throw new TokentrayError('storage.database_busy', {
      data: { profile: name, detail: 'its session was changed meanwhile' },
    });
  }

  isWaiting(id: string): boolean {
    return this.waiting.has(id);
  }

  /**
   * Stores what could not be stored when it came; a session that a person began meanwhile stays. Before a turn is asked for,
   * which may be held for it. Rejects with `storage.*`.
   */
  async storeWaiting(id: string): Promise<void> {
    const waiting = this.waiting.get(id);
    if (waiting !== undefined) await this.store(waiting);
  }

  /** Gives the lease back, or holds it for what waits to be stored. Rejects with `storage.*`. */
  async endTurn(lease: Lease): Promise<void> {
    const waiting = this.waiting.get(lease.subject);
    if (waiting === undefined) return this.storage.leases.release(lease);
    waiting.held = this.hold(waiting, lease);
  }

  /** Tries for some seconds to store what waits, and returns what is lost. */
  async close(): Promise<readonly { readonly id: string; readonly error: TokentrayError }[]> {
    const giveUpAtMs = this.clock.monotonic() + lastPatienceMs;
    for (;;) {
      const ends = await Promise.all([...this.waiting.values()].map((waiting) => this.lastTry(waiting)));
      const lost = ends.filter((end) => end !== undefined);
      if (lost.length === 0) return [];
      if (this.clock.monotonic() >= giveUpAtMs) {
        const waiting = [...this.waiting.values()];
        this.waiting.clear();
        for (const { ended } of waiting) ended.abort();
        await Promise.all(waiting.map(({ held }) => held));
        return lost;
      }
      await sleep(this.clock, pauseMs);
    }
  }

  private async lastTry(waiting: Waiting): Promise<{ id: string; error: TokentrayError } | undefined> {
    try {
      await this.store(waiting);
      return undefined;
    } catch (error) {
      return { id: waiting.rotation.id, error: asTokentrayError(error) };
    }
  }

  /** Never rejects. */
  private async hold(waiting: Waiting, lease: Lease): Promise<void> {
    const { leases, vault } = this.storage;
    const { signal } = waiting.ended;
    while (!signal.aborted) {
      await leases.renew(lease, leaseLifetimeMs).catch(() => undefined);
      await sleep(this.clock, renewalPauseMs, signal);
      // A vault that is closed would ask the person for its key, again and again.
      if (!signal.aborted && vault.isUnlocked()) await this.store(waiting).catch(() => undefined);
    }
    await leases.release(lease).catch(() => undefined);
  }

  private async storePatiently(waiting: Waiting): Promise<boolean> {
    const giveUpAtMs = this.clock.monotonic() + patienceMs;
    for (;;) {
      try {
        return await this.store(waiting);
      } catch (error) {
        if (asTokentrayError(error).retry !== 'later' || this.clock.monotonic() >= giveUpAtMs) throw error;
      }
      await sleep(this.clock, pauseMs);
    }
  }

  /** False when the session is another one by now. */
  private async store(waiting: Waiting): Promise<boolean> {
    const { id, generation, next } = waiting.rotation;
    const isStored = await this.storage.sessions.replace(id, generation, next);
    if (this.waiting.get(id) === waiting) this.waiting.delete(id);
    waiting.ended.abort();
    return isStored;
  }
}
