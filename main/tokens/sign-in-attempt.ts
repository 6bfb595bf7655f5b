/**
 * One attempt to sign in: its state, its time-out, and what has to be given back when it ends.
 *
 * Invariants: after `done`, `failed` or `cancelled` the state changes no more; whatever was registered with `whenEnded`
 * runs once, also where the attempt had ended before.
 */
import { randomUUID } from 'node:crypto';
import type { Clock, Timer } from '../clock.ts';
import { forProfile, toErrorRecord, TokentrayError } from '../errors.ts';
import { Listeners } from './listeners.ts';
import { hasEnded } from './sign-ins.ts';
import type { SignIn, SignInState } from './sign-ins.ts';

export interface AttemptOptions {
  readonly profileId: string;
  /** Name of the profile, for failures. */
  readonly profile: string;
  readonly clock: Clock;
  readonly timeoutMs: number;
}

/** What a person may do in the present state. */
interface Offers {
  readonly paste?: (redirectUrl: string) => Promise<void>;
  readonly accept?: () => Promise<void>;
  /** False while the session is being stored; default true. */
  readonly cancel?: boolean;
}

export class Attempt implements SignIn {
  readonly id = randomUUID();
  readonly profileId: string;
  readonly ended: Promise<SignInState>;
  /** Wall clock, ms; when it ends by itself. */
  readonly expiresAtMs: number;
  private readonly options: AttemptOptions;
  private readonly listeners = new Listeners<[]>();
  private readonly controller = new AbortController();
  private readonly end: (state: SignInState) => void;
  private readonly cleanUps: (() => Promise<void> | void)[] = [];
  private readonly cleaning: Promise<void>[] = [];
  /** Until it is known for whom or what it waits. */
  private current: SignInState = { kind: 'finishing' };
  private offers: Offers = {};
  private timer: Timer;

  constructor(options: AttemptOptions) {
    this.options = options;
    this.profileId = options.profileId;
    this.expiresAtMs = options.clock.now() + options.timeoutMs;
    const { promise, resolve } = Promise.withResolvers<SignInState>();
    this.ended = promise;
    this.end = resolve;
    this.timer = this.startTimer();
  }

  /** Aborts when the attempt has ended. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  state(): SignInState {
    return this.current;
  }

  onChange(listener: () => void): () => void {
    return this.listeners.add(listener);
  }

  /** Does nothing after the end. `offers` are what a person may do from now on. */
  become(state: SignInState, offers: Offers = {}): void {
    if (hasEnded(this.current)) return;
    this.current = state;
    this.offers = offers;
    if (hasEnded(state)) {
      this.timer.cancel();
      this.controller.abort();
      for (const cleanUp of this.cleanUps) this.clean(cleanUp);
      this.end(state);
    }
    this.listeners.tell();
  }

  fail(error: TokentrayError): void {
    this.become({ kind: 'failed', error: toErrorRecord(forProfile(error, this.options.profile)) });
  }

  /** Whole time again: a person has something new to decide. */
  restartTimer(): void {
    this.timer.cancel();
    this.timer = this.startTimer();
  }

  whenEnded(cleanUp: () => Promise<void> | void): void {
    if (hasEnded(this.current)) this.clean(cleanUp);
    else this.cleanUps.push(cleanUp);
  }

  async paste(redirectUrl: string): Promise<void> {
    if (this.offers.paste !== undefined) return this.offers.paste(redirectUrl);
    throw new TokentrayError('auth.sign_in_invalid', {
      data: { profile: this.options.profile, detail: 'this sign-in waits for no address' },
    });
  }

  async accept(): Promise<void> {
    await this.offers.accept?.();
  }

  cancel(): void {
    if (this.offers.cancel !== false) this.become({ kind: 'cancelled' });
  }

  /** Resolves when all that was registered with `whenEnded` is done. */
  async settled(): Promise<void> {
    await this.ended;
    await Promise.all(this.cleaning);
  }

  private startTimer(): Timer {
    const { clock, timeoutMs } = this.options;
    return clock.setTimer(timeoutMs, () => {
      // What the server is asked by then has a time-out of its own.
      if (this.current.kind !== 'finishing') this.fail(new TokentrayError('auth.sign_in_timeout'));
    });
  }

  private clean(cleanUp: () => Promise<void> | void): void {
    this.cleaning.push(quietly(cleanUp));
  }
}

/** What cannot be given back must not undo how the attempt ended. */
async function quietly(cleanUp: () => Promise<void> | void): Promise<void> {
  try {
    await cleanUp();
  } catch {
    // Ports and leases end with this process at the latest, tokens by themselves.
  }
}
