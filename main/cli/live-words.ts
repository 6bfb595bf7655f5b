/** The words of the live table: short, and of a width that hardly changes. */
import type { ProfileStatus } from '../tokens/status.ts';

const tokenWords = {
  none: 'no token',
  valid: 'valid',
  'valid-expiry-unknown': 'valid',
  expired: 'expired',
} as const satisfies Record<ProfileStatus['token'], string>;

const activityWords = {
  refreshing: 'refreshing',
  retry: 'retrying',
  stopped: 'stopped',
  'sign-in-needed': 'sign in',
} as const satisfies Record<Exclude<ProfileStatus['activity'], 'idle'>, string>;

/** What goes on says more than what there is; the remaining life stands beside it. */
export function liveState({ token, activity, appearance }: ProfileStatus): string {
  if (appearance === 'locked') return 'locked';
  if (activity !== 'idle') return activityWords[activity];
  return appearance === 'expiring' && token === 'valid' ? 'expiring' : tokenWords[token];
}

/** Remaining life; it is not shown that a token has expired, because the state says so. */
export function liveLeft({ token, expiresAtMs }: ProfileStatus, nowMs: number): string {
  if (token === 'valid-expiry-unknown') return 'unknown';
  return token === 'valid' && expiresAtMs !== null ? countdown(expiresAtMs - nowMs) : '-';
}

export function liveRefresh({ activity, nextRefreshAtMs }: ProfileStatus, nowMs: number): string {
  if (activity === 'refreshing') return 'now';
  return nextRefreshAtMs === null ? '-' : countdown(nextRefreshAtMs - nowMs);
}

/** What stands behind the token, in at most 18 cells but for long names; empty where nothing does. */
export function liveSource(
  { linkedTo, sessionEndsAtMs }: Pick<ProfileStatus, 'linkedTo' | 'sessionEndsAtMs'>,
  nowMs: number,
): string {
  if (linkedTo !== undefined) return `from ${linkedTo}`;
  return sessionEndsAtMs === null ? '' : `session ${countdown(sessionEndsAtMs - nowMs)}`;
}

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** At most seven cells: `44s`, `11m 02s`, `2h 05m`, `3d 04h`. Counts down to `0s`. */
export function countdown(ms: number): string {
  if (ms < minute) return `${Math.max(0, Math.floor(ms / second))}s`;
  if (ms < hour) return `${part(ms, hour, minute)}m ${pad(part(ms, minute, second))}s`;
  if (ms < day) return `${part(ms, day, hour)}h ${pad(part(ms, hour, minute))}m`;
  return `${Math.floor(ms / day)}d ${pad(part(ms, day, hour))}h`;
}

function part(ms: number, whole: number, unit: number): number {
  return Math.floor((ms % whole) / unit);
}

function pad(count: number): string {
  return String(count).padStart(2, '0');
}
