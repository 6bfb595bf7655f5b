/** What a row and a profile's page say about the remaining life of a token. */
import type { ProfileView } from '../../preload/views.ts';
import { countdown, shortDuration } from './duration.ts';
import { shortInstant } from './instant.ts';

type Life = Pick<ProfileView, 'token' | 'expiresAtMs'>;

/** The display that counts down; a dash where there is nothing to count. */
export function lifeText({ token, expiresAtMs }: Life, nowMs: number): string {
  return token === 'valid' && expiresAtMs !== null ? countdown(expiresAtMs - nowMs) : '–';
}

/** When a person has to sign in again: `session ends 08:10`. */
export function sessionWords(endsAtMs: number, nowMs: number): string {
  return `${endsAtMs <= nowMs ? 'session ended' : 'session ends'} ${shortInstant(endsAtMs, nowMs)}`;
}

/** `until 14:32`, or `3 min ago` for an expired one; empty where nothing is known. */
export function untilText({ token, expiresAtMs }: Life, nowMs: number): string {
  if (expiresAtMs === null || token === 'none') return '';
  if (token === 'expired' || expiresAtMs <= nowMs) return `${shortDuration(nowMs - expiresAtMs)} ago`;
  return `until ${shortInstant(expiresAtMs, nowMs)}`;
}
