/** Hands a client the token that it was given before, for as long as that one lives. */
import type { Clock } from '../../clock.ts';
import type { AccessTokenClaims } from './tokens.ts';

interface Issued {
  readonly token: string;
  readonly claims: AccessTokenClaims;
}

export interface TokenRepeats {
  /** With the seconds that the token still lives. */
  of(clientId: string, issue: () => Issued): Issued & { readonly leftSeconds: number };
}

export function createTokenRepeats(clock: Clock): TokenRepeats {
  const last = new Map<string, Issued>();
  const leftSeconds = ({ claims }: Issued) => claims.exp - Math.floor(clock.now() / 1_000);
  return {
    of(clientId, issue) {
      const known = last.get(clientId);
      const issued = known !== undefined && leftSeconds(known) > 0 ? known : issue();
      last.set(clientId, issued);
      return { ...issued, leftSeconds: leftSeconds(issued) };
    },
  };
}
