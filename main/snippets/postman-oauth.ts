/** What a person enters into Postman's own tab for OAuth 2.0, so that Postman gets tokens by itself. */
import type { AuthKind, Profile } from '../profiles/profile.ts';
import { systemOf } from '../systems/registry.ts';
import { requestShape } from '../systems/request-shape.ts';

/** In Postman's words, where it offers a choice. Holds no secret. */
export interface PostmanOAuth {
  readonly grantType: string;
  readonly accessTokenUrl: string;
  readonly authUrl?: string;
  readonly callbackUrl?: string;
  readonly clientId: string;
  readonly scope?: string;
  /** Among the advanced options of that tab. */
  readonly audience?: string;
  readonly clientAuthentication: string;
}

const grantTypes: Readonly<Partial<Record<AuthKind, string>>> = {
  client_credentials: 'Client Credentials',
  authorization_code: 'Authorization Code (With PKCE)',
};

/** Undefined where Postman knows no such grant or client authentication, or the profile does not know enough. */
export function postmanOAuth(profile: Profile): PostmanOAuth | undefined {
  const { auth, scope, redirectUri } = profile;
  const system = systemOf(profile);
  const grantType = grantTypes[auth];
  const { token: accessTokenUrl, authorize } = system.endpoints(profile);
  const { clientId = system.clientId, audience = system.audience?.(profile) } = profile;
  const { clientAuth } = requestShape(profile, true);
  if (
    grantType === undefined ||
    clientId === undefined ||
    accessTokenUrl === undefined ||
    clientAuth === 'private_key_jwt'
  ) {
    return undefined;
  }
  const signsIn = auth === 'authorization_code';
  return {
    grantType,
    accessTokenUrl,
    ...(signsIn && authorize !== undefined ? { authUrl: authorize } : {}),
    ...(signsIn && redirectUri !== undefined ? { callbackUrl: redirectUri } : {}),
    clientId,
    ...(scope === undefined ? {} : { scope }),
    ...(audience === undefined ? {} : { audience }),
    clientAuthentication:
      clientAuth === 'client_secret_basic' ? 'Send as Basic Auth header' : 'Send client credentials in body',
  };
}

const labels: Readonly<Record<keyof PostmanOAuth, string>> = {
  grantType: 'Grant Type',
  callbackUrl: 'Callback URL',
  authUrl: 'Auth URL',
  accessTokenUrl: 'Access Token URL',
  clientId: 'Client ID',
  scope: 'Scope',
  audience: 'Audience',
  clientAuthentication: 'Client Authentication',
};

/** Label and value of each field that is to be filled, in the order of the tab. */
export function postmanFields(oauth: PostmanOAuth): readonly (readonly [label: string, value: string])[] {
  return Object.entries(labels).flatMap(([member, label]) => {
    const value = oauth[member as keyof PostmanOAuth];
    return value === undefined ? [] : [[label, value] as const];
  });
}
