import { describe, expect, it } from 'vitest';
import type { AuthKind, Profile } from '../../../main/profiles/profile.ts';
import { oauth } from '../../../main/systems/oauth.ts';

const acme: Profile = {
  name: 'acme-billing',
  system: 'oauth',
  auth: 'client_credentials',
  clientId: 'tokentray',
  endpoints: { token: 'https://id.example.com/oauth/token' },
};
const { endpoints: _endpoints, ...bare } = acme;
const discovered: Profile = { ...bare, issuer: 'https://id.example.com' };
const key: Profile = {
  name: 'acme-key',
  system: 'oauth',
  auth: 'api_key',
  endpoints: { api: 'https://api.example.com' },
};

const pathsOf = (profile: Profile) => oauth.check(profile).map(({ path }) => path);

describe.each<[string, Partial<Profile>]>([
  ['nothing more', {}],
  ['an audience', { audience: 'https://api.example.com/' }],
  ['a resource', { request: { params: { resource: 'https://api.example.com' } } }],
  ['an issuer beside the endpoint', { issuer: 'https://id.example.com' }],
  ['HTTP Basic', { request: { clientAuth: 'client_secret_basic' } }],
  ['a signature of the client', { request: { clientAuth: 'private_key_jwt' } }],
  ['no secret', { request: { clientAuth: 'none' } }],
  ['a JSON body', { request: { body: 'json' } }],
  ['a multipart body', { request: { body: 'multipart' } }],
  ['a query', { request: { body: 'query' } }],
])('an OAuth profile with %s', (_name, change) => {
  it('is right', () => {
    expect(oauth.check({ ...acme, ...change })).toEqual([]);
  });
});

const requesting: readonly AuthKind[] = ['client_credentials', 'authorization_code', 'device_code', 'jwt_bearer'];

describe.each(requesting)('an OAuth profile with %s', (auth) => {
  it('needs no endpoint when its issuer tells them', () => {
    expect(oauth.check({ ...discovered, auth })).toEqual([]);
  });

  it('needs no issuer when it names the endpoints that it uses', () => {
    const endpoints = {
      token: 'https://id.example.com/token',
      authorize: 'https://id.example.com/authorize',
      deviceAuthorization: 'https://id.example.com/device',
    };
    expect(oauth.check({ ...bare, auth, endpoints })).toEqual([]);
  });

  it('takes what discovery tells of the other grants', () => {
    const endpoints = { revoke: 'https://id.example.com/revoke', info: 'https://id.example.com/.well-known/x' };
    expect(oauth.check({ ...discovered, auth, endpoints })).toEqual([]);
  });

  it('needs a client id', () => {
    const { clientId: _clientId, ...rest } = discovered;
    expect(pathsOf({ ...rest, auth })).toEqual(['clientId']);
  });
});

describe.each<[string, Partial<Profile>, string[]]>([
  ['no token endpoint', { endpoints: {} }, ['endpoints.token']],
  ['a tenant', { tenant: 'acme' }, ['tenant']],
  ['a realm', { realm: 'alpha' }, ['realm']],
  ['a redirect', { redirectUri: 'http://localhost:8080/cb' }, ['redirectUri']],
  ['a service account', { serviceAccountId: 'a' }, ['serviceAccountId']],
  ['a sign-in that nobody knows the place of', { auth: 'authorization_code' }, ['endpoints.authorize']],
  ['a device code that nobody knows the place of', { auth: 'device_code' }, ['endpoints.deviceAuthorization']],
  [
    'https on this machine',
    { auth: 'authorization_code', issuer: 'https://id.example.com', redirectUri: 'https://localhost/cb' },
    ['redirectUri'],
  ],
])('an OAuth profile with %s', (_name, change, paths) => {
  it(`has issues at ${paths.join(' and ')}`, () => {
    expect(pathsOf({ ...acme, ...change })).toEqual(paths);
  });
});

describe.each<[string, Partial<Profile>]>([
  ['no redirect URI', {}],
  ['a loopback one without a port', { redirectUri: 'http://127.0.0.1/callback' }],
  ['an https one', { redirectUri: 'https://app.example.com/cb' }],
])('an OAuth profile that signs in with %s', (_name, change) => {
  it('is right', () => {
    expect(oauth.check({ ...discovered, auth: 'authorization_code', ...change })).toEqual([]);
  });
});

describe('an OAuth profile with an API key', () => {
  it('knows nothing but its API', () => {
    expect(oauth.check(key)).toEqual([]);
    expect(oauth.endpoints(key)).toEqual({ api: 'https://api.example.com' });
  });

  it('may name its header', () => {
    expect(oauth.check({ ...key, apiKeyHeader: 'X-Api-Key' })).toEqual([]);
  });

  it('needs the API, which decides where the key may be sent', () => {
    expect(pathsOf({ ...key, endpoints: {} })).toEqual(['endpoints.api']);
  });

  it('has no use for what makes token requests', () => {
    const change: Partial<Profile> = { clientId: 'a', scope: 'b', request: { body: 'json' } };
    expect(pathsOf({ ...key, ...change })).toEqual(['clientId', 'scope', 'request.body']);
  });
});

describe('an OAuth profile that takes its token from another one', () => {
  const linked: Profile = { ...key, auth: 'linked', uses: 'acme-billing' };

  it('needs that profile and the API', () => {
    expect(oauth.check(linked)).toEqual([]);
    const { uses: _uses, endpoints: _api, ...rest } = linked;
    expect(pathsOf(rest)).toEqual(['uses', 'endpoints.api']);
  });

  it('is not that profile', () => {
    expect(pathsOf({ ...linked, uses: linked.name })).toEqual(['uses']);
  });
});

describe('the endpoints of an OAuth profile', () => {
  it('are those that it says, and no others', () => {
    expect(oauth.endpoints(acme)).toEqual({ token: 'https://id.example.com/oauth/token' });
    expect(oauth.endpoints(discovered)).toEqual({});
  });

  it('have no slash at the end of the API', () => {
    const endpoints = { token: 'https://id.example.com/t', api: 'https://api.example.com/v1/' };
    expect(oauth.endpoints({ ...acme, endpoints }).api).toBe('https://api.example.com/v1');
  });
});
