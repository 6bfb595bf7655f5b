/** What a stored token says of itself, as the JSON that a person copies. */
import { TokentrayError } from '../errors.ts';
import { decodeClaims } from '../tokens/claims.ts';
import type { CallPorts } from './ports.ts';

/** Every number keeps its digits. Rejects with `config.profile_not_found`, or `internal.bad_request` where there is nothing to copy. */
export async function claimsJson(
  engine: Pick<CallPorts['engine'], 'tokenRecord'>,
  id: string,
  part: 'header' | 'payload',
): Promise<string> {
  const token = (await engine.tokenRecord(id))?.accessToken;
  const claims = token === undefined ? undefined : decodeClaims(token);
  if (claims === undefined) throw new TokentrayError('internal.bad_request', { data: { detail: 'no claims to copy' } });
  return JSON.stringify(claims[part], null, 2);
}
