/** The headers with which a token, or an API key, goes to the system's API. */
import type { Profile } from '../profiles/profile.ts';

/** A token as it was issued, or the API key in its place. */
export interface SentToken {
  readonly accessToken: string;
  /** As the server spelled it (RFC 6749 section 5.1); of no meaning for an API key. */
  readonly tokenType: string;
  /** Beside an API key, where the API wants two headers. */
  readonly apiSecret?: string;
}

/** PingOne AIC's log API. */
const keyHeader = 'x-api-key';
const secretHeader = 'x-api-secret';

export type Header = readonly [name: string, value: string];

/**
 * In the order in which they are shown. A bearer token in `Authorization` (RFC 6750 section 2.1); the profile's own header
 * holds the bare key, and two headers where `sendsKeyAndSecret` says so.
 */
export function requestHeaders(profile: Profile, token: SentToken): readonly Header[] {
  if (sendsKeyAndSecret(profile)) {
    const { accessToken, apiSecret } = token;
    return [[keyHeader, accessToken], ...(apiSecret === undefined ? [] : [[secretHeader, apiSecret] as const])];
  }
  const own = profile.auth === 'api_key' ? profile.apiKeyHeader : undefined;
  if (own !== undefined && own.toLowerCase() !== 'authorization') return [[own, token.accessToken]];
  return [[own ?? 'Authorization', `${scheme(profile, token)} ${token.accessToken}`]];
}

/** Whether the API takes a key and a secret in two headers. */
export function sendsKeyAndSecret({ system, auth }: Profile): boolean {
  return system === 'aic' && auth === 'api_key';
}

/** Servers spell the type in their answers in any case, and some APIs compare it (RFC 6750 section 2.1). */
function scheme({ auth }: Profile, { tokenType }: SentToken): string {
  return auth === 'api_key' || tokenType.toLowerCase() === 'bearer' ? 'Bearer' : tokenType;
}
