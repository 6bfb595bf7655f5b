/** Which secrets a profile needs before it can get a token. */
import type { AuthKind, ClientAuthMethod, Profile, SecretKind } from '../profiles/profile.ts';

const byClientAuth: Readonly<Record<ClientAuthMethod, readonly SecretKind[]>> = {
  client_secret_post: ['clientSecret'],
  client_secret_basic: ['clientSecret'],
  private_key_jwt: ['privateKeyJwk'],
  none: [],
};

const byAuth: Readonly<Record<Exclude<AuthKind, 'client_credentials'>, readonly SecretKind[]>> = {
  authorization_code: [],
  device_code: [],
  jwt_bearer: ['privateKeyJwk'],
  api_key: ['apiKey'],
  linked: [],
};

export function requiredSecrets({ auth, request }: Profile): readonly SecretKind[] {
  return auth === 'client_credentials' ? byClientAuth[request?.clientAuth ?? 'client_secret_post'] : byAuth[auth];
}
