/**
 * Authorization codes. Invariants: a code is redeemed once at most, by the client and for the redirect URI that it was made
 * for, with the verifier of its challenge, while it lives; coming a second time it ends what was issued for it.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '../../clock.ts';
import { isSameText } from './same-text.ts';
import type { Session, Sessions } from './sessions.ts';

interface CodeBinding {
  readonly redirectUri: string;
  /** S256 (RFC 7636 section 4.2); absent where the request had none. */
  readonly codeChallenge?: string;
}

interface CodeRedemption {
  readonly code: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly codeVerifier: string | undefined;
}

export interface Codes {
  issue(session: Session, binding: CodeBinding): string;
  /** The session that the code stands for, or in words why it is refused: always `invalid_grant` (RFC 6749 section 5.2). */
  redeem(redemption: CodeRedemption): { readonly session: Session } | { readonly problem: string };
}

/** RFC 6749 section 4.1.2 recommends ten minutes at most; loopback needs seconds. */
const lifetimeMs = 60_000;

/** RFC 7636 section 4.1. */
const verifierForm = /^[A-Za-z0-9._~-]{43,128}$/;

export function createCodes(clock: Clock, sessions: Sessions): Codes {
  const codes = new Map<string, { session: Session; binding: CodeBinding; endsAtMs: number; used: boolean }>();
  return {
    issue(session, binding) {
      const code = randomBytes(32).toString('base64url');
      codes.set(code, { session, binding, endsAtMs: clock.monotonic() + lifetimeMs, used: false });
      return code;
    },
    redeem({ code, clientId, redirectUri, codeVerifier }) {
      const entry = codes.get(code);
      if (entry === undefined || entry.session.clientId !== clientId) return { problem: 'Invalid authorization code' };
      if (entry.used) {
        sessions.end(entry.session);
        return { problem: 'The authorization code was used before; what it brought is not valid any more' };
      }
      entry.used = true;
      if (clock.monotonic() >= entry.endsAtMs) return { problem: 'The authorization code has expired' };
      if (entry.binding.redirectUri !== redirectUri) return { problem: 'Redirect URI mismatch.' };
      const problem = verifierProblem(entry.binding.codeChallenge, codeVerifier);
      return problem === undefined ? { session: entry.session } : { problem };
    },
  };
}

/** RFC 7636 section 4.6, and RFC 9700 section 2.1.1: a verifier without a challenge is refused as well. */
function verifierProblem(challenge: string | undefined, verifier: string | undefined): string | undefined {
  if (challenge === undefined && verifier === undefined) return undefined;
  if (challenge === undefined) return 'There is a code_verifier, but the authorization request had no code_challenge';
  if (verifier === undefined) return 'The code_verifier is missing';
  const made = createHash('sha256').update(verifier).digest('base64url');
  const matches = verifierForm.test(verifier) && isSameText(challenge, made);
  return matches ? undefined : 'The code_verifier does not match the code_challenge';
}
