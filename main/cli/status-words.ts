/** The state of a profile in a few words. */
import type { ProfileStatus } from '../tokens/status.ts';
import type { Tone } from './style.ts';

type State = Pick<ProfileStatus, 'token' | 'activity' | 'nextRefreshAtMs'>;

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

/** Such as `valid`, `valid, refreshing` or `expired, stopped`. */
export function stateWords({ token, activity, nextRefreshAtMs }: State): string {
  const isUnplanned = activity === 'retry' && nextRefreshAtMs === null;
  const doing = isUnplanned ? unplannedRetryWords : activityWords[activity];
  return [tokenWords[token], doing].filter((words) => words !== '').join(', ');
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
