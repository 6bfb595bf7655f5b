/** Which secrets a profile needs before it can get a token, and which it has a use for. */
import type { AuthKind, ClientAuthMethod, Profile, SecretKind } from '../profiles/profile.ts';
import { sendsKeyAndSecret } from './request-headers.ts';

type Needs = { readonly required: readonly SecretKind[]; readonly optional: readonly SecretKind[] };

const byClientAuth: Readonly<Record<ClientAuthMethod, readonly SecretKind[]>> = {
  client_secret_post: ['clientSecret'],
  client_secret_basic: ['clientSecret'],
  private_key_jwt: ['privateKeyJwk'],
  none: [],
};

const byAuth: Readonly<Record<AuthKind, (profile: Profile) => Needs>> = {
  client_credentials: ({ request }) => ({
    required: byClientAuth[request?.clientAuth ?? 'client_secret_post'],
    optional: [],
  }),
  authorization_code: signInNeeds,
  device_code: signInNeeds,
  // The key signs the assertion; a confidential client proves who it is as well.
  jwt_bearer: ({ request }) => ({
    required: [
      'privateKeyJwk',
      ...byClientAuth[request?.clientAuth ?? 'none'].filter((kind) => kind !== 'privateKeyJwk'),
    ],
    optional: [],
  }),
  api_key: (profile) => ({
    required: sendsKeyAndSecret(profile) ? ['apiKey', 'apiSecret'] : ['apiKey'],
    optional: [],
  }),
  linked: () => ({ required: [], optional: [] }),
};

/** A client may be public or confidential, and a refresh token from elsewhere may stand for the first sign-in. */
function signInNeeds({ request }: Profile): Needs {
  const clientAuth = request?.clientAuth;
  return clientAuth === undefined
    ? { required: [], optional: ['clientSecret', 'refreshToken'] }
    : { required: byClientAuth[clientAuth], optional: ['refreshToken'] };
}

/** What the JSON of this profile's secrets looks like; undefined where it has no use for any. */
export function secretsExample(profile: Profile): string | undefined {
  const required = requiredSecrets(profile);
  const kinds = required.length > 0 ? required : acceptedSecrets(profile).slice(0, 1);
  if (kinds.length === 0) return undefined;
  return `{${kinds.map((kind) => `"${kind}": ${kind === 'privateKeyJwk' ? '{…}' : '"…"'}`).join(', ')}}`;
}

export function requiredSecrets(profile: Profile): readonly SecretKind[] {
  return byAuth[profile.auth](profile).required;
}

/** Those that are required, then those that may be given as well. */
export function acceptedSecrets(profile: Profile): readonly SecretKind[] {
  const { required, optional } = byAuth[profile.auth](profile);
  return [...required, ...optional];
}
