/** When a profile is refreshed by the timer and when a failure is tried again: pure functions of rows and time. */
import type { ErrorCode, TokentrayError } from '../errors.ts';
import { maxRetryAfterMs } from '../grants/retry-after.ts';
import type { Profile } from '../profiles/profile.ts';
import type { ActivityRecord, TokenFacts } from '../storage/records.ts';
import { holdsSession } from './auth-kinds.ts';
import { remainingMs } from './state.ts';

const maxEarlyMs = 10 * 60_000;
const minGapMs = 5_000;
const firstRetryMs = 5_000;
const maxRetryMs = 15 * 60_000;

/**
 * How long before expiry a refresh is scheduled: the wish of the profile, at least a tenth of the lifetime, spread by up to
 * a tenth so that many profiles do not move in step; never more than half the lifetime or ten minutes.
 * @param jitter 0 (inclusive) to 1 (exclusive)
 */
export function earlyMs(lifetimeMs: number, earlySeconds: number, jitter: number): number {
  const wanted = Math.max(earlySeconds * 1_000, lifetimeMs / 10);
  return Math.min(wanted * (1 + jitter / 10), lifetimeMs / 2, maxEarlyMs);
}

/** The shortest pause between two scheduled requests of a profile. */
export function gapMs(lifetimeMs: number): number {
  return Math.max(minGapMs, lifetimeMs / 10);
}

/**
 * The instant (wall clock, ms; may be in the past: due now) of the next refresh by timer, or undefined when the timer has
 * nothing to do: another mode than keep-fresh, stopped, or a token whose expiry nobody knows.
 */
export function nextRefreshAtMs(input: {
  readonly profile: Profile;
  readonly facts: TokenFacts | undefined;
  readonly activity: ActivityRecord | undefined;
  /** Whether there is a refresh token. */
  readonly hasSession: boolean;
  readonly nowMs: number;
  readonly jitter: number;
  /** Of a profile that does not say it itself. */
  readonly earlySeconds: number;
}): number | undefined {
  const { profile, facts, activity, nowMs, jitter } = input;
  // Its token is that of another profile, whose timer it is.
  if (profile.auth === 'linked') return undefined;
  if ((profile.refresh?.mode ?? 'keep-fresh') !== 'keep-fresh' || activity?.stopped === true) return undefined;
  if (activity?.lastError != null) {
    if (isFromTheFuture(activity, nowMs)) return nowMs;
    return Math.max(activity.retryAtMs ?? nowMs, activity.notBeforeMs ?? 0);
  }
  if (facts === undefined) return nowMs;
  const remaining = remainingMs(facts, nowMs);
  if (remaining === null || facts.expiresAtMs === null) return undefined;
  const lifetimeMs = facts.expiresAtMs - facts.obtainedAtMs;
  const setBack = remaining === 0 && facts.expiresAtMs > nowMs;
  // Without a session only a person can get the next token, who is not called before this one has ended.
  const onlyAtExpiry = activity?.unchanged === true || (holdsSession(profile) && !input.hasSession);
  const early = onlyAtExpiry ? 0 : earlyMs(lifetimeMs, profile.refresh?.earlySeconds ?? input.earlySeconds, jitter);
  const wanted = setBack ? nowMs : facts.expiresAtMs - early;
  const lastAttemptMs = activity?.lastAttemptAtMs ?? facts.obtainedAtMs;
  return lastAttemptMs > nowMs ? wanted : Math.max(wanted, lastAttemptMs + gapMs(lifetimeMs));
}

/** A fraction in [0, 1) that is the same for the same token, so that planning again does not move the plan (FNV-1a). */
export function jitterOf(profileId: string, obtainedAtMs: number): number {
  let hash = 0x811c9dc5;
  for (const character of `${profileId}:${obtainedAtMs}`) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash / 2 ** 32;
}

/** Whether a failure ends refreshing until a person acts: what the server refused or what lacks something, never the network. */
export function stops(error: TokentrayError): boolean {
  return error.retry !== 'later' && !error.code.startsWith('network.');
}

/**
 * The pause after so many failures in a row: 5 s doubling up to 15 min, spread by a fifth.
 * @param random 0 (inclusive) to 1 (exclusive)
 */
export function backOffMs(failures: number, random: number): number {
  const plainMs = Math.min(firstRetryMs * 2 ** Math.min(failures - 1, 20), maxRetryMs);
  return Math.min(plainMs * (0.9 + random / 5), maxRetryMs);
}

/**
 * Whether an attempt seems to come from the future: the clock was ahead then and was corrected since. What was planned from
 * it would wait for an instant that may be a year away.
 */
export function isFromTheFuture(activity: ActivityRecord, nowMs: number): boolean {
  return activity.lastAttemptAtMs > nowMs + minGapMs;
}

/**
 * Activity after a failed attempt. Retries start at 5 s and double up to 15 min, spread by a fifth; a longer
 * `Retry-After` of the server wins, and nobody asks before it.
 * @param random 0 (inclusive) to 1 (exclusive)
 */
