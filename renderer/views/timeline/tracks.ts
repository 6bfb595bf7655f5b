/** What the time axis draws of each token: where it began, how far it reaches, and what happens in between. */
import type { ProfileView } from '../../../preload/views.ts';
import { needsAttention, stateWords } from '../../words/state-words.ts';
import { isUnderWay } from '../../words/sign-in-words.ts';
import { nowPlace, placeOf, scaleFor } from './time-scale.ts';
import type { TimeScale } from './time-scale.ts';

/** Places are parts of the width, from 0 to 1. */
export interface Track {
  readonly id: string;
  readonly tone: ReturnType<typeof stateWords>['tone'];
  /** From when the token came to now, or to its end; null: there is none. */
  readonly lived: Stretch | null;
  /** From now to its end; null: it has ended, or there is none. */
  readonly left: Stretch | null;
  /** Nobody knows the end of what is left. */
  readonly isEndless: boolean;
  /** Where it is renewed next; null: it is not. */
  readonly renewal: number | null;
  /** Where it ends without being renewed; null: it is renewed, or has no end that is known. */
  readonly finalEnd: number | null;
  readonly sessionEnd: number | null;
  /** Where a failure is marked: where the token ended, and else now; null: there is none. */
  readonly failure: number | null;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

interface DrawnTracks {
  readonly scale: TimeScale;
  /** What ends next is first. */
  readonly tracks: readonly Track[];
  /** How many profiles have no track of their own. */
  readonly others: number;
}

/** So many profiles have a track each; of more than that only the first few do, and the others are drawn by their number. */
export const mostTracks = 12;
export const tracksOfMany = 8;

/** Of many, those that need somebody take no more tracks than this: what ends next has to be seen as well. */
const troubledOfMany = 3;

export function drawTracks(profiles: readonly ProfileView[], nowMs: number): DrawnTracks {
  const scale = scaleFor(profiles.flatMap(instantsOf), nowMs);
  const ordered = profiles.filter(hasTrack).toSorted((a, b) => byUrgency(a, b, nowMs));
  const chosen = ordered.length <= mostTracks ? ordered : firstOfMany(ordered);
  return {
    scale,
    tracks: chosen.map((profile) => trackOf(profile, scale)),
    others: ordered.length - chosen.length,
  };
}

/** What was never asked for a token, and is not about to be, has nothing to draw. */
function hasTrack(profile: ProfileView): boolean {
  const { token, activity, nextRefreshAtMs } = profile;
  return token !== 'none' || activity !== 'idle' || nextRefreshAtMs !== null || needsAttention(profile);
}

function firstOfMany(ordered: readonly ProfileView[]): readonly ProfileView[] {
  const troubled = ordered.filter(needsAttention).slice(0, troubledOfMany);
  const calm = ordered.filter((profile) => !needsAttention(profile));
  return [...troubled, ...calm].slice(0, tracksOfMany);
}

/** The session may end long after the token; it stretches no axis. */
function instantsOf({ token, obtainedAtMs, expiresAtMs }: ProfileView): readonly number[] {
  if (token !== 'valid') return [];
  return [obtainedAtMs, expiresAtMs].filter((atMs) => atMs !== null);
}

/** What needs somebody, then what ends next, then what has ended, and last what has no end that is known. */
function byUrgency(a: ProfileView, b: ProfileView, nowMs: number): number {
  const [rankOfA, rankOfB] = [rankOf(a, nowMs), rankOf(b, nowMs)];
  if (rankOfA !== rankOfB) return rankOfA - rankOfB;
  const later = (a.expiresAtMs ?? 0) - (b.expiresAtMs ?? 0);
  return rankOfA === endedRank ? -later : later;
}

const endedRank = 2;

function rankOf(profile: ProfileView, nowMs: number): number {
  const { token, expiresAtMs } = profile;
  if (needsAttention(profile)) return 0;
  if (token === 'none') return 4;
  if (expiresAtMs === null) return 3;
  return expiresAtMs > nowMs ? 1 : endedRank;
}

function trackOf(profile: ProfileView, scale: TimeScale): Track {
  const { id, token, activity, obtainedAtMs, expiresAtMs, nextRefreshAtMs, sessionEndsAtMs, signIn } = profile;
  const { nowMs } = scale;
  const place = (atMs: number) => placeOf(scale, atMs);
  const hasToken = token !== 'none';
  const endMs = expiresAtMs ?? nowMs;
  const isLiving = hasToken && (expiresAtMs === null || expiresAtMs > nowMs);
  const isFailing = (needsAttention(profile) || activity === 'retry') && !isUnderWay(signIn);
  const lived = hasToken ? { from: place(obtainedAtMs ?? nowMs), to: place(Math.min(nowMs, endMs)) } : null;
  return {
    id,
    tone: stateWords(profile).tone,
    lived,
    left: isLiving ? { from: place(nowMs), to: expiresAtMs === null ? 1 : place(expiresAtMs) } : null,
    isEndless: isLiving && expiresAtMs === null,
    renewal: nextRefreshAtMs === null || nextRefreshAtMs < nowMs ? null : place(nextRefreshAtMs),
    finalEnd: isLiving && expiresAtMs !== null && nextRefreshAtMs === null ? place(expiresAtMs) : null,
    sessionEnd: sessionEndsAtMs === null || sessionEndsAtMs < nowMs ? null : place(sessionEndsAtMs),
    failure: isFailing ? (lived?.to ?? nowPlace) : null,
  };
}
