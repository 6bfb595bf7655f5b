/** What is kept of what happened to a profile and its token: never a token, a secret or a header. */
import type { ErrorRecord } from '../errors.ts';
import type { TokenIdentity } from '../systems/token-identity.ts';

/**
 * `obtained`: a token where there was none that lived, or one that is not stored · `refreshed`: one in place of another ·
 * `given`: to a script, which is noted once in a minute.
 */
export const happenings = ['obtained', 'refreshed', 'failed', 'signed-in', 'signed-out', 'copied', 'given'] as const;
export type Happening = (typeof happenings)[number];

export interface HistoryEvent {
  readonly what: Happening;
  /** Of a token that came: when it expires; null: nobody knows. */
  readonly expiresAtMs?: number | null;
  /** The server gave the token again that was there. */
  readonly unchanged?: true;
  /** The scope that was asked for this once; such a token is not stored. */
  readonly scope?: string;
  /** Whom somebody signed in as. */
  readonly identity?: Pick<TokenIdentity, 'user' | 'org'>;
  /** The form in which it was copied. */
  readonly as?: string;
  /** Why it failed; see `historyError`. */
  readonly error?: ErrorRecord;
}

export interface HistoryRow extends HistoryEvent {
  /** Rises with time. */
  readonly id: number;
  /** Wall-clock milliseconds; the last time, where it happened more than once. */
  readonly atMs: number;
  readonly firstAtMs: number;
  /** How often in a row. */
  readonly times: number;
}

/** How long a row is kept, ms. */
export const historyKeptMs = 90 * 86_400_000;

/** Rows of all profiles together. */
export const historyRowsKept = 50_000;
