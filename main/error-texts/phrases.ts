/** Phrases that texts for people are made of; each reads well with and without the fact that it names. */
import type { ErrorCode, ErrorData } from '../errors.ts';

/** What a person reads about a failure: one line each, ending in a full stop. */
export interface ErrorText {
  readonly what: string;
  readonly next: string;
}

type Phrase = string | ((data: ErrorData) => string);

/** How the two lines about one code are made from its facts. */
export interface ErrorTemplate {
  readonly what: Phrase;
  readonly next: Phrase;
}

/** The templates of one family of codes, completed by the compiler. */
export type ErrorTemplates<Family extends string> = Readonly<
  Record<Extract<ErrorCode, `${Family}.${string}`>, ErrorTemplate>
>;

export function fill(template: ErrorTemplate, data: ErrorData): ErrorText {
  const text = (phrase: Phrase) => sentence(typeof phrase === 'string' ? phrase : phrase(data));
  return { what: text(template.what), next: text(template.next) };
}

// Line and paragraph separators, control characters, and characters that reorder what a terminal shows.
const notPrintable = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\s]+/gu;

/** Text of unknown origin on one line, harmless for a terminal. */
export function oneLine(text: string): string {
  return text.replace(notPrintable, ' ').trim();
}

/** One line that begins with a capital and ends in a full stop. */
export function sentence(text: string): string {
  const line = oneLine(text);
  return line.charAt(0).toUpperCase() + line.slice(1) + (/[.!?]["”)]?$/u.test(line) ? '' : '.');
}

const longestQuote = 300;

/** What the server said in its own words, as a further sentence; empty when it said nothing. */
export function itsWords({ description }: ErrorData): string {
  const words = oneLine(description ?? '');
  if (words === '') return '';
  const shown = words.length > longestQuote ? `${words.slice(0, longestQuote).toWellFormed()}…` : words;
  return ` It said: "${shown}".`;
}

/** ` (invalid_client, status 401)`, with what is known of the two. */
export function codes({ oauthError, status }: ErrorData): string {
  const known = [...(oauthError ? [oauthError] : []), ...(status === undefined ? [] : [`status ${status}`])];
  return known.length === 0 ? '' : ` (${known.join(', ')})`;
}

export function server({ host }: ErrorData): string {
  return host === undefined ? 'the server' : `the server ${host}`;
}

export function proxy({ host }: ErrorData): string {
  return host === undefined ? 'the proxy' : `the proxy ${host}`;
}

export function theProfile({ profile }: ErrorData): string {
  return profile === undefined ? 'the profile' : `the profile "${profile}"`;
}

/** The profile's name in a command that a person may copy: only where a shell takes it for one word. */
export function nameInCommand({ profile }: ErrorData): string {
  return profile !== undefined && /^[\w.-]+$/.test(profile) ? profile : 'NAME';
}

/** `before` and the value, or nothing when there is no value. */
export function given(before: string, value: string | undefined): string {
  return value === undefined || value === '' ? '' : `${before}${value}`;
}

/** Perhaps "acme-prod" was meant; */
export function perhaps({ suggestion }: ErrorData): string {
  return suggestion === undefined ? '' : `perhaps "${suggestion}" was meant; `;
}

const systemReasons: Readonly<Record<string, string>> = {
  EACCES: 'permission is denied',
  EBUSY: 'another program uses it',
  EEXIST: 'something else stands there',
  EISDIR: 'it is a folder',
  ELOOP: 'its links go in a circle',
  EMFILE: 'too many files are open',
  ENOENT: 'there is no such file or folder',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of its path is no folder',
  EPERM: 'the system does not permit it',
  EROFS: 'the disk is read-only',
};

/** `: permission is denied`, from the system's own code. */
export function systemReason({ systemCode }: ErrorData): string {
  return given(
    ': ',
    systemCode === undefined ? undefined : (systemReasons[systemCode] ?? `system error ${systemCode}`),
  );
}

/** Seconds below two minutes, minutes below two hours, then hours; rounded up, so that waiting that long is enough. */
export function durationWords(ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / 1000));
  if (seconds < 120) return seconds === 1 ? '1 second' : `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 120 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`;
}
