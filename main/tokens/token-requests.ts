/** The token request of each way to a token: what it takes from the profile, its secrets and its session. */
import { TokentrayError } from '../errors.ts';
import { requestClientCredentials } from '../grants/client-credentials.ts';
import { requestRefresh } from '../grants/refresh-token.ts';
import type { TokenAnswer } from '../grants/token-answer.ts';
import type { AuthKind } from '../profiles/profile.ts';
import { systemOf } from '../systems/registry.ts';
import { requestWithAssertion, withServerTime } from './assertion-request.ts';
import { clientOf, scopeOf } from './request-parts.ts';
import type { TokenRequest } from './request-parts.ts';

const byAuth: Readonly<Record<AuthKind, (request: TokenRequest) => Promise<TokenAnswer>>> = {
  client_credentials(request) {
    const { http, profile } = request;
    const audience = profile.audience ?? systemOf(profile).audience?.(profile);
    return requestClientCredentials(http, clientOf(request), {
      ...scopeOf(request),
      ...(audience === undefined ? {} : { audience }),
    });
  },
  authorization_code: refresh,
  device_code: refresh,
  jwt_bearer: requestWithAssertion,
  api_key: async ({ clock, secrets }) => ({
    accessToken: secrets.apiKey ?? '',
    tokenType: 'Bearer',
    sentAtMs: clock.now(),
    sentAtMonotonicMs: clock.monotonic(),
  }),
  linked: async ({ profile }) => {
    throw new TokentrayError('config.unsupported', {
      data: { profile: profile.name, detail: 'a request of a profile that takes its token from another one' },
    });
  },
};

/** Makes one request, for an API key none, and where something is signed a second one after the server told its time. */
export function requestToken(request: TokenRequest): Promise<TokenAnswer> {
  const send = byAuth[request.profile.auth];
  return request.secrets.privateKeyJwk === undefined ? send(request) : withServerTime(request, send);
}

async function refresh(request: TokenRequest): Promise<TokenAnswer> {
  const { http, profile, origin, options } = request;
  const { session } = options;
  // A session of another host is none: its refresh token goes nowhere but where it came from.
  if (session === undefined || session.origin !== origin) {
    throw new TokentrayError('auth.sign_in_needed', { data: { profile: profile.name } });
  }
  return requestRefresh(http, clientOf(request), {
    refreshToken: session.refreshToken,
    ...(options.scope === undefined ? {} : { scope: options.scope }),
  });
}
