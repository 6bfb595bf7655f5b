/** A token request for a stored profile, with all that storage holds for it; a refresh token that comes back is kept at once. */
import { TokentrayError } from '../errors.ts';
import type { StoredProfile } from '../profiles/profile.ts';
import type { IssuedSession, Storage } from '../storage/storage.ts';
import { holdsSession } from './auth-kinds.ts';
import type { ObtainedToken, ObtainToken } from './obtain.ts';
import type { Rotations } from './rotations.ts';

export interface AskServerOptions {
  readonly storage: Pick<Storage, 'profiles' | 'tokens' | 'sessions'>;
  readonly obtain: ObtainToken;
  readonly rotations: Rotations;
  /** Around each request that stores what it gets: waits for its turn at the host; default: sent at once. */
  readonly inTurn?: <Answer>(profileId: string, send: () => Promise<Answer>) => Promise<Answer>;
}

/** Only in the profile's turn (`turn.ts`): a refresh token may be sent by one request at a time. */
export type AskServer = (profile: StoredProfile, options?: { readonly scope?: string }) => Promise<ObtainedToken>;

/**
 * Rejects as `ObtainToken` does, and with `storage.*`: with `storage.database_busy` when the profile was changed while it waited
 * for its turn, and nothing was sent.
 */
export function createAskServer({ storage, obtain, rotations, inTurn }: AskServerOptions): AskServer {
  /** What was made ready before the turn came may be a secret that was replaced since. */
  async function sendUnchanged<Answer>(
    { id, profile, revision }: StoredProfile,
    send: () => Promise<Answer>,
  ): Promise<Answer> {
    if (storage.profiles.get(id)?.revision === revision) return send();
    const data = { profile: profile.name, detail: 'the profile was changed meanwhile' };
    throw new TokentrayError('storage.database_busy', { data });
  }

  return async (stored, { scope } = {}) => {
    const { id, profile } = stored;
    const secrets = await storage.profiles.secrets(id);
    await rotations.storeWaiting(id);
    const session = holdsSession(profile) ? await storage.sessions.read(id) : undefined;
    return obtain(profile, secrets, {
      clockOffsetMs: storage.tokens.facts(id)?.clockOffsetMs ?? null,
      ...(scope === undefined ? {} : { scope }),
      ...(scope === undefined && inTurn !== undefined
        ? { inTurn: (send) => inTurn(id, () => sendUnchanged(stored, send)) }
        : {}),
      ...(session === undefined
        ? {}
        : {
            session,
            keepSession: (next: IssuedSession) =>
              rotations.keep({ id, name: profile.name, generation: session.generation, next }),
          }),
    });
  };
}
