import { describe, expect, it } from 'vitest';
import type { Profile } from '../../../main/profiles/profile.ts';
import { isc } from '../../../main/systems/isc.ts';

const acme: Profile = {
  name: 'acme-prod',
  system: 'isc',
  auth: 'client_credentials',
  tenant: 'acme',
  clientId: 'b61429f5-203d-494c-94c3-04f54e17bc5c',
};
const jane: Profile = { ...acme, auth: 'authorization_code', redirectUri: 'http://localhost:8080/myApp/code' };

const pathsOf = (profile: Profile) => isc.check(profile).map(({ path }) => path);

describe.each<[string, Partial<Profile>]>([
  ['nothing more', {}],
  ['a client id of 32 hex digits', { clientId: '0123456789abcdef0123456789abcdef' }],
  ['a client id without dashes', { clientId: 'G6xLlBBOKIcOAQuK' }],
  ['a multipart body', { request: { body: 'multipart' } }],
  ['a query', { request: { body: 'query' } }],
  ['its only client auth', { request: { clientAuth: 'client_secret_post' } }],
  ['a header', { request: { headers: { scope: 'sp:scope:all' } } }],
  ['a scope', { scope: 'sp:scopes:all' }],
  ['endpoints of its own', { endpoints: { token: 'http://127.0.0.1:8080/oauth/token', api: 'http://127.0.0.1:8080' } }],
  ['what discovery tells', { endpoints: { authorize: 'https://acme.login.sailpoint.com/oauth/authorize' } }],
])('an ISC profile with %s', (_name, change) => {
  it('is right', () => {
    expect(isc.check({ ...acme, ...change })).toEqual([]);
  });
});

describe.each<[string, Partial<Profile>]>([
  ['the redirect URI of an API client on this machine', {}],
  ['an https redirect URI', { redirectUri: 'https://myappdomain.com/oauth/redirect' }],
  ['no client authentication', { request: { clientAuth: 'none' } }],
  ['a client secret', { request: { clientAuth: 'client_secret_post' } }],
  ['a query', { request: { body: 'query' } }],
  ['a multipart body', { request: { body: 'multipart' } }],
])('an ISC profile that signs in with %s', (_name, change) => {
  it('is right', () => {
    expect(isc.check({ ...jane, ...change })).toEqual([]);
  });
});

describe.each<[string, Partial<Profile>, string]>([
  ['the host of the user interface', { tenant: 'acme.identitynow.com' }, 'tenant'],
  ['a JSON body', { request: { body: 'json' } }, 'request.body'],
  ['HTTP Basic', { request: { clientAuth: 'client_secret_basic' } }, 'request.clientAuth'],
  ['no client authentication', { request: { clientAuth: 'none' } }, 'request.clientAuth'],
  ['an issuer', { issuer: 'https://id.example.com' }, 'issuer'],
  ['a realm', { realm: 'alpha' }, 'realm'],
  ['a service account', { serviceAccountId: 'a' }, 'serviceAccountId'],
  ['an audience', { audience: 'a' }, 'audience'],
  ['a redirect', { redirectUri: 'http://localhost:8080/cb' }, 'redirectUri'],
  [
    'a device endpoint',
    { endpoints: { deviceAuthorization: 'https://a.example.com' } },
    'endpoints.deviceAuthorization',
  ],
  ['a header for an API key', { apiKeyHeader: 'X-Key' }, 'apiKeyHeader'],
  ['another profile to use', { uses: 'other' }, 'uses'],
  ['a device code', { auth: 'device_code' }, 'auth'],
  ['an API key', { auth: 'api_key' }, 'auth'],
  ['a JWT', { auth: 'jwt_bearer' }, 'auth'],
])('an ISC profile with %s', (_name, change, path) => {
  it(`has an issue at ${path} only`, () => {
    expect(pathsOf({ ...acme, ...change })).toEqual([path]);
  });
});

describe.each<[string, string]>([
  ['no port, which ISC would compare', 'http://localhost/myApp/code'],
  ['https on this machine', 'https://localhost:8080/myApp/code'],
  ['another address of the loopback network', 'http://127.0.0.2:8080/myApp/code'],
])('an ISC profile whose redirect URI has %s', (_name, redirectUri) => {
  it('has an issue there, with an example', () => {
    const issues = isc.check({ ...jane, redirectUri });
    expect(issues.map(({ path, example }) => [path, example])).toEqual([
      ['redirectUri', 'http://localhost:8080/myApp/code'],
    ]);
  });
});

it('says why a sign-in with ISC needs the redirect URI of the client', () => {
  const { redirectUri: _redirectUri, ...rest } = jane;
  expect(isc.check(rest)).toMatchObject([{ path: 'redirectUri', message: expect.stringContaining('exactly') }]);
});

describe('an ISC profile without', () => {
  const { tenant: _tenant, clientId: _clientId, ...bare } = acme;

  it('tenant and client id has an issue for each', () => {
    expect(pathsOf(bare)).toEqual(['tenant', 'clientId']);
  });

  it('tenant is right when it names its token endpoint', () => {
    const endpoints = { token: 'http://127.0.0.1:8080/oauth/token' };
    expect(isc.check({ ...bare, clientId: 'a', endpoints })).toEqual([]);
  });

  it('tenant is wrong when it names its API only', () => {
    expect(pathsOf({ ...bare, clientId: 'a', endpoints: { api: 'https://a.example.com' } })).toEqual(['tenant']);
  });
});

it.each(['acme.identitynow.com', ''])('is linked to nothing while its tenant is %j, which is none', (tenant) => {
  expect(isc.links?.({ ...acme, tenant })).toEqual([]);
});
