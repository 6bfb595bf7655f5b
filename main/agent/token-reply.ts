/** How a token is handed over: as JSON, and the warning that goes with it. */
import { isoInstant } from '../clock.ts';
import type { TokenResult } from '../tokens/tokens.ts';
import type { TokenReply } from './protocol.ts';

export function tokenReply(result: TokenResult): TokenReply {
  const { token, remainingMs } = result;
  const warning = tokenWarning(result);
  return {
    name: result.profile.profile.name,
    token: token.accessToken,
    tokenType: token.tokenType,
    ...(token.scope === undefined ? {} : { scope: token.scope }),
    expiresAt: token.expiresAtMs === null ? null : isoInstant(token.expiresAtMs),
    remainingSeconds: remainingMs === null ? null : Math.floor(remainingMs / 1_000),
    ...(warning === undefined ? {} : { warning }),
  };
}

/** Undefined when the token lives as long as was asked. */
export function tokenWarning({ belowMinimum, remainingMs }: TokenResult): string | undefined {
  if (!belowMinimum || remainingMs === null) return undefined;
  const seconds = Math.floor(remainingMs / 1_000);
  return `This token lives for only ${seconds} more ${seconds === 1 ? 'second' : 'seconds'}; the tenant has no longer-lived one to give.`;
}
