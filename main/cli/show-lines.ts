/** Everything that is known about one profile, as lines; never a secret or a token. */
import type { Profile } from '../profiles/profile.ts';
import { postmanFields, postmanOAuth } from '../snippets/postman-oauth.ts';
import { identityWords } from '../systems/token-identity.ts';
import { holdsSession } from '../tokens/auth-kinds.ts';
import type { ProfileStatus } from '../tokens/status.ts';
import type { Output } from './io.ts';
import { printable } from './printable.ts';
import { lifeWords, noteWords } from './status.ts';
import type { StatusInWords } from './status.ts';
import { stateWords, toneOf } from './status-words.ts';
import { paint } from './style.ts';
import { systemLinks } from './system-links.ts';
import { fieldLines } from './table.ts';
import { whenWords } from './times.ts';

/** What is known of one profile, besides what its system says. */
export interface Shown {
  readonly profile: Profile;
  /** Where its secrets may be sent; undefined: none are stored. */
  readonly origin: string | undefined;
  readonly found: StatusInWords | undefined;
  readonly isSignedIn: boolean;
  readonly nowMs: number;
}

export function shownLines(shown: Shown, out: Output): readonly string[] {
  const { profile, origin, found } = shown;
  const secrets = origin === undefined ? 'none stored' : `stored, only for ${printable(origin)}`;
  return [
    paint(out, 'strong', profile.name),
    ...fieldLines([...profileFields(profile), ['secrets', secrets]]),
    '',
    ...(found === undefined ? [] : stateLines(found, shown, out)),
    ...linkLines(profile, out),
    ...postmanLines(profile, out),
  ];
}

function linkLines(profile: Profile, out: Output): readonly string[] {
  const links = systemLinks(profile);
  if (links.length === 0) return [];
  return ['', paint(out, 'strong', 'Pages'), ...fieldLines(links.map(({ label, url }) => [label, printable(url)]))];
}

function postmanLines(profile: Profile, out: Output): readonly string[] {
  const oauth = postmanOAuth(profile);
  if (oauth === undefined) return [];
  const fields = postmanFields(oauth).map(([label, value]) => [label, printable(value)] as const);
  return ['', paint(out, 'strong', "Postman's tab Authorization, OAuth 2.0"), ...fieldLines(fields)];
}

function stateLines(
  { status, words }: StatusInWords,
  { profile, isSignedIn, nowMs }: Shown,
  out: Output,
): readonly string[] {
  const { nextRefreshAtMs, obtainedAtMs } = status;
  const note = noteWords(status);
  return [
    ...fieldLines([
      ['state', paint(out, toneOf(status), stateWords(status))],
      ['left', lifeWords(status, nowMs)],
      ['token for', printable(identityWords(status.identity ?? {}) ?? '-')],
      ...(status.linkedTo === undefined ? [] : [['token from', status.linkedTo] as const]),
      ['obtained', obtainedAtMs === null ? '-' : whenWords(obtainedAtMs, nowMs)],
      ...(holdsSession(profile)
        ? [['session ends', isSignedIn ? sessionWords(status, nowMs) : noSessionWords(status)] as const]
        : []),
      ['next refresh', nextRefreshAtMs === null ? 'none planned' : whenWords(nextRefreshAtMs, nowMs)],
      ['default', status.isDefault ? 'yes' : 'no'],
    ]),
    ...(words === undefined ? [] : ['', words.what, words.next]),
    ...(note === undefined ? [] : ['', note]),
  ];
}

/** A server may give a token and nothing to renew it with. */
function noSessionWords({ token }: ProfileStatus): string {
  return token === 'valid' || token === 'valid-expiry-unknown' ? 'with this token' : 'nobody is signed in';
}

/** Not every refresh token tells; then the server says it when the time has come. */
function sessionWords({ sessionEndsAtMs }: ProfileStatus, nowMs: number): string {
  return sessionEndsAtMs === null ? 'not known' : whenWords(sessionEndsAtMs, nowMs);
}

/** Dotted paths as in the profile file. */
function profileFields(profile: Profile): readonly (readonly [string, string])[] {
  const { name: _name, version: _version, ...rest } = profile;
  return flatten(rest, '');
}

function flatten(value: object, prefix: string): readonly (readonly [string, string])[] {
  return Object.entries(value).flatMap(([key, member]: [string, unknown]) => {
    const path = `${prefix}${printable(key)}`;
    if (member === null || typeof member !== 'object') return [[path, printable(String(member))] as const];
    if (Array.isArray(member)) return [[path, member.map((item) => printable(String(item))).join(', ')] as const];
    return flatten(member, `${path}.`);
  });
}
