/** The state of a profile in a few words. */
import type { ProfileStatus } from '../tokens/status.ts';
import type { Tone } from './style.ts';
import { instantWords } from './times.ts';

type State = Pick<ProfileStatus, 'auth' | 'token' | 'activity' | 'nextRefreshAtMs'>;

const tokenWords = {
  none: 'no token',
  valid: 'valid',
  'valid-expiry-unknown': 'valid, expiry unknown',
  expired: 'expired',
} as const satisfies Record<ProfileStatus['token'], string>;

const activityWords = {
  idle: '',
  refreshing: 'refreshing',
  retry: 'trying again',
  stopped: 'stopped',
  'sign-in-needed': 'sign-in needed',
} as const satisfies Record<ProfileStatus['activity'], string>;

/** Nobody tries by itself: no agent runs, or the profile is not one that the agent renews by its timer. */
const unplannedRetryWords = 'tried again when asked';

/** Nobody knows whether a key is valid, either, before it is used. */
const apiKeyWords = 'no expiry known';

/** Such as `valid`, `valid, refreshing` or `expired, stopped`. */
export function stateWords({ auth, token, activity, nextRefreshAtMs }: State): string {
  const isUnplanned = activity === 'retry' && nextRefreshAtMs === null;
  const doing = isUnplanned ? unplannedRetryWords : activityWords[activity];
  const isKey = auth === 'api_key' && token === 'valid-expiry-unknown';
  return [isKey ? apiKeyWords : tokenWords[token], doing].filter((words) => words !== '').join(', ');
}

/** What stands behind the token: `from acme-isc`, `session ends 08:10`; empty where nothing does. */
export function sourceWords(
  { linkedTo, sessionEndsAtMs }: Pick<ProfileStatus, 'linkedTo' | 'sessionEndsAtMs'>,
  nowMs: number,
): string {
  if (linkedTo !== undefined) return `from ${linkedTo}`;
  if (sessionEndsAtMs === null) return '';
  const when = instantWords(sessionEndsAtMs, nowMs);
  return sessionEndsAtMs > nowMs ? `session ends ${when}` : `session ended ${when}`;
}

const tones = {
  ok: 'good',
  working: 'good',
  expiring: 'warning',
  attention: 'bad',
  locked: 'warning',
} as const satisfies Record<ProfileStatus['appearance'], Tone>;

export function toneOf({ appearance }: Pick<ProfileStatus, 'appearance'>): Tone {
  return tones[appearance];
}
