/** Carries a sign-in through at the terminal: shows where to go, takes what is pasted, asks what has to be asked. */
import { asTokentrayError, fromErrorRecord, TokentrayError } from '../errors.ts';
import type { Profile } from '../profiles/profile.ts';
import { hasEnded } from '../tokens/sign-ins.ts';
import type { SignIn, SignInState } from '../tokens/sign-ins.ts';
import { failureWords } from './failure.ts';
import { printable } from './printable.ts';
import type { Session } from './session.ts';
import { otherUserWords, pasteAgain, personWords, waitingLines } from './sign-in-words.ts';
import { paint } from './style.ts';

/** At the agent, or in this process. */
export type Attempt = Pick<SignIn, 'state' | 'onChange' | 'paste' | 'accept' | 'cancel' | 'ended'>;

export interface FollowOptions {
  readonly profile: Profile;
  /** False: the address goes to standard output, alone, and no browser is opened. */
  readonly browser: boolean;
  /** True: another user than the profile expects is taken without a question. */
  readonly acceptUser: boolean;
}

type Done = Extract<SignInState, { kind: 'done' }>;

/** Rejects with why the sign-in failed, with `auth.sign_in_other_user`, or with `internal.cancelled`. */
export async function followSignIn(session: Session, attempt: Attempt, options: FollowOptions): Promise<Done> {
  const follower = new Follower(session, attempt, options);
  try {
    for (;;) {
      const state = attempt.state();
      if (hasEnded(state)) return outcome(state, options.profile);
      await follower.show(state);
      await changeSince(attempt, state);
    }
  } catch (error) {
    attempt.cancel();
    throw error;
  } finally {
    follower.stopListening();
  }
}

class Follower {
  private readonly session: Session;
  private readonly attempt: Attempt;
  private readonly options: FollowOptions;
  private readonly shown = new Set<string>();
  private stop: (() => void) | undefined;

  constructor(session: Session, attempt: Attempt, options: FollowOptions) {
    this.session = session;
    this.attempt = attempt;
    this.options = options;
  }

  async show(state: SignInState): Promise<void> {
    if (state.kind === 'waiting-for-port') {
      const whose = 'Another sign-in that this computer waits for uses';
      this.once(`port ${state.port}`, () => this.tell(`${whose} port ${state.port}; waiting for its end.`));
    } else if (state.kind === 'waiting-for-person') await this.sendToBrowser(state);
    else if (state.kind === 'other-user') await this.decide(state);
  }

  stopListening(): void {
    this.stop?.();
    this.stop = undefined;
  }

  private async sendToBrowser(state: Extract<SignInState, { kind: 'waiting-for-person' }>): Promise<void> {
    const { io, clock } = this.session;
    const { browser, profile } = this.options;
    if (this.shown.has(state.url)) return;
    this.shown.add(state.url);
    const opened = browser && (await this.session.openBrowser(state.url));
    const pasteHere = io.input.isTerminal;
    if (browser && !opened) io.err.write(`${paint(io.err, 'warning', 'No browser could be opened here.')}\n`);
    for (const line of waitingLines(state, { name: profile.name, opened, pasteHere, nowMs: clock.now() })) {
      this.tell(line);
    }
    if (!opened) (browser ? io.err : io.out).write(`${printable(state.url)}\n`);
    if (state.finish !== 'device') this.listen();
  }

  /** Reading a terminal from the background would stop this process: then nobody sees what is asked for, either. */
  private listen(): void {
    const { input, err } = this.session.io;
    if (input.isTerminal && !err.isTerminal) return;
    this.stop ??= input.follow({
      line: (text) => void this.paste(text.trim()),
      interrupted: () => this.attempt.cancel(),
    });
  }

  private async paste(text: string): Promise<void> {
    if (text === '' || this.attempt.state().kind !== 'waiting-for-person') return;
    try {
      await this.attempt.paste(text);
    } catch (thrown) {
      const error = asTokentrayError(thrown);
      const { err } = this.session.io;
      err.write(`${paint(err, 'warning', failureWords(error, this.options.profile).what)}\n`);
      if (error.code === 'auth.sign_in_invalid') this.tell(pasteAgain);
    }
  }

  private async decide(state: Extract<SignInState, { kind: 'other-user' }>): Promise<void> {
    const { io } = this.session;
    const { profile, acceptUser } = this.options;
    this.stopListening();
    const found = printable(otherUserWords(state));
    if (acceptUser) io.err.write(`${paint(io.err, 'warning', found)}\n`);
    else if (!(await this.isTakenAllTheSame(found))) {
      throw new TokentrayError('auth.sign_in_other_user', {
        data: { profile: profile.name, expected: personWords(state.expected), actual: personWords(state.actual) },
      });
    }
    if (!hasEnded(this.attempt.state())) await this.attempt.accept();
  }

  private async isTakenAllTheSame(found: string): Promise<boolean> {
    const { input, prompt } = this.session.io;
    if (!input.isTerminal || !prompt.isPossible()) return false;
    return /^y(es)?$/i.test((await prompt.line(`${found} Use this session all the same? [y/N] `)).trim());
  }

  private once(key: string, show: () => void): void {
    if (this.shown.has(key)) return;
    this.shown.add(key);
    show();
  }

  private tell(line: string): void {
    this.session.io.err.write(`${printable(line)}\n`);
  }
}

/** Resolves once the state is not the one that was dealt with. */
function changeSince(attempt: Attempt, seen: SignInState): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (isSame(attempt.state(), seen)) return;
      unsubscribe();
      resolve();
    };
    const unsubscribe = attempt.onChange(look);
    look();
  });
}

function isSame(a: SignInState, b: SignInState): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Throws unless it is `done`. */
function outcome(state: SignInState, { name }: Profile): Done {
  if (state.kind === 'done') return state;
  if (state.kind !== 'failed') {
    throw new TokentrayError('internal.cancelled', { data: { profile: name, detail: `the sign-in to ${name}` } });
  }
  const { code, data } = state.error;
  throw fromErrorRecord({ code, data: { profile: name, ...data } });
}
