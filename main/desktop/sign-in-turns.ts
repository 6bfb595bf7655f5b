/**
 * Sign-ins that a person starts from the tray or a notification.
 *
 * Invariants:
 * - of several, one page is open at a time: the next one opens when the one before has ended;
 * - nothing is opened for nobody: after a sign-in that was not finished in time those that wait are let go, and whoever
 *   was signed in meanwhile is left out.
 */
import { asTokentrayError, fromErrorRecord } from '../errors.ts';
import type { SignIn, SignIns, SignInState } from '../tokens/sign-ins.ts';
import type { SignInPages } from './sign-in-page.ts';

export interface SignInTurns {
  /** One at once, several one after another. Resolves at their end and never rejects: what goes wrong is told. */
  start(profileIds: readonly string[]): Promise<void>;
  cancel(profileId: string): void;
  /** Of several: cancels the one whose turn it is, and lets those go that wait. */
  cancelAll(): void;
  /** Whether several are being signed in to. */
  areUnderWay(): boolean;
}

export interface SignInTurnParts {
  readonly signIns: Pick<SignIns, 'of'>;
  readonly pages: Pick<SignInPages, 'open' | 'opened'>;
  /** Whether the profile still needs it. */
  readonly isDue: (id: string) => boolean;
  /** Somebody else signed in than the profile expects: the window asks what to do. */
  readonly showProfile: (id: string) => void;
  /** Says what went wrong with a profile. */
  readonly fail: (id: string, error: unknown) => void;
  /** `areUnderWay` changed. */
  readonly onChange: () => void;
}

interface Round {
  readonly waiting: string[];
  current?: string;
}

export function createSignInTurns(parts: SignInTurnParts): SignInTurns {
  const { signIns, pages, isDue, showProfile, fail, onChange } = parts;
  const followed = new Set<SignIn>();
  let round: Round | undefined;

  function setRound(next: Round | undefined): void {
    round = next;
    onChange();
  }

  /** Undefined when no attempt came to be. */
  async function signIn(id: string): Promise<SignInState | undefined> {
    try {
      return await follow(await pages.open(id));
    } catch (error) {
      const failure = asTokentrayError(error);
      if (failure.code !== 'internal.cancelled') fail(id, failure);
      return undefined;
    }
  }

  async function follow(attempt: SignIn): Promise<SignInState> {
    // Its page was opened once more.
    if (followed.has(attempt)) return attempt.ended;
    followed.add(attempt);
    const stop = attempt.onChange(() => {
      if (attempt.state().kind === 'other-user') showProfile(attempt.profileId);
    });
    const end = await attempt.ended;
    stop();
    followed.delete(attempt);
    if (end.kind === 'failed') fail(attempt.profileId, fromErrorRecord(end.error));
    return end;
  }

  async function takeTurns(mine: Round): Promise<void> {
    while (mine.waiting.length > 0) {
      await Promise.all(pages.opened().map(({ ended }) => ended));
      const next = mine.waiting.shift();
      if (next === undefined || !isDue(next)) continue;
      mine.current = next;
      if (isTimeout(await signIn(next))) break;
    }
    if (round === mine) setRound(undefined);
  }

  async function startAll(ids: readonly string[]): Promise<void> {
    if (round !== undefined) {
      const { waiting, current } = round;
      waiting.push(...ids.filter((id) => id !== current && !waiting.includes(id)));
      return;
    }
    const mine: Round = { waiting: [...ids] };
    setRound(mine);
    await takeTurns(mine);
  }

  const cancel = (id: string): void => signIns.of(id)?.cancel();

  return {
    async start(ids) {
      const [only, ...others] = ids;
      if (others.length > 0) await startAll(ids);
      else if (only !== undefined) await signIn(only);
    },
    cancel,
    cancelAll() {
      if (round === undefined) return;
      const { waiting, current } = round;
      waiting.length = 0;
      setRound(undefined);
      if (current !== undefined) cancel(current);
    },
    areUnderWay: () => round !== undefined,
  };
}

function isTimeout(end: SignInState | undefined): boolean {
  return end?.kind === 'failed' && end.error.code === 'auth.sign_in_timeout';
}
