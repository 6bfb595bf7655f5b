/** The OAuth client that a profile describes, as the grants want it. */
import type { Clock } from '../clock.ts';
import { TokentrayError } from '../errors.ts';
import type { TokenClient } from '../grants/token-client.ts';
import type { Profile, Secrets } from '../profiles/profile.ts';
import { systemOf } from '../systems/registry.ts';
import { requestShape } from '../systems/request-shape.ts';

export interface ProfileClientInput {
  readonly profile: Profile;
  readonly secrets: Secrets;
  readonly clock: Clock;
  /** Server's clock minus the local one, ms; null or absent: unknown, and taken for none. */
  readonly clockOffsetMs?: number | null | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly keepRefreshToken?: ((refreshToken: string) => Promise<void>) | undefined;
}

/** A day. */
const mostOffsetMs = 24 * 60 * 60_000;

/** A clock that is days away is not believed: what is signed for its time would be good for all those days. */
export function believableOffsetMs(offsetMs: number | null | undefined): number {
  return offsetMs != null && Math.abs(offsetMs) <= mostOffsetMs ? offsetMs : 0;
}

/** Throws `config.profile_invalid` for a profile that names no client, or whose token endpoint nobody knows. */
export function profileClient(input: ProfileClientInput): TokenClient {
  const { profile, secrets, clock, signal, keepRefreshToken } = input;
  const { issuer, request } = profile;
  const system = systemOf(profile);
  const { clientSecret, privateKeyJwk } = secrets;
  const offsetMs = believableOffsetMs(input.clockOffsetMs);
  return {
    tokenEndpoint: known(profile, 'endpoints.token', system.endpoints(profile).token),
    clientId: known(profile, 'clientId', system.clientId ?? profile.clientId),
    ...requestShape(profile, clientSecret !== undefined),
    serverNowMs: () => clock.now() + offsetMs,
    ...(clientSecret === undefined ? {} : { clientSecret }),
    ...(privateKeyJwk === undefined ? {} : { privateKeyJwk }),
    ...(issuer === undefined ? {} : { issuer }),
    ...(request?.headers === undefined ? {} : { headers: request.headers }),
    ...(request?.params === undefined ? {} : { params: request.params }),
    ...(signal === undefined ? {} : { signal }),
    ...(keepRefreshToken === undefined ? {} : { keepRefreshToken }),
  };
}

function known(profile: Profile, path: string, value: string | undefined): string {
  if (value !== undefined) return value;
  throw new TokentrayError('config.profile_invalid', {
    data: { profile: profile.name, issues: [{ path, message: 'Is not known.' }] },
  });
}
