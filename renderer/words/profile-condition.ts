/** What a person makes of a profile's state: exactly one condition holds for each, and the list is filtered and grouped by it. */
import type { ProfileCondition } from '../../preload/list-view.ts';
import type { ProfileView } from '../../preload/views.ts';
import { needsAttention } from './state-words.ts';

/** From what wants a person most to what wants nothing. */
export const conditionOrder = [
  'needs-you',
  'failing',
  'expired',
  'expiring',
  'no-token',
  'fresh',
] as const satisfies readonly ProfileCondition[];

export const conditionWords = {
  'needs-you': 'Needs you',
  failing: 'Failing, tried again',
  expired: 'Expired',
  expiring: 'Expires soon',
  'no-token': 'No token',
  fresh: 'Fresh',
} as const satisfies Record<ProfileCondition, string>;

type State = Pick<ProfileView, 'token' | 'activity' | 'appearance'>;

/** A refresh that is under way is over in a moment, and moves no row. */
export function conditionOf(profile: State): ProfileCondition {
  const { token, activity, appearance } = profile;
  if (needsAttention(profile)) return 'needs-you';
  if (activity === 'retry' || appearance === 'locked') return 'failing';
  if (token === 'expired') return 'expired';
  if (token === 'none') return 'no-token';
  return appearance === 'expiring' ? 'expiring' : 'fresh';
}
