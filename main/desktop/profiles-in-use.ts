/** Which profiles somebody uses, so that the others disturb nobody. */
import type { WatchedProfile } from './watched-profiles.ts';

/** Longer than a holiday that is no change of job. */
const usedWithinMs = 14 * 86_400_000;

/**
 * Ids of those that are the default or pinned, were added or used in the last 14 days (a token was copied or given to a
 * script), or give their token to one that is.
 */
export function profilesInUse(profiles: readonly WatchedProfile[], nowMs: number): ReadonlySet<string> {
  const used = profiles.filter((profile) => isUsedItself(profile, nowMs));
  const sources = new Set(used.map(({ status }) => status.linkedTo));
  const lenders = profiles.filter(({ status }) => sources.has(status.name));
  return new Set([...used, ...lenders].map(({ status }) => status.id));
}

/** A time that is yet to come was noted by a clock that was ahead: it counts as now. */
function isUsedItself({ status, addedAtMs }: WatchedProfile, nowMs: number): boolean {
  const { isDefault, isPinned, lastUsedAtMs } = status;
  return isDefault || isPinned || nowMs - Math.max(addedAtMs, lastUsedAtMs ?? 0) < usedWithinMs;
}
