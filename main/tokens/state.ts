/** What a profile's token and activity amount to, as pure functions of the stored rows and the time. */
import type { ActivityRecord, TokenFacts } from '../storage/records.ts';

export type TokenState = 'none' | 'valid' | 'valid-expiry-unknown' | 'expired';
export type ActivityState = 'idle' | 'refreshing' | 'retry' | 'stopped' | 'sign-in-needed';
/** What the icon of a profile shows. */
export type Appearance = 'ok' | 'working' | 'expiring' | 'attention' | 'locked';

/** A token that seems to have been obtained further ahead than this means that the clock was set back. */
const clockSetBackToleranceMs = 5_000;

/** Below this remaining life a token that is not being renewed shows as `expiring`. */
export const expiringMs = 60_000;

/**
 * Milliseconds a token will still be accepted, never negative; null when nobody knows.
 * A token from the future counts as dead: the wall clock was set back and no longer tells its age.
 */
export function remainingMs(facts: Pick<TokenFacts, 'obtainedAtMs' | 'expiresAtMs'>, nowMs: number): number | null {
  if (facts.obtainedAtMs > nowMs + clockSetBackToleranceMs) return 0;
  if (facts.expiresAtMs === null) return null;
  return Math.max(0, facts.expiresAtMs - nowMs);
}

/** Whether a token will live for at least `minValidMs`; an unknown expiry is given the benefit of the doubt. */
export function livesLongEnough(remaining: number | null, minValidMs: number): boolean {
  return remaining === null || (remaining > 0 && remaining >= minValidMs);
}

export function tokenState(facts: TokenFacts | undefined, nowMs: number): TokenState {
  if (facts === undefined) return 'none';
  const remaining = remainingMs(facts, nowMs);
  if (remaining === null) return 'valid-expiry-unknown';
  return remaining > 0 ? 'valid' : 'expired';
}

export function activityState(activity: ActivityRecord | undefined, refreshing: boolean): ActivityState {
  if (refreshing) return 'refreshing';
  if (activity?.lastError?.code === 'auth.sign_in_needed') return 'sign-in-needed';
  if (activity?.stopped === true) return 'stopped';
  return activity?.lastError == null ? 'idle' : 'retry';
}

/**
 * The five appearances. Attention wins over everything but the lock: a stopped profile asks for a person even while its
 * token still lives.
 */
export function appearance(input: {
  readonly locked: boolean;
  readonly token: TokenState;
  readonly activity: ActivityState;
  readonly remainingMs: number | null;
  /** True when a refresh is planned, so that a short remaining life is no cause for concern. */
  readonly planned: boolean;
}): Appearance {
  if (input.locked) return 'locked';
  if (input.activity === 'stopped' || input.activity === 'sign-in-needed') return 'attention';
  if (input.activity === 'refreshing') return 'working';
  const usable = input.token === 'valid' || input.token === 'valid-expiry-unknown';
  if (input.activity === 'retry') return usable ? 'expiring' : 'attention';
  if (!usable) return input.planned ? 'working' : 'expiring';
  const short = input.remainingMs !== null && input.remainingMs < expiringMs;
  return short && !input.planned ? 'expiring' : 'ok';
}
