/**
 * What was issued for one sign-in or one client, so that it can be ended together. Invariants: an ended session stays
 * ended; each token belongs to one session.
 */

/** Compared by identity. */
export interface Session {
  readonly clientId: string;
  /** Absent where no person signed in. */
  readonly userName?: string;
  /** Space-delimited. */
  readonly scope: string;
  /** OpenID Connect Core section 3.1.2.1. */
  readonly nonce?: string;
}

export interface Sessions {
  /** Notes that the token with this id (`jti`) belongs to the session. */
  add(tokenId: string, session: Session): void;
  /** With everything that was issued in it (RFC 6749 section 4.1.2, RFC 9700 section 4.14.2). */
  end(session: Session): void;
  endToken(tokenId: string): void;
  isEnded(session: Session): boolean;
  /** True for tokens that were ended, alone or with their session. */
  isTokenEnded(tokenId: string): boolean;
}

export function createSessions(): Sessions {
  const ended = new WeakSet<Session>();
  const endedTokens = new Set<string>();
  const sessionOfToken = new Map<string, Session>();
  return {
    add: (tokenId, session) => void sessionOfToken.set(tokenId, session),
    end: (session) => void ended.add(session),
    endToken: (tokenId) => void endedTokens.add(tokenId),
    isEnded: (session) => ended.has(session),
    isTokenEnded(tokenId) {
      const session = sessionOfToken.get(tokenId);
      return endedTokens.has(tokenId) || (session !== undefined && ended.has(session));
    },
  };
}
