/** The little of the REST API that a demo tenant has: enough to see that a token is good, dead, or without a user. */
import { randomUUID } from 'node:crypto';
import { apiError, json, type DemoAnswer } from '../server/answer.ts';
import type { ReceivedRequest } from './token-request.ts';
import type { TokenMint } from './tokens.ts';

/** The versions of the API that the vendor's page names. */
const apiPath = /^\/(?:v3|beta|v2|cc\/api)\/[^/]/;

/** RFC 6750 section 2.1. */
const bearer = /^bearer +([A-Za-z0-9._~+/-]+=*) *$/i;

/** An empty list for a good token of a user; 401, 403, 404 or 405 for everything else. */
export function answerApiRequest(request: ReceivedRequest, mint: TokenMint): DemoAnswer {
  const trackingId = randomUUID().replaceAll('-', '');
  if (!apiPath.test(request.url.pathname)) {
    const text = 'The server did not find a current representation for the target resource.';
    return apiError(404, '404 Not found', text, trackingId);
  }
  const authorization = request.headers['authorization'];
  if (authorization === undefined) return unauthorized('JWT is required', 'Bearer');
  const [, token] = bearer.exec(String(authorization)) ?? [];
  const claims = token === undefined ? 'invalid' : mint.check(token);
  if (typeof claims === 'string') {
    return unauthorized(`JWT validation failed: JWT is ${claims}`, 'Bearer error="invalid_token"');
  }
  if (request.method !== 'GET') {
    return json(405, { error: 'Only GET is served here' }, { allow: 'GET' });
  }
  if (claims.user_id === null) {
    const text = 'The server understood the request but refuses to authorize it.';
    return apiError(403, '403 Forbidden', text, trackingId);
  }
  return json(200, []);
}

function unauthorized(error: string, challenge: string): DemoAnswer {
  return json(401, { error }, { 'www-authenticate': challenge });
}
