/** Token requests that carry something signed: the assertion of `jwt_bearer`, and what to do when the clocks differ. */
import { TokentrayError } from '../errors.ts';
import { signJwtBearerAssertion, signServiceAccountAssertion } from '../grants/assertion.ts';
import { requestJwtBearer } from '../grants/jwt-bearer.ts';
import type { TokenAnswer } from '../grants/token-answer.ts';
import type { TokenClient } from '../grants/token-client.ts';
import { systemOf } from '../systems/registry.ts';
import { believableOffsetMs } from './profile-client.ts';
import { clientOf, scopeOf } from './request-parts.ts';
import type { TokenRequest } from './request-parts.ts';

/** A difference between the clocks that a refusal may be due to; the Date header itself is good to two seconds. */
const clockNoiseMs = 2_000;

export async function requestWithAssertion(request: TokenRequest): Promise<TokenAnswer> {
  const client = clientOf(request);
  const assertion = await signAssertion(request, client);
  return requestJwtBearer(request.http, client, { assertion, ...scopeOf(request) });
}

/**
 * A refusal may be about the local clock, which the `exp` of what was signed counts from: it is tried once more, signed
 * anew, when the answer tells another time than was assumed.
 */
export async function withServerTime(
  request: TokenRequest,
  send: (request: TokenRequest) => Promise<TokenAnswer>,
): Promise<TokenAnswer> {
  const assumedMs = believableOffsetMs(request.options.clockOffsetMs);
  try {
    return await send(request);
  } catch (error) {
    const isRefusal = error instanceof TokentrayError && error.code === 'auth.refused';
    const clockOffsetMs = isRefusal ? error.data.clockOffsetMs : assumedMs;
    if (Math.abs(believableOffsetMs(clockOffsetMs) - assumedMs) <= clockNoiseMs) throw error;
    return send({ ...request, options: { ...request.options, clockOffsetMs: believableOffsetMs(clockOffsetMs) } });
  }
}

function signAssertion({ profile, secrets }: TokenRequest, client: TokenClient): Promise<string> {
  const jwk = secrets.privateKeyJwk ?? {};
  const nowMs = client.serverNowMs();
  const subject = profile.serviceAccountId ?? client.clientId;
  const audience = systemOf(profile).assertionAudience?.(profile);
  return audience === undefined
    ? signJwtBearerAssertion({
        jwk,
        issuer: subject,
        subject,
        audience: profile.audience ?? profile.issuer ?? client.tokenEndpoint,
        nowMs,
      })
    : signServiceAccountAssertion({ jwk, serviceAccountId: subject, audience, nowMs });
}
