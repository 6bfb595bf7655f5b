/** A token request for a stored profile, with all that storage holds for it; a refresh token that comes back is kept at once. */
import { TokentrayError } from '../errors.ts';
import type { StoredProfile } from '../profiles/profile.ts';
import type { IssuedSession, Storage, StoredSession } from '../storage/storage.ts';
import { holdsSession } from './auth-kinds.ts';
import type { ObtainedToken, ObtainToken } from './obtain.ts';

export interface AskServerOptions {
  readonly storage: Pick<Storage, 'profiles' | 'tokens' | 'sessions'>;
  readonly obtain: ObtainToken;
}

/** Only in the profile's turn (`turn.ts`): a refresh token may be sent by one request at a time. */
export type AskServer = (profile: StoredProfile, options?: { readonly scope?: string }) => Promise<ObtainedToken>;

/** Rejects as `ObtainToken` does, and with `storage.*`. */
export function createAskServer({ storage, obtain }: AskServerOptions): AskServer {
  return async ({ id, profile }, { scope } = {}) => {
    const secrets = await storage.profiles.secrets(id);
    const session = holdsSession(profile) ? await storage.sessions.read(id) : undefined;
    return obtain(profile, secrets, {
      clockOffsetMs: storage.tokens.facts(id)?.clockOffsetMs ?? null,
      ...(scope === undefined ? {} : { scope }),
      ...(session === undefined
        ? {}
        : { session, keepSession: (next: IssuedSession) => keep(storage, { id, name: profile.name, session, next }) }),
    });
  };
}

/** The old one has been used up: were the new one lost, so would be the session. */
async function keep(
  { sessions }: AskServerOptions['storage'],
  rotation: {
    readonly id: string;
    readonly name: string;
    readonly session: StoredSession;
    readonly next: IssuedSession;
  },
): Promise<void> {
  const { id, name, session, next } = rotation;
  if (await sessions.replace(id, session.generation, next)) return;
  throw new TokentrayError('storage.database_busy', {
    data: { profile: name, detail: 'its session was changed meanwhile' },
  });
}
