/** Signing in on another device, with a code that the person types there (RFC 8628). */
import { TokentrayError } from '../errors.ts';
import { requestDeviceAuthorization } from '../grants/device-authorization.ts';
import type { DeviceAuthorization } from '../grants/device-authorization.ts';
import { requestDeviceToken } from '../grants/device-token.ts';
import { pollForToken } from '../sign-in/device-polling.ts';
import type { Attempt } from './sign-in-attempt.ts';
import { knownEndpoint } from './sign-in-client.ts';
import type { SignInClient, SignInParts } from './sign-in-client.ts';
import { conclude } from './sign-in-conclusion.ts';

/** Makes one request. Rejects with `config.profile_invalid`, `auth.secret_rebind`, and as the answer was. */
export function planDeviceSignIn({ http }: SignInParts, client: SignInClient): Promise<DeviceAuthorization> {
  const endpoint = knownEndpoint(client, 'deviceAuthorization');
  const { profile, audience } = client;
  const { scope } = profile;
  const own = client.at({});
  const hasSecret = own.clientSecret !== undefined || own.privateKeyJwk !== undefined;
  const { origin, host } = new URL(endpoint);
  if (hasSecret && origin !== client.origin) {
    const detail = new URL(client.origin).host;
    throw new TokentrayError('auth.secret_rebind', { data: { profile: profile.name, host, detail } });
  }
  return requestDeviceAuthorization(http, own, {
    endpoint,
    ...(scope === undefined ? {} : { scope }),
    ...(audience === undefined ? {} : { audience }),
  });
}

/** Goes on by itself; how it ends is the attempt's state. */
export function runDeviceSignIn(
  parts: SignInParts,
  client: SignInClient,
  attempt: Attempt,
  device: DeviceAuthorization,
): void {
  const { deviceCode, userCode, verificationUri, verificationUriComplete = verificationUri } = device;
  const { intervalSeconds, expiresInSeconds } = device;
  const { clock, http } = parts;
  const { signal, expiresAtMs } = attempt;
  attempt.become({
    kind: 'waiting-for-person',
    url: verificationUriComplete,
    finish: 'device',
    userCode,
    verificationUri,
    expiresAtMs,
  });
  void conclude(parts, client, attempt, (options) =>
    pollForToken({
      clock,
      intervalSeconds,
      expiresInSeconds,
      signal,
      ask: () => requestDeviceToken(http, client.at(options), { deviceCode }),
    }),
  );
}
