/** What a notification says: whose it is, one line, and where a click leads. */
import type { Destination } from '../../preload/replies.ts';
import type { Notice } from './notices.ts';
import { hasToken, titleOf } from './watched-profiles.ts';
import { shortened, timeWords } from './tray-words.ts';
import type { WhenAndWhere } from './tray-words.ts';

export interface Message {
  readonly title: string;
  readonly body: string;
  readonly destination: Destination;
  /** Those whose sessions ended, where it is about nothing else: the way to mend it is to sign in. */
  readonly signIn?: readonly string[];
}

/** What the desktops show of a notification without cutting it. */
const bodyCharacters = 180;
const lineCharacters = 100;
const namedProfiles = 3;

/** At most one message about trouble and one about what is well again, however many profiles they are about. */
export function messagesOf(notices: readonly Notice[], now: WhenAndWhere): readonly Message[] {
  const recovered = notices.filter(({ kind }) => kind === 'recovered');
  const trouble = notices.filter(({ kind }) => kind !== 'recovered');
  return [...troubleMessages(trouble, now), ...recoveryMessages(recovered, now)];
}

function troubleMessages(notices: readonly Notice[], now: WhenAndWhere): readonly Message[] {
  const [first] = notices;
  if (first === undefined) return [];
  if (notices.every(({ kind }) => kind === 'locked')) return [message('Tokentray is locked', lockedLine(first))];
  const isSignIn = notices.every(({ kind }) => kind === 'sign-in-needed');
  const signIn = isSignIn ? { signIn: notices.map(({ profile }) => profile.status.id) } : {};
  if (notices.length === 1) return [{ ...about(first, troubleLine(first, now)), ...signIn }];
  const need = isSignIn ? 'tenants need you to sign in' : 'profiles need attention';
  return [{ ...message(`${notices.length} ${need}`, names(notices)), ...signIn }];
}

function recoveryMessages(notices: readonly Notice[], now: WhenAndWhere): readonly Message[] {
  const [first] = notices;
  if (first === undefined) return [];
  if (notices.length === 1) return [about(first, recoveryLine(first, now))];
  return [message(`${notices.length} profiles work again`, names(notices))];
}

function about({ profile: { status } }: Notice, body: string): Message {
  return { ...message(titleOf(status), body), destination: { view: 'profile', id: status.id } };
}

function message(title: string, body: string): Message {
  return { title, body: shortened(body, bodyCharacters), destination: { view: 'list' } };
}

function troubleLine({ kind, profile: { status, failure } }: Notice, now: WhenAndWhere): string {
  const { expiresAtMs } = status;
  if (kind === 'expired') {
    return `${expiresAtMs === null ? 'Its token expired.' : `Its token expired at ${timeWords(expiresAtMs, now)}.`} Refresh it when you need a new one.`;
  }
  if (kind === 'sign-in-needed') return failure?.next ?? 'Sign in again to get new tokens.';
  return firstClause(failure?.what ?? 'Its token cannot be renewed.');
}

/** The gist of a long sentence; what follows its colon stands on the page that a click opens. */
function firstClause(sentence: string): string {
  const colon = sentence.indexOf(': ');
  return sentence.length > lineCharacters && colon > 0 ? `${sentence.slice(0, colon)}.` : sentence;
}

function lockedLine({ profile: { failure } }: Notice): string {
  return failure === undefined ? 'Tokens cannot be renewed until it is unlocked.' : `${failure.what} ${failure.next}`;
}

function recoveryLine({ profile: { status } }: Notice, now: WhenAndWhere): string {
  const { expiresAtMs } = status;
  const isDated = hasToken(status) && expiresAtMs !== null;
  return isDated ? `Works again: its token is valid until ${timeWords(expiresAtMs, now)}.` : 'Works again.';
}

function names(notices: readonly Notice[]): string {
  const named = notices.slice(0, namedProfiles).map(({ profile }) => titleOf(profile.status));
  const more = notices.length - named.length;
  if (more > 0) return `${named.join(', ')} and ${more} more`;
  return `${named.slice(0, -1).join(', ')} and ${named.at(-1)}`;
}
