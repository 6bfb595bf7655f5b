/** What a notification says: whose it is, one line, where a click leads, and which buttons it has. */
import type { Destination } from '../../preload/replies.ts';
import type { CredentialEnd } from './credential-ends.ts';
import { endLine, endsTitle } from './credential-end-words.ts';
import type { Notice } from './notices.ts';
import { hasToken, titleOf } from './watched-profiles.ts';
import type { WatchedProfile } from './watched-profiles.ts';
import { shortened, timeWords } from './tray-words.ts';
import type { WhenAndWhere } from './tray-words.ts';

/** What a click or a button does. */
export type NoticeAction =
  | { readonly do: 'open'; readonly destination: Destination }
  /** Opens the browser. */
  | { readonly do: 'sign-in'; readonly ids: readonly string[] }
  /** Opens the page of the tenant on which the credential is made, in the browser. */
  | { readonly do: 'credential-page'; readonly id: string };

export interface Message {
  readonly title: string;
  readonly body: string;
  readonly click: NoticeAction;
  readonly buttons: readonly { readonly text: string; readonly action: NoticeAction }[];
}

/** What the desktops show of a notification without cutting it. */
const bodyCharacters = 180;
const lineCharacters = 100;
const namedProfiles = 3;

const list: NoticeAction = { do: 'open', destination: { view: 'list' } };

/** At most one message about trouble and one about what is well again, however many profiles they are about. */
export function messagesOf(notices: readonly Notice[], now: WhenAndWhere): readonly Message[] {
  const recovered = notices.filter(({ kind }) => kind === 'recovered');
  const trouble = notices.filter(({ kind }) => kind !== 'recovered');
  return [...troubleMessages(trouble, now), ...recoveryMessages(recovered, now)];
}

/** At most one message about credentials that end. `hasPage`: of this profile, whether it is known where a new one is made. */
export function endMessages(
  ends: readonly CredentialEnd[],
  hasPage: (id: string) => boolean,
  now: WhenAndWhere,
): readonly Message[] {
  const [first] = ends;
  if (first === undefined) return [];
  if (ends.length > 1) return [plain(endsTitle(ends.length), names(ends.map(({ profile }) => profile)))];
  const { id } = first.profile.status;
  const replace = { text: 'Replace', action: edit(id) };
  const make = { text: 'Make a new one', action: { do: 'credential-page', id } } as const;
  return [about(first.profile, endLine(first, now), hasPage(id) ? [make, replace] : [replace])];
}

function troubleMessages(notices: readonly Notice[], now: WhenAndWhere): readonly Message[] {
  const [first] = notices;
  if (first === undefined) return [];
  if (notices.every(({ kind }) => kind === 'locked')) return [plain('Tokentray is locked', lockedLine(first))];
  const ids = notices.map(({ profile }) => profile.status.id);
  const isSignIn = notices.every(({ kind }) => kind === 'sign-in-needed');
  if (notices.length === 1) return [troubleMessage(first, now)];
  const profiles = notices.map(({ profile }) => profile);
  return isSignIn
    ? [signingIn(plain(`${notices.length} tenants need you to sign in`, names(profiles)), ids)]
    : [plain(`${notices.length} profiles need attention`, names(profiles))];
}

function troubleMessage(notice: Notice, now: WhenAndWhere): Message {
  const { kind, profile } = notice;
  const { id } = profile.status;
  const message = about(profile, troubleLine(notice, now));
  if (kind === 'sign-in-needed' || kind === 'session-ending') return signingIn(message, [id]);
  return kind === 'stopped' ? { ...message, buttons: [{ text: 'Edit', action: edit(id) }] } : message;
}

function recoveryMessages(notices: readonly Notice[], now: WhenAndWhere): readonly Message[] {
  const [first] = notices;
  if (first === undefined) return [];
  if (notices.length === 1) return [about(first.profile, recoveryLine(first, now))];
  const profiles = notices.map(({ profile }) => profile);
  return [plain(`${notices.length} profiles work again`, names(profiles))];
}

function about(profile: WatchedProfile, body: string, buttons: Message['buttons'] = []): Message {
  const { id } = profile.status;
  const click: NoticeAction = { do: 'open', destination: { view: 'profile', id } };
  return { title: markedTitle(profile), body: shortened(body, bodyCharacters), click, buttons };
}

function plain(title: string, body: string): Message {
  return { title, body: shortened(body, bodyCharacters), click: list, buttons: [] };
}

/** The way to mend it is to sign in: the click does it too, for where there are no buttons. */
function signingIn(message: Message, ids: readonly string[]): Message {
  const action: NoticeAction = { do: 'sign-in', ids };
  return { ...message, click: action, buttons: [{ text: 'Sign in', action }] };
}

function edit(id: string): NoticeAction {
  return { do: 'open', destination: { view: 'edit', id, focus: 'secret' } };
}

/** Trouble with production is another matter, and a notification has no colours. */
function markedTitle({ status }: WatchedProfile): string {
  return status.environment === 'production' ? `${titleOf(status)} (PROD)` : titleOf(status);
}

function troubleLine({ kind, profile: { status, failure } }: Notice, now: WhenAndWhere): string {
  const { expiresAtMs, sessionEndsAtMs } = status;
  if (kind === 'expired') {
    return `${atTime('Its token expired', expiresAtMs, now)} Refresh it when you need a new one.`;
  }
  if (kind === 'sign-in-needed') return failure?.next ?? 'Sign in again to get new tokens.';
  if (kind === 'session-ending') {
    return `${atTime('Its session ends', sessionEndsAtMs, now)} Sign in again to keep its tokens fresh.`;
  }
  const reason = firstClause(failure?.what ?? 'Its token cannot be renewed.');
  return kind === 'expiring' ? `${atTime('Its token expires', expiresAtMs, now)} ${reason}` : reason;
}

function atTime(what: string, atMs: number | null, now: WhenAndWhere): string {
  return atMs === null ? `${what}.` : `${what} at ${timeWords(atMs, now)}.`;
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

function names(profiles: readonly WatchedProfile[]): string {
  const named = profiles.slice(0, namedProfiles).map(markedTitle);
  const more = profiles.length - named.length;
  if (more > 0) return `${named.join(', ')} and ${more} more`;
  return `${named.slice(0, -1).join(', ')} and ${named.at(-1)}`;
}
