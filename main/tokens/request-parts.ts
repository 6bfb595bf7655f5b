/** What a token request is made of, whichever grant it is for. */
import type { Clock } from '../clock.ts';
import type { TokenClient } from '../grants/token-client.ts';
import type { Http } from '../http/http.ts';
import type { Profile, Secrets } from '../profiles/profile.ts';
import type { ObtainOptions } from './obtain.ts';
import { profileClient } from './profile-client.ts';
import { sessionRecord } from './session-record.ts';

export interface TokenRequest {
  readonly http: Http;
  readonly clock: Clock;
  readonly profile: Profile;
  /** All that `requiredSecrets` names are there. */
  readonly secrets: Secrets;
  /** Of the token endpoint, or of the API where there is none. */
  readonly origin: string;
  readonly options: ObtainOptions;
}

/** Throws `config.profile_invalid`. */
export function clientOf({ profile, secrets, clock, origin, options }: TokenRequest): TokenClient {
  const { keepSession, signal, clockOffsetMs } = options;
  return profileClient({
    profile,
    secrets,
    clock,
    clockOffsetMs,
    signal,
    keepRefreshToken:
      keepSession === undefined
        ? undefined
        : (refreshToken) =>
            keepSession({
              record: sessionRecord({ refreshToken, obtainedAtMs: clock.now(), clockOffsetMs: clockOffsetMs ?? 0 }),
              origin,
            }),
  });
}

/** The scope that was asked for, else the profile's. */
export function scopeOf({ profile, options }: TokenRequest): { readonly scope?: string } {
  const scope = options.scope ?? profile.scope;
  return scope === undefined ? {} : { scope };
}
