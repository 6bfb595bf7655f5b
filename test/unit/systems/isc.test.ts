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
])('an ISC profile with %s', (_name, change) => {
  it('is right', () => {
    expect(isc.check({ ...acme, ...change })).toEqual([]);
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
  ['an authorize endpoint', { endpoints: { authorize: 'https://a.example.com' } }, 'endpoints.authorize'],
  ['a header for an API key', { apiKeyHeader: 'X-Key' }, 'apiKeyHeader'],
  ['another profile to use', { uses: 'other' }, 'uses'],
  ['a sign-in by browser', { auth: 'authorization_code', redirectUri: 'http://localhost:8080/cb' }, 'auth'],
  ['an API key', { auth: 'api_key' }, 'auth'],
  ['a JWT', { auth: 'jwt_bearer' }, 'auth'],
])('an ISC profile with %s', (_name, change, path) => {
  it(`has an issue at ${path} only`, () => {
    expect(pathsOf({ ...acme, ...change })).toEqual([path]);
  });
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

  it('tenant has its API where its token endpoint is', () => {
    const endpoints = { token: 'http://127.0.0.1:8080/oauth/token?x=1' };
    expect(isc.endpoints({ ...bare, endpoints })).toEqual({
      token: 'http://127.0.0.1:8080/oauth/token?x=1',
      api: 'http://127.0.0.1:8080',
    });
  });
});

describe('the endpoints of a tenant', () => {
  it('follow from its name', () => {
    expect(isc.endpoints(acme)).toEqual({
      token: 'https://acme.api.identitynow.com/oauth/token',
      api: 'https://acme.api.identitynow.com',
    });
  });

  it('follow from its API host', () => {
    expect(isc.endpoints({ ...acme, tenant: 'https://acme.api.identitynow-demo.com/' }).token).toBe(
      'https://acme.api.identitynow-demo.com/oauth/token',
    );
  });

  it('are what the profile says where it says so', () => {
    const endpoints = { token: 'https://gw.example.com/t', api: 'https://gw.example.com/isc//' };
    expect(isc.endpoints({ ...acme, endpoints })).toEqual({
      token: 'https://gw.example.com/t',
      api: 'https://gw.example.com/isc',
    });
  });
});