export function afterFailure(input: {
  readonly previous: ActivityRecord | undefined;
  readonly error: TokentrayError;
  readonly attemptAtMs: number;
  readonly nowMs: number;
  readonly random: number;
  /** Expiry of the access token that a refresh token may already have been used up for; absent for other grants. */
  readonly sessionTokenExpiresAtMs?: number | null | undefined;
}): ActivityRecord {
  const { previous, error, attemptAtMs, nowMs, random } = input;
  const stopped = stops(error);
  const plannedMs = previous === undefined || isFromTheFuture(previous, nowMs) ? null : previous.retryAtMs;
  const aheadOfPlan = plannedMs !== null && attemptAtMs < plannedMs;
  const failures = (previous?.failures ?? 0) + (aheadOfPlan ? 0 : 1);
  const askedMs = error.data.retryAfterMs;
  const backOffAtMs = aheadOfPlan ? plannedMs : nowMs + backOffMs(failures, random);
  const notBeforeMs = askedMs === undefined ? null : nowMs + Math.min(Math.max(0, askedMs), maxRetryAfterMs);
  // A server that says "at once" or "soon" each time must not keep the pauses from growing.
  const politeMs = notBeforeMs === null ? backOffAtMs : Math.max(notBeforeMs, backOffAtMs, nowMs + minGapMs);
  const retryMs = Math.max(politeMs, lastChanceAtMs(input) ?? politeMs);
  return {
    failures,
    lastAttemptAtMs: attemptAtMs,
    lastError: { code: error.code, data: error.data },
    retryAtMs: stopped ? null : retryMs,
    notBeforeMs,
    stopped,
    unchanged: false,
  };
}

/** How long before the access token ends a refresh token is tried again whose answer was lost: one request and its wait. */
const lastChanceMs = 45_000;

/** Failures after which nobody knows whether the server has used the refresh token up. */
const mayHaveBeenUsed: ReadonlySet<ErrorCode> = new Set([
  'network.reset',
  'network.timeout',
  'network.too_large',
  'network.bad_answer',
  'network.failed',
]);

/**
 * An answer that was lost may have held the next refresh token. Sending the old one again can end the whole session at
 * servers that detect reuse (RFC 9700 section 4.14), so it is tried once more only when the access token is about to end.
 */
function lastChanceAtMs(input: {
  readonly previous: ActivityRecord | undefined;
  readonly error: TokentrayError;
  readonly sessionTokenExpiresAtMs?: number | null | undefined;
}): number | undefined {
  const { previous, error, sessionTokenExpiresAtMs: endsAtMs } = input;
  if (endsAtMs == null || !mayHaveBeenUsed.has(error.code)) return undefined;
  const wasTriedAgain = previous?.lastError != null && mayHaveBeenUsed.has(previous.lastError.code);
  return wasTriedAgain ? undefined : endsAtMs - lastChanceMs;
}

/**
 * Whether an attempt failed for the network alone, and may be made again as soon as that is back: not where the server wants to
 * be left alone, nor before the last chance of a refresh token that may have been used up.
 */
export function mayFollowTheNetwork(input: {
  readonly profile: Profile;
  readonly facts: TokenFacts | undefined;
  readonly activity: ActivityRecord | undefined;
  readonly nowMs: number;
}): boolean {
  const { profile, facts, activity, nowMs } = input;
  const code = activity?.lastError?.code;
  if (code === undefined || !code.startsWith('network.') || activity?.notBeforeMs !== null) return false;
  const endsAtMs = holdsSession(profile) && mayHaveBeenUsed.has(code) ? facts?.expiresAtMs : null;
  return endsAtMs == null || nowMs >= endsAtMs - lastChanceMs;
}

/** Activity of a profile for which nothing can be asked, for this reason, until a person acts. */
export function afterStop(error: TokentrayError, nowMs: number): ActivityRecord {
  return {
    ...afterSuccess(nowMs, false),
    failures: 1,
    lastError: { code: error.code, data: error.data },
    stopped: true,
  };
}

/** Activity after a successful attempt. */
export function afterSuccess(attemptAtMs: number, unchanged: boolean): ActivityRecord {
  return {
    failures: 0,
    lastAttemptAtMs: attemptAtMs,
    lastError: null,
    retryAtMs: null,
    notBeforeMs: null,
    stopped: false,
    unchanged,
  };
}

/**
 * Whether a newer token could live longer than the present one: not while a token that is shorter than the wish by nature
 * is still in the first half of its life.
 */
export function refreshCouldHelp(facts: TokenFacts, remaining: number | null, minValidMs: number): boolean {
  if (facts.expiresAtMs === null || remaining === null) return false;
  const lifetimeMs = facts.expiresAtMs - facts.obtainedAtMs;
  return lifetimeMs > minValidMs || remaining <= lifetimeMs / 2;
}
