/** The words of tray, menu and notifications: short, and with absolute times, since nobody redraws them every second. */
import type { Environment } from '../profiles/profile.ts';
import type { WatchedProfile } from './watched-profiles.ts';

export interface WhenAndWhere {
  /** Wall clock, ms. */
  readonly nowMs: number;
  /** Of the times; absent: the system's. */
  readonly locale?: string;
}

const environmentMarks: Readonly<Record<Environment, string>> = {
  production: 'PROD',
  sandbox: 'SANDBOX',
  development: 'DEV',
};

/** A menu has no colours: it says it. Empty where the profile names no environment. */
export function environmentMark({ status: { environment } }: WatchedProfile): readonly string[] {
  return environment === undefined ? [] : [environmentMarks[environment]];
}

/** Such as `until 14:32`, `sign-in needed`, `expired at 14:32, trying again` or `until 14:32, from acme-isc`. */
export function stateWords(profile: WatchedProfile, now: WhenAndWhere): string {
  const { linkedTo } = profile.status;
  const words = tokenWords(profile, now);
  return linkedTo === undefined ? words : `${words}, from ${linkedTo}`;
}

function tokenWords({ status, mode, signIn }: WatchedProfile, now: WhenAndWhere): string {
  const { token, activity, appearance, expiresAtMs } = status;
  const until = expiresAtMs === null ? '' : `until ${timeWords(expiresAtMs, now)}`;
  if (appearance === 'locked') return token === 'valid' ? `${until}, locked` : 'locked';
  if (signIn !== undefined) return token === 'valid' ? `${until}, signing in` : 'signing in';
  if (activity === 'sign-in-needed') return token === 'valid' ? `${until}, then sign-in needed` : 'sign-in needed';
  if (activity === 'stopped') return token === 'valid' ? `${until}, not renewed` : 'stopped';
  if (token === 'valid') return activity === 'retry' ? `${until}, trying to renew it` : until;
  if (token === 'valid-expiry-unknown') {
    return status.auth === 'api_key' ? 'API key, no expiry known' : 'valid, expiry unknown';
  }
  if (activity === 'refreshing') return 'getting a token';
  const lack = token === 'none' || expiresAtMs === null ? 'no token yet' : `expired at ${timeWords(expiresAtMs, now)}`;
  if (activity === 'retry') return `${lack}, trying again`;
  return mode === 'on-use' ? 'renewed when it is used' : lack;
}

/** Local time in the person's own notation; with the date when it is not today. */
export function timeWords(atMs: number, { nowMs, locale }: WhenAndWhere): string {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'short' });
  const isToday = day.format(atMs) === day.format(nowMs);
  const format = new Intl.DateTimeFormat(locale, { ...(isToday ? {} : { dateStyle: 'medium' }), timeStyle: 'short' });
  // Some panels have no narrow no-break space, which some locales put before "PM".
  return format.format(atMs).replace(/[\u00a0\u202f]/g, ' ');
}

/** `text` in at most `most` UTF-16 units, which is what systems count; what is too long loses its end, but no half letter stays. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text
    .slice(0, most - 1)
    .toWellFormed()
    .replace(/\ufffd$/, '')
    .trimEnd()}…`;
}
