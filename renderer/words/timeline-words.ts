/** What the time axis says in words: what happens next, and of each token what is drawn of it. */
import type { ProfileView } from '../../preload/views.ts';
import { counted } from './counted.ts';
import { countdown } from './duration.ts';
import { countedUnit } from './formats.ts';
import { shortInstant } from './instant.ts';
import { displayName, needYouWords } from './list-words.ts';
import { needsAttention, stateWords } from './state-words.ts';

export const timelineName = 'Tokens over time';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Of the axis: `5 min`. */
export function markWords(awayMs: number): string {
  if (awayMs >= day) return countedUnit('day', Math.round(awayMs / day), 'narrow');
  if (awayMs >= hour) return countedUnit('hour', Math.round(awayMs / hour), 'narrow');
  return countedUnit('minute', Math.round(awayMs / minute), 'narrow');
}

export const nowWords = 'now';

/** What comes next for any of the tokens. */
export interface NextEvent {
  readonly id: string;
  readonly name: string;
  readonly kind: 'renewed' | 'retried' | 'expires';
  readonly atMs: number;
}

const verbs = { renewed: 'is renewed', retried: 'is tried again', expires: 'expires' } as const;

/** Undefined where no token counts down. */
export function nextEvent(profiles: Iterable<ProfileView>, nowMs: number): NextEvent | undefined {
  let next: NextEvent | undefined;
  for (const profile of profiles) {
    const { id, token, activity, expiresAtMs, nextRefreshAtMs } = profile;
    if (token !== 'valid' || expiresAtMs === null || expiresAtMs <= nowMs) continue;
    const isRenewed = nextRefreshAtMs !== null && nextRefreshAtMs < expiresAtMs && nextRefreshAtMs > nowMs;
    const atMs = isRenewed ? nextRefreshAtMs : expiresAtMs;
    if (next === undefined || atMs < next.atMs) {
      const kind = activity === 'retry' ? 'retried' : 'renewed';
      next = { id, name: displayName(profile), kind: isRenewed ? kind : 'expires', atMs };
    }
  }
  return next;
}

/** After the name: `expires in 3:10`. */
export function nextEventWords({ kind, atMs }: NextEvent, nowMs: number): string {
  return `${verbs[kind]} in ${countdown(atMs - nowMs)}`;
}

export const nothingNextWords = 'No token counts down';

/** All of it in one sentence that stands still, for who does not see the picture. */
export function timelineSummary(profiles: readonly ProfileView[], nowMs: number): string {
  const next = nextEvent(profiles, nowMs);
  const within = profiles.filter(
    ({ token, expiresAtMs }) => token === 'valid' && (expiresAtMs ?? Infinity) - nowMs <= hour,
  );
  const ending = within.filter(({ nextRefreshAtMs }) => nextRefreshAtMs === null).length;
  const urgent = profiles.filter(needsAttention).length;
  const parts = [
    next === undefined
      ? nothingNextWords
      : `Next, ${next.name} ${verbs[next.kind]} at ${shortInstant(next.atMs, nowMs)}`,
    ...(ending === 0 ? [] : [`${counted(ending, tokens)} within an hour without being renewed`]),
    ...(urgent === 0 ? [] : [needYouWords(urgent)]),
  ];
  return `${parts.join('; ')}.`;
}

const tokens = { one: 'token expires', other: 'tokens expire' } as const;

/** Of the token under the pointer. */
export function trackWords(profile: ProfileView, nowMs: number): string {
  const { token, expiresAtMs, nextRefreshAtMs, sessionEndsAtMs } = profile;
  const at = (atMs: number) => shortInstant(atMs, nowMs);
  const parts = [stateWords(profile).text];
  if (token === 'valid' && expiresAtMs !== null) parts.push(`until ${at(expiresAtMs)}`);
  if (nextRefreshAtMs !== null && nextRefreshAtMs > nowMs) parts.push(`renewed ${at(nextRefreshAtMs)}`);
  if (sessionEndsAtMs !== null && sessionEndsAtMs > nowMs) parts.push(`session ends ${at(sessionEndsAtMs)}`);
  return parts.join(', ');
}
