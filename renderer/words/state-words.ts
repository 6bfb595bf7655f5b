/** The state of a profile in words, with the tone and the icon that go with them. */
import type { ProfileView } from '../../preload/views.ts';
import { isUnderWay } from './sign-in-words.ts';
import type { IconName } from '../components/icon-name.ts';

type Tone = 'good' | 'busy' | 'warning' | 'bad' | 'still';

export interface StateWords {
  readonly text: string;
  readonly tone: Tone;
  readonly icon: IconName;
}

type State = Pick<ProfileView, 'auth' | 'token' | 'activity' | 'appearance' | 'nextRefreshAtMs' | 'signIn'>;

const tones = {
  ok: 'good',
  working: 'busy',
  expiring: 'warning',
  attention: 'bad',
  locked: 'still',
} as const satisfies Record<ProfileView['appearance'], Tone>;

const icons = {
  good: 'check',
  busy: 'refresh',
  warning: 'clock',
  bad: 'alert',
  still: 'clock',
} as const satisfies Record<Tone, IconName>;

export function stateWords(state: State): StateWords {
  if (state.appearance === 'locked') return { text: 'Locked', tone: 'still', icon: 'lock' };
  if (isUnderWay(state.signIn)) return { text: 'Signing in', tone: 'busy', icon: 'person' };
  const tone = isUntouched(state) ? 'still' : tones[state.appearance];
  return { text: words(state), tone, icon: icons[tone] };
}

/** Nothing was asked for yet, and nothing is wrong with that. */
function isUntouched({ token, activity, nextRefreshAtMs }: State): boolean {
  return token === 'none' && activity === 'idle' && nextRefreshAtMs === null;
}

function words(state: State): string {
  const { token, activity, nextRefreshAtMs } = state;
  const isUsable = token === 'valid' || token === 'valid-expiry-unknown';
  if (activity === 'idle') return idleWords(state);
  if (activity === 'retry' && nextRefreshAtMs === null)
    return isUsable ? 'Valid, tried again when asked' : 'Tried again when asked';
  const { usable, unusable } = activityWords[activity];
  return isUsable ? usable : unusable;
}

const activityWords = {
  refreshing: { usable: 'Renewing', unusable: 'Getting a token' },
  retry: { usable: 'Valid, trying again', unusable: 'Trying again' },
  stopped: { usable: 'Valid, not renewed any more', unusable: 'Stopped' },
  'sign-in-needed': { usable: 'Sign-in needed', unusable: 'Sign-in needed' },
} as const;

function idleWords({ auth, token, appearance, nextRefreshAtMs }: State): string {
  if (token === 'none') return nextRefreshAtMs === null ? 'No token yet' : 'Waiting for its turn';
  if (token === 'expired') return 'Expired';
  if (token === 'valid-expiry-unknown') return auth === 'api_key' ? 'No expiry known' : 'Valid, expiry unknown';
  return appearance === 'expiring' ? 'Expires soon' : 'Valid';
}

export function needsAttention({ appearance }: Pick<ProfileView, 'appearance'>): boolean {
  return appearance === 'attention';
}
