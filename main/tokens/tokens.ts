/** What the token engine is asked and answers; `createEngine` makes it. */
import type { TokentrayError } from '../errors.ts';
import type { StoredProfile } from '../profiles/profile.ts';
import type { ActivityRecord, SessionFacts, TokenFacts, TokenRecord } from '../storage/records.ts';

/** Wanted remaining life of a token when nobody says, ms. */
export const defaultMinValidMs = 60_000;

export interface TokenQuery {
  /** Wanted remaining life, ms; default `defaultMinValidMs`. */
  readonly minValidMs?: number;
  /** Obtain a new token even when the stored one would do, and even when the profile is stopped. */
  readonly force?: boolean;
  /** Ask for a token of this scope; it is handed over and not stored. */
  readonly scope?: string;
}

export interface TokenResult {
  readonly profile: StoredProfile;
  readonly token: TokenRecord;
  /** Milliseconds from now; null when the expiry is unknown. */
  readonly remainingMs: number | null;
  /** True when the token lives shorter than was asked and a newer one could not be had. */
  readonly belowMinimum: boolean;
  /** Said once, when a profile's first token is handed over: what its system makes of such a token, as a sentence. */
  readonly note?: string;
}

/** How a profile's token is doing. Of a link that leads nowhere only the activity tells. */
export interface Standing {
  /** In terms of the present wall clock, also after it was set back. */
  readonly facts?: TokenFacts | undefined;
  readonly session?: SessionFacts | undefined;
  /** What happened last; a link to a profile that is gone counts as an attempt that has stopped. */
  readonly activity: ActivityRecord | undefined;
  readonly isRefreshing: boolean;
  /** Wall-clock ms. */
  readonly plannedAtMs?: number | undefined;
  readonly localFault?: TokentrayError | undefined;
}

/** Of a profile that is linked to another one, every method tells of that one's token. */
export interface Engine {
  /**
   * A token with at least the wanted life; makes at most one request, shared with everybody who asks at the same time,
   * in this process or another. Rejects with TokentrayError.
   */
  token(profileId: string, query?: TokenQuery): Promise<TokenResult>;
  /** The same when it can be had without a request; undefined otherwise. Rejects with `storage.*`. */
  storedToken(profileId: string, query?: TokenQuery): Promise<TokenResult | undefined>;
  /** The stored token as it is, whether it lives or not; undefined where there is none. Rejects with `storage.*`. */
  tokenRecord(profileId: string): Promise<TokenRecord | undefined>;
  /**
   * A new token, asked for by a person together with many others: a forced request, in its turn at the host. Rejects as `token`
   * does.
   */
  renew(profileId: string): Promise<void>;
  /** Somebody waits for the turn of this profile itself: a refresh that stands ready is sent now. */
  readonly hurry: (profileId: string) => void;
  /** Starts refreshing by timer. Only the agent of a data folder does. */
  start(): void;
  /** Looks at everything again: after wake-up, network changes, or changes by other processes. */
  reconcile(): void;
  /** The network is back: the same, and what failed for lack of it is tried now instead of after its pause. */
  networkReturned(): void;
  /** All of what follows at once, for whoever has the profile in hand: nothing is read of it again. */
  standing(profile: StoredProfile): Standing;
  /** When the profile will be refreshed by the timer, wall-clock ms; undefined when not planned. */
  plannedAtMs(profileId: string): number | undefined;
  /** The stored token's facts in terms of the present wall clock, also after it was set back. */
  facts(profileId: string): TokenFacts | undefined;
  /** Of a profile that a person signed in to. */
  session(profileId: string): SessionFacts | undefined;
  /** A failure of this machine (keychain, vault, database) that kept the last refresh of the profile from being made. */
  localFault(profileId: string): TokentrayError | undefined;
  /** The vault was not opened when this process tried: until it is, nobody's token can be had here. */
  vaultStayedLocked(error: TokentrayError): void;
  /** True while a request for the profile is under way, in this process or another. */
  isRefreshing(profileId: string): boolean;
  onFailure(listener: (profile: StoredProfile, error: TokentrayError) => void): () => void;
  /** Calls back whenever what `status` would say of some profile may have changed. */
  onChange(listener: () => void): () => void;
  /**
   * Stops the timer, waits for requests under way, and tries for some seconds to store what could not be stored before. What is
   * lost is told to `onFailure` as `storage.session_lost`.
   */
  stop(): Promise<void>;
}
