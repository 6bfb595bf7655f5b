/** When a session ends, as far as its refresh token tells. */
import type { SessionRecord } from '../storage/records.ts';
import { decodeClaims } from './claims.ts';
import { localInstantMs } from './expiry.ts';

/**
 * Some servers' refresh tokens are JWTs, whose `exp` (RFC 7519 section 4.1.4) is the moment when a person must sign in
 * again; it stands on the server's clock.
 */
export function sessionRecord(input: {
  readonly refreshToken: string;
  readonly obtainedAtMs: number;
  readonly clockOffsetMs?: number | undefined;
}): SessionRecord {
  const { refreshToken, obtainedAtMs, clockOffsetMs = 0 } = input;
  const claimedMs = decodeClaims(refreshToken)?.expiresAtMs ?? null;
  return {
    refreshToken,
    obtainedAtMs,
    endsAtMs: claimedMs === null ? null : localInstantMs(claimedMs, clockOffsetMs),
  };
}
