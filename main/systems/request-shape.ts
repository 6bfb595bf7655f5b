/** How the token requests of a profile travel: as it says itself, else as its system wants it. */
import type { AuthKind, BodyShape, ClientAuthMethod, Profile } from '../profiles/profile.ts';
import { systemOf } from './registry.ts';

export interface TokenRequestShape {
  readonly body: BodyShape;
  readonly clientAuth: ClientAuthMethod;
}

/** Grants of public and confidential clients alike: which of them it is shows in whether there is a secret. */
const optionalSecret: ReadonlySet<AuthKind> = new Set(['authorization_code', 'device_code', 'jwt_bearer']);

/** `hasClientSecret`: whether one was entered. Client authentication is named as in RFC 7591 section 2. */
export function requestShape(profile: Profile, hasClientSecret: boolean): TokenRequestShape {
  const ofSystem = systemOf(profile).requestShape;
  const { request, auth } = profile;
  return {
    body: request?.body ?? ofSystem?.body ?? 'form',
    clientAuth:
      request?.clientAuth ??
      ofSystem?.clientAuth ??
      (optionalSecret.has(auth) && !hasClientSecret ? 'none' : 'client_secret_post'),
  };
}
