/** Reads the token of a request to an API. */
import type { ReceivedRequest } from '../server/received-request.ts';

/** RFC 6750 section 2.1; the scheme in any letters (RFC 9110 section 11.1). */
const bearer = /^bearer +([A-Za-z0-9._~+/-]+=*) *$/i;

/** `missing` without an Authorization header, `malformed` where it holds no bearer token. */
export function readBearer(
  request: ReceivedRequest,
): { readonly token: string } | { readonly problem: 'missing' | 'malformed' } {
  const { authorization } = request.headers;
  if (authorization === undefined) return { problem: 'missing' };
  const token = bearer.exec(String(authorization))?.[1];
  return token === undefined ? { problem: 'malformed' } : { token };
}
