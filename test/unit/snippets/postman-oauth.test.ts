import { describe, expect, it } from 'vitest';
import type { Profile } from '../../../main/profiles/profile.ts';
import { postmanFields, postmanOAuth } from '../../../main/snippets/postman-oauth.ts';

const isc: Profile = { name: 'acme-prod', system: 'isc', auth: 'client_credentials', tenant: 'acme', clientId: 'id-1' };
const oauth: Profile = {
  name: 'acme-api',
  system: 'oauth',
  auth: 'authorization_code',
  clientId: 'id-2',
  redirectUri: 'http://localhost:8080/myApp/code',
  endpoints: { token: 'https://id.example.com/t', authorize: 'https://id.example.com/a' },
};

describe("the fields of Postman's tab for OAuth 2.0", () => {
  it('of client credentials', () => {
    expect(postmanOAuth(isc)).toEqual({
      grantType: 'Client Credentials',
      accessTokenUrl: 'https://acme.api.identitynow.com/oauth/token',
      clientId: 'id-1',
      clientAuthentication: 'Send client credentials in body',
    });
  });

  it('of a sign-in, with PKCE and the redirect URI of the client', () => {
    expect(postmanOAuth(oauth)).toMatchObject({
      grantType: 'Authorization Code (With PKCE)',
      callbackUrl: 'http://localhost:8080/myApp/code',
    });
  });

  it('have scope and audience where the profile has them', () => {
    const profile: Profile = { ...oauth, auth: 'client_credentials', scope: 'read', audience: 'https://api/' };
    expect(postmanOAuth(profile)).toMatchObject({ scope: 'read', audience: 'https://api/' });
  });

  it('say that the secret travels in a header where it does', () => {
    const profile: Profile = { ...oauth, request: { clientAuth: 'client_secret_basic' } };
    expect(postmanOAuth(profile)?.clientAuthentication).toBe('Send as Basic Auth header');
  });

  it.each([
    ['api_key', { auth: 'api_key' }],
    ['linked', { auth: 'linked' }],
    ['jwt_bearer', { auth: 'jwt_bearer' }],
    ['device_code', { auth: 'device_code' }],
    ['private_key_jwt', { request: { clientAuth: 'private_key_jwt' } }],
  ] as const)('are none for %s, which Postman does not do', (_case, over) => {
    expect(postmanOAuth({ ...oauth, ...over })).toBeUndefined();
  });

  it('stand in the order of the tab, without the empty ones', () => {
    const fields = postmanOAuth(isc);
    expect(fields && postmanFields(fields).map(([label]) => label)).toEqual([
      'Grant Type',
      'Access Token URL',
      'Client ID',
      'Client Authentication',
    ]);
  });
});
