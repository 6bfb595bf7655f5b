/** When a token that just arrived will expire, on the local wall clock. */
import { maxLifetimeSeconds } from '../grants/token-answer.ts';
import type { TokenAnswer } from '../grants/token-answer.ts';
import type { TokenFacts, TokenRecord } from '../storage/records.ts';
import type { TokenIdentity } from '../systems/token-identity.ts';
import { decodeClaims } from './claims.ts';

/** Keeps instants within what a Date can hold. */
const maxLifetimeMs = maxLifetimeSeconds * 1_000;

/** The Date header has whole seconds and travels for a while: a smaller difference is no offset. */
const offsetNoiseMs = 2_000;

/**
 * `expires_in` counts from when the request was sent; without a usable one the `exp` claim counts, moved by the offset
 * between the server's and the local clock. Null when nobody knows; never before the sending, which stands for a token
 * that had expired on arrival.
 *
 * An `expires_in` of zero means that, unless the claim says otherwise. So does a claim that has passed on the server's
 * clock; without a Date header it is as likely that the local clock is wrong, and nobody knows.
 */
export function expiresAtMs(answer: TokenAnswer): number | null {
  const { expiresInSeconds, sentAtMs, clockOffsetMs } = answer;
  if (expiresInSeconds !== undefined && expiresInSeconds > 0) {
    return sentAtMs + Math.min(expiresInSeconds * 1_000, maxLifetimeMs);
  }
  const claimedMs = claimedExpiryMs(answer);
  if (claimedMs !== null && claimedMs > sentAtMs) return Math.min(claimedMs, sentAtMs + maxLifetimeMs);
  const isOver = expiresInSeconds !== undefined || (claimedMs !== null && clockOffsetMs !== undefined);
  return isOver ? sentAtMs : null;
}

/** The `exp` claim on the local clock, ms. */
function claimedExpiryMs({ accessToken, clockOffsetMs = 0 }: TokenAnswer): number | null {
  const claimedMs = decodeClaims(accessToken)?.expiresAtMs ?? null;
  return claimedMs === null ? null : localInstantMs(claimedMs, clockOffsetMs);
}

/** An instant of the server's clock on the local one, ms; `clockOffsetMs` is the server's clock minus the local one. */
export function localInstantMs(serverMs: number, clockOffsetMs: number): number {
  return Math.abs(clockOffsetMs) <= offsetNoiseMs ? serverMs : serverMs - clockOffsetMs;
}

/** Whether a token was of no use when it came: the server's clock, or what it is set up to issue, is wrong. */
export function hasExpiredOnArrival({ obtainedAtMs, expiresAtMs }: TokenFacts): boolean {
  return expiresAtMs !== null && expiresAtMs <= obtainedAtMs;
}

export function toTokenRecord(answer: TokenAnswer, identity?: TokenIdentity): TokenRecord {
  return {
    accessToken: answer.accessToken,
    tokenType: answer.tokenType,
    ...(answer.scope === undefined ? {} : { scope: answer.scope }),
    obtainedAtMs: answer.sentAtMs,
    expiresAtMs: expiresAtMs(answer),
    clockOffsetMs: answer.clockOffsetMs ?? null,
    ...(identity === undefined ? {} : { identity }),
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
