/** What the tray does about sessions: asks before it opens a browser for a copy, and before it signs out. */
import { asTokentrayError } from '../errors.ts';
import type { SignIns } from '../tokens/sign-ins.ts';
import type { SignInPages } from './sign-in-page.ts';
import type { SignInTurns } from './sign-in-turns.ts';

export interface TraySession {
  signIn(profileIds: readonly string[]): void;
  cancel(profileId: string): void;
  cancelAll(): void;
  /** Never rejects. */
  copyLink(profileId: string): Promise<void>;
  /** Never rejects. */
  signOut(profileId: string): Promise<void>;
  /** True when what went wrong is that somebody must sign in: then that is asked, and nothing else is to be told. */
  takes(profileId: string, error: unknown): boolean;
}

export interface TraySessionParts {
  readonly signIns: Pick<SignIns, 'signOut'>;
  readonly pages: Pick<SignInPages, 'copyLink'>;
  readonly turns: Pick<SignInTurns, 'start' | 'cancel' | 'cancelAll'>;
  /** Id of the profile whose session gives this one its tokens; undefined where nobody signs in. */
  readonly sessionOf: (profileId: string) => string | undefined;
  readonly titleOf: (profileId: string) => string;
  readonly askToSignIn: (title: string) => Promise<boolean>;
  readonly askToSignOut: (title: string) => Promise<boolean>;
  readonly onLinkCopied: (title: string) => void;
  readonly tell: (id: string, words: string) => void;
  readonly fail: (id: string, error: unknown) => void;
}

export function createTraySession(parts: TraySessionParts): TraySession {
  const { signIns, pages, turns, sessionOf, titleOf, onLinkCopied, tell, fail } = parts;
  /** Sessions that are being asked about: a second click asks no second time. */
  const asking = new Set<string>();

  async function agrees(id: string, ask: (title: string) => Promise<boolean>): Promise<boolean> {
    if (asking.has(id)) return false;
    asking.add(id);
    try {
      return await ask(titleOf(id));
    } finally {
      asking.delete(id);
    }
  }

  function signIn(ids: readonly string[]): void {
    void turns.start(ids);
  }

  async function signInIfWanted(id: string): Promise<void> {
    if (await agrees(id, parts.askToSignIn)) signIn([id]);
  }

  async function failing(id: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (asTokentrayError(error).code !== 'internal.cancelled') fail(id, error);
    }
  }

  return {
    signIn,
    cancel: (id) => turns.cancel(id),
    cancelAll: () => turns.cancelAll(),
    copyLink: (id) =>
      failing(id, async () => {
        await pages.copyLink(id);
        onLinkCopied('sign-in link');
      }),
    signOut: (id) =>
      failing(id, async () => {
        if (!(await agrees(id, parts.askToSignOut))) return;
        const { warning } = await signIns.signOut(id);
        if (warning !== undefined) tell(id, warning);
      }),
    takes(id, error) {
      const session = asTokentrayError(error).code === 'auth.sign_in_needed' ? sessionOf(id) : undefined;
      if (session === undefined) return false;
      void failing(id, () => signInIfWanted(session));
      return true;
    },
  };
}
