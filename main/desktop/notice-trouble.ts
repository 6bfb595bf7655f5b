/** What is wrong with a profile so that its owner should be told, as a pure function of how it stands. */
import { expiringMs } from '../tokens/state.ts';
import { hasToken, needsSignIn } from './watched-profiles.ts';
import type { WatchedProfile } from './watched-profiles.ts';

/** In the order of how much they ask of a person. */
const troubles = ['expired', 'failing', 'locked', 'stopped', 'sign-in-needed'] as const;
export type Trouble = (typeof troubles)[number];

/** How a profile stands. `unclear`: a request or sign-in is under way, and what was known before still holds. */
export type Standing = Trouble | 'well' | 'unclear';

/**
 * `keep-fresh` is in trouble when its renewing has stopped, or fails so that the token ran out or would; `manual` when its
 * token expired; `on-use` never, because whoever uses it is told.
 */
export function standingOf(profile: WatchedProfile, nowMs: number): Standing {
  const { status, mode } = profile;
  const { activity, token } = status;
  if (mode === 'on-use') return 'well';
  if (activity === 'refreshing' || profile.signIn !== undefined) return 'unclear';
  if (mode === 'manual') return token === 'expired' ? 'expired' : 'well';
  if (needsSignIn(status)) return isOwnSession(profile) ? 'sign-in-needed' : 'well';
  if (activity === 'stopped') return activity;
  if (activity !== 'retry' || !runsOut(status, nowMs)) return 'well';
  return status.appearance === 'locked' ? 'locked' : 'failing';
}

/** Of a profile that is linked to another one, that one tells. */
function isOwnSession({ status, session }: WatchedProfile): boolean {
  return session === undefined || session.id === status.id;
}

/** Whether there is no token, or there will be none before the next try. */
function runsOut(status: WatchedProfile['status'], nowMs: number): boolean {
  const { expiresAtMs, nextRefreshAtMs } = status;
  if (!hasToken(status)) return true;
  if (expiresAtMs === null) return false;
  return expiresAtMs - nowMs < expiringMs || (nextRefreshAtMs !== null && nextRefreshAtMs >= expiresAtMs);
}

/** Those that often pass by themselves, as when a machine wakes up before its network does. */
export function mayPass(trouble: Trouble): boolean {
  return trouble === 'failing' || trouble === 'locked';
}

export function isWorse(one: Trouble, other: Trouble): boolean {
  return troubles.indexOf(one) > troubles.indexOf(other);
}
