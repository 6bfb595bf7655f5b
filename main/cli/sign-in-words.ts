/** What `tokentray login` says while it waits and when it is done. */
import type { TokenIdentity } from '../systems/token-identity.ts';
import type { SignInState } from '../tokens/sign-ins.ts';
import { instantWords } from './times.ts';

type Waiting = Extract<SignInState, { kind: 'waiting-for-person' }>;
type OtherUser = Extract<SignInState, { kind: 'other-user' }>;

export interface WaitingView {
  readonly name: string;
  /** False: the person opens the address. */
  readonly opened: boolean;
  /** Whether an address can be pasted where this is read. */
  readonly pasteHere: boolean;
  readonly nowMs: number;
}

/** Lines without the address itself. */
export function waitingLines(state: Waiting, view: WaitingView): readonly string[] {
  const { name, opened, nowMs } = view;
  const first = opened
    ? `Your browser shows the sign-in to ${name}.`
    : `To sign in to ${name}, open the address below.`;
  const until = `Waiting until ${instantWords(state.expiresAtMs, nowMs)}; Ctrl+C cancels.`;
  return [first, ...finishLines(state, view), until];
}

function finishLines(
  { finish, userCode, verificationUri, redirectUri }: Waiting,
  view: WaitingView,
): readonly string[] {
  if (finish === 'device') {
    const typed = verificationUri === undefined ? '' : ` On another device, go to ${verificationUri}.`;
    return [`The page asks for this code, or shows it: ${userCode ?? ''}.${typed}`];
  }
  const where = view.pasteHere ? 'paste it here (it is not shown)' : 'write it to the standard input of this command';
  return finish === 'paste'
    ? [`At the end the browser goes to ${redirectUri ?? 'another page'}: copy the whole address then, and ${where}.`]
    : [`If the browser ends on a page that cannot be reached, copy its whole address, and ${where}.`];
}

/** For an address that was pasted in vain. */
export const pasteAgain =
  'The sign-in goes on: paste the whole address that the browser shows after it, from https:// or http:// on.';

/** `jane.admin (org acme)`, `org acme`; both absent: nobody that the token names. */
export function personWords({ user, org }: Pick<TokenIdentity, 'user' | 'org'>): string {
  if (user === undefined) return org === undefined ? 'nobody that the token names' : `org ${org}`;
  return org === undefined ? user : `${user} (org ${org})`;
}

export function otherUserWords({ expected, actual }: OtherUser): string {
  return `This sign-in is for ${personWords(actual)}, and the profile expects ${personWords(expected)}.`;
}

/** `sessionEndsAtMs`: null where nobody knows. */
export function doneWords(
  name: string,
  { user, org }: TokenIdentity,
  sessionEndsAtMs: number | null,
  nowMs: number,
): string {
  const as = user === undefined ? '' : ` as ${user}`;
  const at = org === undefined ? '' : ` (org ${org})`;
  const session = sessionEndsAtMs === null ? '' : ` The session ends ${instantWords(sessionEndsAtMs, nowMs)}.`;
  return `Signed in to ${name}${as}${at}.${session}`;
}
