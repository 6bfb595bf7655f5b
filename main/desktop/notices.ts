/**
 * Which notices are due, as a pure function of what was told before and how the profiles stand now.
 *
 * Invariants:
 * - nothing is told while everything renews by itself;
 * - trouble is told once, when it has lasted; again only after a pause that grows, or when it got worse;
 * - that all is well again is told only after a notice about trouble, and once, and not to whoever saw to it;
 * - what was there at the first look is known, and not told;
 * - a kind that is switched off is as if it were not there, so that what it turns into is told;
 * - profiles that nobody uses disturb nobody.
 */
import { isWorse, mayPass, sessionNoticeAtMs, settingOf, standingOf } from './notice-trouble.ts';
import type { Standing, Trouble } from './notice-trouble.ts';
import { profilesInUse } from './profiles-in-use.ts';
import { needsSignIn } from './watched-profiles.ts';
import type { WatchedProfile } from './watched-profiles.ts';
import type { SwitchKey } from '../settings/setting-keys.ts';

/** How long trouble that may pass by itself must last before it is told. */
export const graceMs = 60_000;
/** The pause after the first notice about a profile; each further one makes it three times as long, up to the longest. */
export const firstPauseMs = 10 * 60_000;
export const longestPauseMs = 6 * 3_600_000;

export interface Notice {
  readonly kind: Trouble | 'recovered';
  readonly profile: WatchedProfile;
}

/** What is remembered of one profile; instants are monotonic ms. */
interface Remembered {
  /** Null while all is well. */
  readonly trouble: Trouble | null;
  readonly sinceMs: number;
  /** The worst of this trouble that its owner knows of. */
  readonly known: Trouble | null;
  /** Whether it was told; otherwise it was there when nobody was to be told. */
  readonly isTold: boolean;
  /** Until then nothing is told that is not worse than `pauseWorst`. */
  readonly pauseUntilMs: number;
  readonly pauseWorst: Trouble | null;
  /** Notices about trouble without a long time between them. */
  readonly count: number;
  /** Whether it ever had a token. */
  readonly hadToken: boolean;
}

/** By profile id. */
export type Memory = ReadonlyMap<string, Remembered>;

export interface NoticeInput {
  readonly memory: Memory;
  readonly profiles: readonly WatchedProfile[];
  /** Wall clock, ms. */
  readonly nowMs: number;
  readonly monotonicMs: number;
  /** Nobody is to be told: what is wrong now counts as known. */
  readonly isSilent: boolean;
  /** Whether this kind is told. */
  readonly isOn: (setting: SwitchKey) => boolean;
  /** The person looks at the window, and knows of a profile that waits for its first sign-in. */
  readonly isWindowOpen: boolean;
}

export interface NoticeResult {
  readonly notices: readonly Notice[];
  readonly memory: Memory;
  /** When a grace or a pause ends that may bring a notice, ms from now; undefined: none runs. */
  readonly lookAgainInMs: number | undefined;
}

export function dueNotices(input: NoticeInput): NoticeResult {
  const { profiles, monotonicMs, isSilent } = input;
  const notices: Notice[] = [];
  const waits: number[] = [];
  const memory = new Map<string, Remembered>();
  const inUse = profilesInUse(profiles, input.nowMs);
  for (const profile of profiles) {
    const { id } = profile.status;
    const standing = toldStanding(profile, input);
    const before = input.memory.get(id) ?? nothing;
    const now = standing === 'unclear' ? before : follow(before, standing, monotonicMs);
    const isKnown = isSilent || !inUse.has(id) || isOwnDoing(profile, before, input.isWindowOpen);
    const kind = isKnown || standing === 'unclear' ? undefined : dueKind(now, monotonicMs);
    if (kind !== undefined && input.isOn(settingOf(kind))) notices.push({ kind, profile });
    const after = isKnown ? { ...now, known: now.trouble, isTold: false } : told(now, kind, monotonicMs);
    memory.set(id, { ...after, hadToken: before.hadToken || profile.status.token !== 'none' });
    waits.push(waitMs(after, monotonicMs), (sessionNoticeAtMs(profile) ?? 0) - input.nowMs);
  }
  const wait = Math.min(...waits.filter((each) => each > 0));
  return { notices, memory, lookAgainInMs: Number.isFinite(wait) ? wait : undefined };
}

function toldStanding(profile: WatchedProfile, { nowMs, isOn }: NoticeInput): Standing {
  const standing = standingOf(profile, nowMs);
  return standing === 'well' || standing === 'unclear' || isOn(settingOf(standing)) ? standing : 'unclear';
}

const nothing: Remembered = {
  trouble: null,
  sinceMs: 0,
  known: null,
  isTold: false,
  pauseUntilMs: 0,
  pauseWorst: null,
  count: 0,
  hadToken: false,
};

/** Without a token nobody has signed in yet, which the window says, or somebody signed out. */
function isOwnDoing({ status }: WatchedProfile, { hadToken }: Remembered, isWindowOpen: boolean): boolean {
  return needsSignIn(status) && status.token === 'none' && (hadToken || isWindowOpen);
}

/** Trouble that changes its face goes on. */
function follow(before: Remembered, standing: Trouble | 'well', monotonicMs: number): Remembered {
  if (standing === 'well') return { ...before, trouble: null };
  return { ...before, trouble: standing, sinceMs: before.trouble === null ? monotonicMs : before.sinceMs };
}

function dueKind(now: Remembered, monotonicMs: number): Notice['kind'] | undefined {
  const { trouble, known, isTold } = now;
  if (trouble !== null) return waitMs(now, monotonicMs) === 0 ? trouble : undefined;
  // Whoever renews a token by hand knows that it is there, and so does whoever signs in.
  return isTold && known !== 'expired' && known !== 'sign-in-needed' ? 'recovered' : undefined;
}

/** How long trouble has still to last until it is told; infinite when there is nothing to tell. */
function waitMs({ trouble, known, sinceMs, pauseUntilMs, pauseWorst }: Remembered, monotonicMs: number): number {
  if (trouble === null || (known !== null && !isWorse(trouble, known))) return Number.POSITIVE_INFINITY;
  const grace = mayPass(trouble) ? sinceMs + graceMs - monotonicMs : 0;
  const isNews = pauseWorst === null || isWorse(trouble, pauseWorst);
  return Math.max(0, grace, isNews ? 0 : pauseUntilMs - monotonicMs);
}

function told(now: Remembered, kind: Notice['kind'] | undefined, monotonicMs: number): Remembered {
  if (now.trouble === null) return { ...now, known: null, isTold: false };
  if (kind === undefined || kind === 'recovered') return now;
  const known = { ...now, known: kind, isTold: true };
  // Each new token of such a profile expires once, and its owner wants to hear of it.
  if (kind === 'expired') return known;
  const isLongAgo = monotonicMs > now.pauseUntilMs + longestPauseMs;
  const count = isLongAgo ? 1 : now.count + 1;
  return { ...known, count, pauseWorst: kind, pauseUntilMs: monotonicMs + pauseMs(count) };
}

function pauseMs(count: number): number {
  return Math.min(longestPauseMs, firstPauseMs * 3 ** (count - 1));
}
