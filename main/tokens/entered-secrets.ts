/** What a person entered besides the profile, ready to be stored: secrets bound to where they may go, and a session. */
import type { Profile } from '../profiles/profile.ts';
import type { BoundSecrets, IssuedSession } from '../storage/storage.ts';
import { checkSecrets } from './check-secrets.ts';
import { tokenOrigin } from './obtain.ts';
import { sessionRecord } from './session-record.ts';

export interface EnteredSecrets {
  /** Absent: those that are stored stay. */
  readonly secrets?: BoundSecrets;
  readonly session?: IssuedSession;
}

/** A refresh token is no secret that stays: each answer replaces it. Throws `config.secrets_invalid`. */
export function enteredSecrets(profile: Profile, input: unknown, nowMs: number): EnteredSecrets {
  if (input === undefined) return {};
  const { refreshToken, ...values } = checkSecrets(input, profile);
  const isEmpty = Object.keys(values).length === 0;
  // Somebody who has no use for secrets has no host that they could go to either.
  if (isEmpty && profile.auth === 'linked') return {};
  const origin = tokenOrigin(profile);
  if (refreshToken === undefined) return { secrets: { values, origin } };
  const session = { record: sessionRecord({ refreshToken, obtainedAtMs: nowMs }), origin };
  return isEmpty ? { session } : { secrets: { values, origin }, session };
}
