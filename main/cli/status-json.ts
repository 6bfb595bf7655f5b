/** The state of a profile as programs read it: instants in ISO 8601 UTC, remaining life in seconds. */
import { isoInstant } from '../clock.ts';
import type { ProfileStatus } from '../tokens/status.ts';
import type { FailureWords } from './failure.ts';

export interface StatusJson extends Omit<
  ProfileStatus,
  | 'id'
  | 'isDefault'
  | 'isPinned'
  | 'obtainedAtMs'
  | 'expiresAtMs'
  | 'sessionEndsAtMs'
  | 'nextRefreshAtMs'
  | 'lastUsedAtMs'
  | 'error'
> {
  readonly default: boolean;
  readonly pinned: boolean;
  readonly obtainedAt: string | null;
  /** Null: no token, or nobody knows. */
  readonly expiresAt: string | null;
  readonly remainingSeconds: number | null;
  /** When the person must sign in again. Null: nobody signs in, or nobody knows. */
  readonly sessionEndsAt: string | null;
  /** Null: none is planned, or no agent runs. */
  readonly nextRefreshAt: string | null;
  /** Null: never, as far back as the history goes. */
  readonly lastUsedAt: string | null;
  readonly error: FailureWords | null;
}

export function statusJson(status: ProfileStatus, words: FailureWords | undefined, nowMs: number): StatusJson {
  const { id: _id, isDefault, isPinned, error: _, ...dated } = status;
  const { obtainedAtMs, expiresAtMs, sessionEndsAtMs, nextRefreshAtMs, lastUsedAtMs, ...rest } = dated;
  return {
    ...rest,
    default: isDefault,
    pinned: isPinned,
    obtainedAt: iso(obtainedAtMs),
    expiresAt: iso(expiresAtMs),
    remainingSeconds: expiresAtMs === null ? null : Math.max(0, Math.floor((expiresAtMs - nowMs) / 1_000)),
    sessionEndsAt: iso(sessionEndsAtMs),
    nextRefreshAt: iso(nextRefreshAtMs),
    lastUsedAt: iso(lastUsedAtMs),
    error: words ?? null,
  };
}

function iso(atMs: number | null): string | null {
  return atMs === null ? null : isoInstant(atMs);
}
