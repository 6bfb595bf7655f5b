/** The rows that storage keeps beside profiles: tokens, activity, leases. */
import type { ErrorRecord } from '../errors.ts';
import type { TokenIdentity } from '../systems/token-identity.ts';

/** A token as it is sealed and stored. Instants are local wall-clock milliseconds. */
export interface TokenRecord {
  readonly accessToken: string;
  readonly tokenType: string;
  readonly scope?: string;
  /** When the request that obtained it was sent. */
  readonly obtainedAtMs: number;
  /** Null: the server did not say and the token does not tell. */
  readonly expiresAtMs: number | null;
  /** Server's clock minus the local one, where known. */
  readonly clockOffsetMs: number | null;
  /** Who it is for, as its claims say; absent where they do not tell. */
  readonly identity?: TokenIdentity;
  /** The second part of an API key that travels in two headers. */
  readonly apiSecret?: string;
}

/** The part of a token row that is not sealed, so that state is known while the vault is locked. */
export type TokenFacts = Omit<TokenRecord, 'accessToken' | 'apiSecret'>;

/** A refresh token as it is sealed and stored. Instants are local wall-clock milliseconds. */
export interface SessionRecord {
  readonly refreshToken: string;
  /** When the request that brought it was sent. */
  readonly obtainedAtMs: number;
  /** From the refresh token's own `exp`, where it is a JWT; null: nobody knows. */
  readonly endsAtMs: number | null;
}

/** The part of a session row that is not sealed. */
export type SessionFacts = Omit<SessionRecord, 'refreshToken'>;

/** What happened last with a profile's refreshing; absent row = idle, never failed. */
export interface ActivityRecord {
  /** Failures in a row since the last success. */
  readonly failures: number;
  readonly lastAttemptAtMs: number;
  readonly lastError: ErrorRecord | null;
  /** Next automatic try after a failure. */
  readonly retryAtMs: number | null;
  /** The server forbade requests before this instant (`Retry-After`). */
  readonly notBeforeMs: number | null;
  /** Set: no request until the profile or its secret changes, or somebody forces one. */
  readonly stopped: boolean;
  /** The last answer brought nothing new: the next scheduled try waits for the expiry. */
  readonly unchanged: boolean;
}

/** Who refreshes a profile right now, across processes. */
export interface LeaseRecord {
  readonly ownerPid: number;
  /** Opaque start time of the owner process, where the platform tells; a reused pid has another. */
  readonly ownerStarted: string | null;
  /** Random; a result is committed only while it still matches. */
  readonly nonce: string;
  readonly untilMs: number;
}
