/** What is wrong with a profile so that its owner should be told, as a pure function of how it stands. */
import type { SwitchKey } from '../settings/setting-keys.ts';
import { expiringMs } from '../tokens/state.ts';
import { hasToken, needsSignIn } from './watched-profiles.ts';
import type { WatchedProfile } from './watched-profiles.ts';

/** Each kind of trouble: how much it asks of a person, the more the worse, and the setting that says whether it is told. */
const troubles = {
  /** A token that is renewed by hand. */
  expired: { rank: 0, setting: 'notifyExpired' },
  /** Its session ends before its token can be renewed once more. */
  'session-ending': { rank: 1, setting: 'notifyExpiring' },
  /** It cannot be renewed for now, and runs out before the next try. */
  expiring: { rank: 2, setting: 'notifyExpiring' },
  /** The same, when it has run out: who knows of the one knows of the other. */
  'ran-out': { rank: 2, setting: 'notifyExpired' },
  locked: { rank: 3, setting: 'notifyExpiring' },
  /** Refused for good: a wrong secret, most often. */
  stopped: { rank: 4, setting: 'notifyRejected' },
  'sign-in-needed': { rank: 5, setting: 'notifySignIn' },
} as const satisfies Readonly<Record<string, { readonly rank: number; readonly setting: SwitchKey }>>;

export type Trouble = keyof typeof troubles;

/** How a profile stands. `unclear`: a request or sign-in is under way, and what was known before still holds. */
export type Standing = Trouble | 'well' | 'unclear';

/** So long before a token runs out it is told that its session ends first, ms: time enough to sign in, and not before it matters. */
const sessionNoticeMs = 5 * 60_000;

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
  if (activity === 'retry' && runsOut(status, nowMs)) return failureOf(status);
  const noticeAtMs = sessionNoticeAtMs(profile);
  return noticeAtMs !== undefined && noticeAtMs <= nowMs ? 'session-ending' : 'well';
}

/** Of a profile that is linked to another one, that one tells. */
function isOwnSession({ status, session }: WatchedProfile): boolean {
  return session === undefined || session.id === status.id;
}

function failureOf(status: WatchedProfile['status']): Trouble {
  if (status.appearance === 'locked') return 'locked';
  return hasToken(status) ? 'expiring' : 'ran-out';
}

/** Whether there is no token, or there will be none before the next try. */
function runsOut(status: WatchedProfile['status'], nowMs: number): boolean {
  const { expiresAtMs, nextRefreshAtMs } = status;
  if (!hasToken(status)) return true;
  if (expiresAtMs === null) return false;
  return expiresAtMs - nowMs < expiringMs || (nextRefreshAtMs !== null && nextRefreshAtMs >= expiresAtMs);
}

/** When `session-ending` begins (wall clock, ms); undefined where the session lasts, or nobody knows. */
export function sessionNoticeAtMs(profile: WatchedProfile): number | undefined {
  const { status, session, mode } = profile;
  const { expiresAtMs, nextRefreshAtMs, sessionEndsAtMs } = status;
  if (mode !== 'keep-fresh' || session?.id !== status.id || !hasToken(status)) return undefined;
  if (expiresAtMs === null || nextRefreshAtMs === null || sessionEndsAtMs === null) return undefined;
  return sessionEndsAtMs <= nextRefreshAtMs ? expiresAtMs - sessionNoticeMs : undefined;
}

/** Those that often pass by themselves, as when a machine wakes up before its network does. */
export function mayPass(trouble: Trouble): boolean {
  return trouble === 'expiring' || trouble === 'ran-out' || trouble === 'locked';
}

export function isWorse(one: Trouble, other: Trouble): boolean {
  return troubles[one].rank > troubles[other].rank;
}

/** The setting that says whether it is told. */
export function settingOf(kind: Trouble | 'recovered'): SwitchKey {
  return kind === 'recovered' ? 'notifyRecovered' : troubles[kind].setting;
}
