/** The token request of a signed assertion, made again when the server told that the clocks differ. */
import { TokentrayError } from '../errors.ts';
import { signJwtBearerAssertion, signServiceAccountAssertion } from '../grants/assertion.ts';
import { requestJwtBearer } from '../grants/jwt-bearer.ts';
import type { TokenAnswer } from '../grants/token-answer.ts';
import type { TokenClient } from '../grants/token-client.ts';
import { systemOf } from '../systems/registry.ts';
import { clientOf, scopeOf } from './request-parts.ts';
import type { TokenRequest } from './request-parts.ts';

/** A difference between the clocks that a refusal may be due to; the Date header itself is good to two seconds. */
const clockNoiseMs = 2_000;

/**
 * A refusal may be about the local clock, which the assertion's `exp` counts from: it is tried once more, with a new
 * assertion, when the answer tells another time than was assumed.
 */
export async function requestWithAssertion(request: TokenRequest): Promise<TokenAnswer> {
  const assumedMs = request.options.clockOffsetMs ?? 0;
  try {
    return await sendAssertion(request, assumedMs);
  } catch (error) {
    const toldMs =
      error instanceof TokentrayError && error.code === 'auth.refused' ? error.data.clockOffsetMs : undefined;
    if (toldMs === undefined || Math.abs(toldMs - assumedMs) <= clockNoiseMs) throw error;
    return sendAssertion(request, toldMs);
  }
}

async function sendAssertion(request: TokenRequest, clockOffsetMs: number): Promise<TokenAnswer> {
  const client = clientOf(request, clockOffsetMs);
  const assertion = await signAssertion(request, client);
  return requestJwtBearer(request.http, client, { assertion, ...scopeOf(request) });
}

function signAssertion({ profile, secrets }: TokenRequest, client: TokenClient): Promise<string> {
  const jwk = secrets.privateKeyJwk ?? {};
  const nowMs = client.serverNowMs();
  const subject = profile.serviceAccountId ?? client.clientId;
  const audience = systemOf(profile).assertionAudience?.(profile);
  return audience === undefined
    ? signJwtBearerAssertion({
        jwk,
        issuer: client.clientId,
        subject,
        audience: profile.audience ?? profile.issuer ?? client.tokenEndpoint,
        nowMs,
      })
    : signServiceAccountAssertion({ jwk, serviceAccountId: subject, audience, nowMs });
}
