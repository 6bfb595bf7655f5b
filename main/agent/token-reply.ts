/** How a token is handed over: as JSON, and the warning that goes with it. */
import { isoInstant } from '../clock.ts';
import { identityMismatch, mismatchWords } from '../systems/token-identity.ts';
import type { TokenResult } from '../tokens/tokens.ts';
import type { TokenReply } from './protocol.ts';

export function tokenReply(result: TokenResult): TokenReply {
  const { token, remainingMs } = result;
  const warning = tokenWarning(result);
  return {
    name: result.profile.profile.name,
    token: token.accessToken,
    tokenType: token.tokenType,
    ...(token.apiSecret === undefined ? {} : { apiSecret: token.apiSecret }),
    ...(token.scope === undefined ? {} : { scope: token.scope }),
    expiresAt: token.expiresAtMs === null ? null : isoInstant(token.expiresAtMs),
    remainingSeconds: remainingMs === null ? null : Math.floor(remainingMs / 1_000),
    ...(warning === undefined ? {} : { warning }),
  };
}

/** As sentences; undefined when the token lives as long as was asked, and is for whom the profile expects. */
export function tokenWarning(result: TokenResult): string | undefined {
  const mismatch = identityMismatch(result.profile.profile, result.token.identity);
  const warnings = [
    shortLifeWarning(result),
    mismatch === undefined ? undefined : mismatchWords(mismatch),
    result.note,
  ].filter((warning) => warning !== undefined);
  return warnings.length === 0 ? undefined : warnings.join(' ');
}

function shortLifeWarning({ belowMinimum, remainingMs }: TokenResult): string | undefined {
  if (!belowMinimum || remainingMs === null) return undefined;
  const seconds = Math.floor(remainingMs / 1_000);
  return `This token lives for only ${seconds} more ${seconds === 1 ? 'second' : 'seconds'}; no longer-lived one could be had.`;
}
