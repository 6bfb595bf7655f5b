/** When a token that just arrived will expire, on the local wall clock. */
import type { TokenAnswer } from '../grants/token-answer.ts';
import type { TokenRecord } from '../storage/records.ts';
import { decodeClaims } from './claims.ts';

/** Longer lives are as good as this one, and keep instants within what a Date can hold. */
const maxLifetimeMs = 10 * 365 * 24 * 60 * 60_000;

/** The Date header has whole seconds and travels for a while: a smaller difference is no offset. */
const offsetNoiseMs = 2_000;

/**
 * `expires_in` counts from when the request was sent; without a usable one the `exp` claim counts, moved by the offset
 * between the server's and the local clock. A token that was issued just now is not expired: where the figures claim so
 * (`expires_in` of zero, a wrong clock without a Date header), the expiry is unknown.
 */
export function expiresAtMs(answer: TokenAnswer): number | null {
  if (answer.expiresInSeconds !== undefined && answer.expiresInSeconds > 0) {
    return answer.sentAtMs + Math.min(answer.expiresInSeconds * 1_000, maxLifetimeMs);
  }
  const claimed = decodeClaims(answer.accessToken)?.expiresAtMs ?? null;
  if (claimed === null) return null;
  const offsetMs = answer.clockOffsetMs ?? 0;
  const localMs = claimed - (Math.abs(offsetMs) > offsetNoiseMs ? offsetMs : 0);
  if (localMs <= answer.sentAtMs) return null;
  return Math.min(localMs, answer.sentAtMs + maxLifetimeMs);
}

export function toTokenRecord(answer: TokenAnswer): TokenRecord {
  return {
    accessToken: answer.accessToken,
    tokenType: answer.tokenType,
    ...(answer.scope === undefined ? {} : { scope: answer.scope }),
    obtainedAtMs: answer.sentAtMs,
    expiresAtMs: expiresAtMs(answer),
    clockOffsetMs: answer.clockOffsetMs ?? null,
  };
}

/**
 * Whether an answer brought nothing new: the same token, or one that ends when the old one did. A server that hands out
 * one token with a shrinking `expires_in` is asked again only when it has ended.
 */
export function isUnchanged(previous: TokenRecord | undefined, next: TokenRecord): boolean {
  if (previous === undefined) return false;
  if (previous.accessToken === next.accessToken) return true;
  if (previous.expiresAtMs === null || next.expiresAtMs === null) return false;
  return next.expiresAtMs <= previous.expiresAtMs;
}
