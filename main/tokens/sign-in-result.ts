/** What a server gave at the end of a sign-in: whose it is, and putting it in the place of the profile's old session. */
import { TokentrayError } from '../errors.ts';
import type { TokenAnswer } from '../grants/token-answer.ts';
import type { IssuedSession, IssuedToken, Storage } from '../storage/storage.ts';
import { tokenIdentity } from '../systems/identity.ts';
import { decodeClaims } from './claims.ts';
import { hasExpiredOnArrival, toTokenRecord } from './expiry.ts';
import { deadToken } from './obtain.ts';
import { endsTheSession } from './profile-change.ts';
import { sessionRecord } from './session-record.ts';
import type { SignInClient } from './sign-in-client.ts';

export interface SignInResult {
  readonly token: IssuedToken;
  /** Absent: the server gave no refresh token, and when the token ends the person signs in again. */
  readonly session?: IssuedSession;
}

export interface SignInAnswer extends TokenAnswer {
  readonly idTokenClaims?: Readonly<Record<string, unknown>>;
}

/** Throws `network.token_expired` for a token that had expired on arrival. */
export function readResult({ profile, origin }: SignInClient, answer: SignInAnswer): SignInResult {
  // An ID token often names a person by more than a number; what the access token says itself counts first.
  const claims = { ...answer.idTokenClaims, ...decodeClaims(answer.accessToken)?.payload };
  const token = { record: toTokenRecord(answer, tokenIdentity(profile, claims)), origin };
  if (hasExpiredOnArrival(token.record)) throw deadToken(profile, origin);
  const { refreshToken, sentAtMs, clockOffsetMs } = answer;
  if (refreshToken === undefined) return { token };
  return { token, session: { record: sessionRecord({ refreshToken, obtainedAtMs: sentAtMs, clockOffsetMs }), origin } };
}

/** Other writers may change the profile's label in the meantime; so often is tried anew. */
const storeTries = 3;

/**
 * Token and session in one commit. An older session goes in any case: it may be somebody else's. Rejects with `storage.*`,
 * and with `config.profile_not_found` where the profile is gone.
 */
export async function storeResult(storage: Storage, client: SignInClient, result: SignInResult): Promise<void> {
  for (let left = storeTries; ; left--) {
    const current = storage.profiles.get(client.stored.id);
    if (current === undefined) throw new TokentrayError('config.profile_not_found');
    if (endsTheSession(client.stored.profile, current.profile)) {
      throw new TokentrayError('storage.database_busy', { data: { detail: 'the profile was changed meanwhile' } });
    }
    try {
      await storage.profiles.update(current.id, current.revision, {
        token: result.token,
        session: result.session ?? null,
      });
      break;
    } catch (error) {
      const isRace = storage.profiles.get(current.id)?.revision !== current.revision;
      if (!isRace || left === 0) throw error;
    }
  }
  const { user, org } = result.token.record.identity ?? {};
  storage.history.append(client.stored.id, {
    what: 'signed-in',
    expiresAtMs: result.token.record.expiresAtMs,
    identity: { ...(user === undefined ? {} : { user }), ...(org === undefined ? {} : { org }) },
  });
}
