import { describe, expect, it } from 'vitest';
import type { Profile } from '../../../main/profiles/profile.ts';
import { oauth } from '../../../main/systems/oauth.ts';

const acme: Profile = {
  name: 'acme-api',
  system: 'oauth',
  auth: 'client_credentials',
  clientId: 'tokentray',
  endpoints: { token: 'https://id.example.com/oauth/token' },
};

const pathsOf = (profile: Profile) => oauth.check(profile).map(({ path }) => path);

describe.each<[string, Partial<Profile>]>([
  ['nothing more', {}],
  ['an audience', { audience: 'https://api.example.com/' }],
  ['an issuer beside the endpoint', { issuer: 'https://id.example.com' }],
  ['HTTP Basic', { request: { clientAuth: 'client_secret_basic' } }],
  ['no secret', { request: { clientAuth: 'none' } }],
  ['a JSON body', { request: { body: 'json' } }],
  ['a multipart body', { request: { body: 'multipart' } }],
  ['a query', { request: { body: 'query' } }],
])('an OAuth profile with %s', (_name, change) => {
  it('is right', () => {
    expect(oauth.check({ ...acme, ...change })).toEqual([]);
  });
});

describe.each<[string, Partial<Profile>, string[]]>([
  ['no token endpoint', { endpoints: {} }, ['endpoints.token']],
  ['an issuer only', { endpoints: {}, issuer: 'https://id.example.com' }, ['issuer', 'endpoints.token']],
  ['a tenant', { tenant: 'acme' }, ['tenant']],
  ['a realm', { realm: 'alpha' }, ['realm']],
  ['a redirect', { redirectUri: 'http://localhost/cb' }, ['redirectUri']],
  ['a key for the client', { request: { clientAuth: 'private_key_jwt' } }, ['request.clientAuth']],
  ['a sign-in by browser', { auth: 'authorization_code' }, ['auth']],
  ['a device code', { auth: 'device_code' }, ['auth']],
  ['a link', { auth: 'linked' }, ['auth']],
])('an OAuth profile with %s', (_name, change, paths) => {
  it(`has issues at ${paths.join(' and ')}`, () => {
    expect(pathsOf({ ...acme, ...change })).toEqual(paths);
  });
});

it('wants a client id', () => {
  const { clientId: _clientId, ...rest } = acme;
  expect(pathsOf(rest)).toEqual(['clientId']);
});

it('knows of an API only what the profile says', () => {
  expect(oauth.endpoints(acme)).toEqual({ token: 'https://id.example.com/oauth/token' });
});

it('takes the slash from the end of the API', () => {
  const endpoints = { token: 'https://id.example.com/t', api: 'https://api.example.com/v1/' };
  expect(oauth.endpoints({ ...acme, endpoints }).api).toBe('https://api.example.com/v1');
});
