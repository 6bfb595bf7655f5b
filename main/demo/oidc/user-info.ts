/** `GET /userinfo`: what a token is good for here (OpenID Connect Core section 5.3). */
import { readBearer } from '../oauth/bearer.ts';
import { json, type DemoAnswer } from '../server/answer.ts';
import type { ReceivedRequest } from '../server/received-request.ts';
import { scopesOf } from './clients.ts';
import { checkAccessToken, type TokenPorts } from './tokens.ts';

export async function answerUserInfo(request: ReceivedRequest, ports: TokenPorts): Promise<DemoAnswer> {
  const bearer = readBearer(request);
  if ('problem' in bearer && bearer.problem === 'missing') return refusal(401);
  const claims = 'token' in bearer ? await checkAccessToken(bearer.token, ports) : undefined;
  if (claims === undefined) return refusal(401, 'invalid_token');
  if (!scopesOf(String(claims['scope'])).includes('openid')) return refusal(403, 'insufficient_scope');
  return json(200, { sub: claims.sub, preferred_username: claims.sub });
}

/** RFC 6750 section 3.1: without a token the challenge names no error. */
function refusal(status: number, error?: string): DemoAnswer {
  const challenge = error === undefined ? 'Bearer' : `Bearer error="${error}"`;
  return json(status, error === undefined ? {} : { error }, { 'www-authenticate': challenge });
}
