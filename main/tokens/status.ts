/** What a person is told about a profile, as one value made from the stored rows. */
import { toErrorRecord } from '../errors.ts';
import type { ErrorCode, ErrorRecord, TokentrayError } from '../errors.ts';
import type { AuthKind, Environment, StoredProfile, SystemId } from '../profiles/profile.ts';
import type { ActivityRecord, SessionFacts, TokenFacts } from '../storage/records.ts';
import { identityNote } from '../systems/identity.ts';
import type { TokenIdentity } from '../systems/token-identity.ts';
import { activityState, appearance, remainingMs, tokenState } from './state.ts';
import type { ActivityState, Appearance, TokenState } from './state.ts';

/** The vault's key is out of reach until a person unlocks something. */
const lockedCodes: ReadonlySet<ErrorCode> = new Set([
  'storage.keychain_locked',
  'storage.keychain_unavailable',
  'storage.keychain_entry_missing',
  'storage.passphrase_needed',
  'storage.passphrase_wrong',
  'storage.memory_vault_gone',
]);

/** Instants are wall-clock milliseconds. Holds no token. */
export interface ProfileStatus {
  readonly id: string;
  readonly name: string;
  readonly label?: string;
  readonly system: SystemId;
  readonly auth: AuthKind;
  readonly environment?: Environment;
  readonly tags: readonly string[];
  /** Of the stored definition and its secrets; see `StoredProfile`. */
  readonly revision: number;
  readonly isDefault: boolean;
  /** Shown before the others, in the window and in the tray. */
  readonly isPinned: boolean;
  readonly token: TokenState;
  readonly activity: ActivityState;
  readonly appearance: Appearance;
  readonly obtainedAtMs: number | null;
  readonly expiresAtMs: number | null;
  /** When the person must sign in again, as far as the session tells; null: there is none, or nobody knows. */
  readonly sessionEndsAtMs: number | null;
  /** Name of the profile whose token this one hands out. */
  readonly linkedTo?: string;
  /** Next request by timer; null when none is planned or no agent runs. */
  readonly nextRefreshAtMs: number | null;
  /** Who the token is for, as its claims say; absent without a token, and where they do not tell. */
  readonly identity?: TokenIdentity;
  /** Of the token, as the server granted it; null without a token, and where the server did not say. */
  readonly scope: string | null;
  /** When its token was last copied or given to a script; null: never, as far back as the history goes. */
  readonly lastUsedAtMs: number | null;
  /** The day on which the credential itself ends (YYYY-MM-DD); null where nobody said. */
  readonly credentialExpires: string | null;
  /** What a person should know about who the token is for, as sentences: nobody, or another than the profile expects. */
  readonly note?: string;
  /** Why the last attempt failed; null after a success. */
  readonly error: ErrorRecord | null;
}

/** What is noted about a profile outside its own rows. */
export type ProfileMarks = Pick<ProfileStatus, 'isDefault' | 'isPinned' | 'lastUsedAtMs'>;

export function profileStatus(input: {
  readonly stored: StoredProfile;
  readonly facts: TokenFacts | undefined;
  readonly session: SessionFacts | undefined;
  readonly activity: ActivityRecord | undefined;
  readonly refreshing: boolean;
  readonly nextRefreshAtMs: number | undefined;
  readonly marks: ProfileMarks;
  /** A failure of this machine (keychain, vault, database) that keeps the profile from being refreshed. */
  readonly localFault: TokentrayError | undefined;
  readonly nowMs: number;
}): ProfileStatus {
  const { stored, facts, activity, nowMs } = input;
  const { name, label, system, auth, environment } = stored.profile;
  const token = tokenState(facts, nowMs);
  const state = activityState(activity, input.refreshing);
  const fault = input.localFault;
  const note = identityNote(stored.profile, facts?.identity);
  const activityNow: ActivityState = state === 'idle' && fault !== undefined ? 'retry' : state;
  return {
    id: stored.id,
    name,
    ...(label === undefined ? {} : { label }),
    system,
    auth,
    ...(environment === undefined ? {} : { environment }),
    tags: stored.profile.tags ?? [],
    revision: stored.revision,
    isDefault: input.marks.isDefault,
    isPinned: input.marks.isPinned,
    token,
    activity: activityNow,
    appearance: appearance({
      locked: fault !== undefined && lockedCodes.has(fault.code),
      token,
      activity: activityNow,
      remainingMs: facts === undefined ? null : remainingMs(facts, nowMs),
      planned: input.nextRefreshAtMs !== undefined,
    }),
    obtainedAtMs: facts?.obtainedAtMs ?? null,
    expiresAtMs: facts?.expiresAtMs ?? null,
    sessionEndsAtMs: input.session?.endsAtMs ?? null,
    ...(auth === 'linked' && stored.profile.uses !== undefined ? { linkedTo: stored.profile.uses } : {}),
    nextRefreshAtMs: input.nextRefreshAtMs ?? null,
    ...(facts?.identity === undefined ? {} : { identity: facts.identity }),
    scope: facts?.scope ?? null,
    lastUsedAtMs: input.marks.lastUsedAtMs,
    credentialExpires: stored.profile.credentialExpires ?? null,
    ...(note === undefined ? {} : { note }),
    error: fault === undefined ? (activity?.lastError ?? null) : toErrorRecord(fault),
  };
}
