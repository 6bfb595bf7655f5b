/** Tells the server that a profile's session and tokens are not used any more, before the profile is removed. */
import type { CallPorts } from './ports.ts';

export interface EndedSession {
  /** The server knows that the session is over: it does not come back with the profile. */
  readonly isSignedOut: boolean;
  /** Why the server could not be told, as a sentence. */
  readonly warning?: string;
}

/**
 * What the server cannot be told about stays as it is, and comes back with its profile. Waits for a refresh that is under
 * way. Rejects with `storage.*`.
 */
export function sessionEnder({
  storage,
  engine,
  signIns,
}: Pick<CallPorts, 'storage' | 'engine' | 'signIns'>): (id: string) => Promise<EndedSession> {
  return async (id) => {
    const hadSession = engine.session(id) !== undefined;
    const { revoked, warning } = await signIns.revoke(id);
    const stored = storage.profiles.get(id);
    if (revoked && stored !== undefined) {
      await storage.profiles.update(id, stored.revision, { session: null, token: null });
    }
    return { isSignedOut: revoked && hadSession, ...(warning === undefined ? {} : { warning }) };
  };
}
