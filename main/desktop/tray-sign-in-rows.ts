/** The rows of a profile's menu that are about its session: signing in first when a person is needed, signing out last. */
import { menuAction, menuSeparator } from './menu-model.ts';
import type { MenuRow } from './menu-model.ts';
import { shortened, timeWords } from './tray-words.ts';
import type { WhenAndWhere } from './tray-words.ts';
import { needsSignIn, titleOf } from './watched-profiles.ts';
import type { WatchedProfile } from './watched-profiles.ts';

const titleCharacters = 40;

type Session = NonNullable<WatchedProfile['session']>;
type SignIn = NonNullable<WatchedProfile['signIn']>;

/** Above everything else in the profile's menu; empty while nobody is needed. */
export function signInRows(profile: WatchedProfile): readonly MenuRow[] {
  const { session, signIn, status } = profile;
  if (session === undefined) return [];
  if (signIn !== undefined) return [...underWayRows(session, signIn), menuSeparator];
  if (!needsSignIn(status)) return [];
  const label = session.id === status.id ? 'Sign in…' : `Sign in to ${shortened(titleOf(session), titleCharacters)}…`;
  return [menuAction(label, { do: 'sign-in', ids: [session.id] }), linkRow(session), menuSeparator];
}

function underWayRows({ id, ...session }: Session, signIn: SignIn): readonly MenuRow[] {
  const cancel = menuAction('Cancel sign-in', { do: 'cancel-sign-in', id });
  const toWindow = (label: string) => menuAction(label, { do: 'open', destination: { view: 'profile', id } });
  if (signIn.kind === 'waiting-for-port') {
    return [heading(`Waits for another sign-in on port ${signIn.port}`), cancel];
  }
  if (signIn.kind === 'other-user') return [toWindow('Somebody else signed in…'), cancel];
  if (signIn.kind !== 'waiting-for-person') return [heading('Finishing the sign-in'), cancel];
  return [
    ...(signIn.userCode === undefined ? [] : [heading(`Code: ${signIn.userCode}`)]),
    menuAction('Open the sign-in page', { do: 'sign-in', ids: [id] }),
    linkRow({ id, ...session }),
    ...(signIn.finish === 'paste' ? [toWindow('Paste the address that it ends at…')] : []),
    cancel,
  ];
}

function heading(label: string): MenuRow {
  return { kind: 'heading', label };
}

function linkRow({ id }: Session): MenuRow {
  return menuAction('Copy sign-in link', { do: 'copy-sign-in-link', id });
}

/** Among what can be done with a profile: of its own session alone, not of one that it is linked to. */
export function sessionRows({ status, session, signIn }: WatchedProfile): readonly MenuRow[] {
  const { id } = status;
  if (session?.id !== id || (status.token === 'none' && status.sessionEndsAtMs === null)) return [];
  const isOffered = needsSignIn(status) || signIn !== undefined;
  return [
    ...(isOffered ? [] : [menuAction('Sign in again…', { do: 'sign-in', ids: [id] })]),
    menuAction('Sign out…', { do: 'sign-out', id }),
  ];
}

/** Such as `session ends 08:10`; undefined where nobody knows, and once it is over. */
export function sessionEnd({ status }: WatchedProfile, now: WhenAndWhere): string | undefined {
  const { sessionEndsAtMs } = status;
  const isAhead = sessionEndsAtMs !== null && sessionEndsAtMs > now.nowMs && !needsSignIn(status);
  return isAhead ? `session ends ${timeWords(sessionEndsAtMs, now)}` : undefined;
}
