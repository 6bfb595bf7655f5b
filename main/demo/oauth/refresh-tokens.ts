/**
 * Refresh tokens that are replaced at each use. Invariants: one token of a session is current; a token that was used before
 * ends its session (RFC 9700 section 4.14.2); a client can use only its own.
 */
import type { Clock } from '../../clock.ts';
import type { Session, Sessions } from './sessions.ts';

type RefreshProblem = 'unknown' | 'expired' | 'reused';

export interface RefreshTokens {
  /** `tokenId` is the token itself or an id inside it; `endsAtMs` is of the wall clock, default never. */
  add(tokenId: string, session: Session, endsAtMs?: number): void;
  /** Spends it: the session that it belongs to, or why it is refused. */
  use(tokenId: string, clientId: string): { readonly session: Session } | { readonly problem: RefreshProblem };
  /** Without spending it. */
  sessionOf(tokenId: string): Session | undefined;
}

export function createRefreshTokens(clock: Clock, sessions: Sessions): RefreshTokens {
  const tokens = new Map<string, { readonly session: Session; readonly endsAtMs: number; used: boolean }>();
  return {
    add: (tokenId, session, endsAtMs = Infinity) => void tokens.set(tokenId, { session, endsAtMs, used: false }),
    sessionOf: (tokenId) => tokens.get(tokenId)?.session,
    use(tokenId, clientId) {
      const entry = tokens.get(tokenId);
      if (entry === undefined || entry.session.clientId !== clientId) return { problem: 'unknown' };
      if (sessions.isEnded(entry.session)) return { problem: 'unknown' };
      if (entry.used) {
        sessions.end(entry.session);
        return { problem: 'reused' };
      }
      if (entry.endsAtMs <= clock.now()) return { problem: 'expired' };
      entry.used = true;
      return { session: entry.session };
    },
  };
}
