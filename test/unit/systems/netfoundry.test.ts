import { describe, expect, it } from 'vitest';
import type { Profile } from '../../../main/profiles/profile.ts';
import { describeError } from '../../../main/systems/explain.ts';
import { netfoundry } from '../../../main/systems/netfoundry.ts';
import { requestShape } from '../../../main/systems/request-shape.ts';

const acme: Profile = {
  name: 'acme-netfoundry',
  system: 'netfoundry',
  auth: 'client_credentials',
  clientId: '3tcm6to3qqfu78juj9huppk9g3',
};
const newer: Profile = {
  ...acme,
  scope: 'https://gateway.production.netfoundry.io//ignore-scope',
  endpoints: {
    token: 'https://netfoundry-production-xfjiye.auth.us-east-1.amazoncognito.com/oauth2/token',
    api: 'https://gateway.production.netfoundry.io/core/v2',
  },
  request: { body: 'form', clientAuth: 'client_secret_basic' },
};

const pathsOf = (profile: Profile) => netfoundry.check(profile).map(({ path }) => path);

describe('a NetFoundry profile', () => {
  it('needs its client id alone, and asks Auth0 as the vendor documents it', () => {
    expect(netfoundry.check(acme)).toEqual([]);
    expect(netfoundry.endpoints(acme)).toEqual({
      token: 'https://netfoundry-production.auth0.com/oauth/token',
      api: 'https://gateway.production.netfoundry.io/rest/v1',
    });
    expect(requestShape(acme, true)).toEqual({ body: 'json', clientAuth: 'client_secret_post' });
    expect(netfoundry.audience?.(acme)).toBe('https://gateway.production.netfoundry.io/');
  });

  it('of a newer tenant asks as its settings say, without an audience', () => {
    expect(netfoundry.check(newer)).toEqual([]);
    expect(netfoundry.endpoints(newer)).toEqual(newer.endpoints);
    expect(requestShape(newer, true)).toEqual({ body: 'form', clientAuth: 'client_secret_basic' });
    expect(netfoundry.audience?.(newer)).toBeUndefined();
  });

  it("is probed with the vendor's own example of a request", () => {
    expect(netfoundry.probe?.(acme, undefined)).toEqual({ path: '/networks' });
    expect(netfoundry.sampleCall).toBe('/networks');
  });

  it("calls its token as the vendor's script does", () => {
    expect(netfoundry.tokenVariable).toBe('NETFOUNDRY_API_TOKEN');
  });

  it('links to the console', () => {
    expect(netfoundry.links?.(acme).map(({ id }) => id)).toEqual(['credentials']);
  });
});

it('wants the client id of a NetFoundry profile', () => {
  const { clientId: _clientId, ...rest } = acme;
  expect(pathsOf(rest)).toEqual(['clientId']);
});

it.each<[string, Partial<Profile>]>([
  ['tenant', { tenant: 'acme' }],
  ['issuer', { issuer: 'https://a.example.com' }],
  ['redirectUri', { redirectUri: 'http://localhost:8080/cb' }],
  ['request.clientAuth', { request: { clientAuth: 'none' } }],
  ['auth', { auth: 'api_key' }],
])('refuses in a NetFoundry profile %s that has no meaning there', (path, change) => {
  expect(pathsOf({ ...acme, ...change })).toEqual([path]);
});

describe('with NetFoundry', () => {
  const refused = (oauthError: string, description?: string) =>
    describeError(
      {
        code: 'auth.refused',
        data: { oauthError, status: 403, ...(description === undefined ? {} : { description }) },
      },
      acme,
    );

  it("Auth0's access_denied is a wrong secret", () => {
    const { what, next } = refused('access_denied', 'Unauthorized');
    expect(what).toMatch(/client id or the secret.*access_denied.*Unauthorized/);
    expect(next).toContain('client_secret_basic');
  });

  it('access_denied about an audience is one', () => {
    expect(refused('access_denied', 'Service not found: https://a.example.com').next).toContain('Leave "audience" out');
  });

  it('a request that is not understood leads to the shape of newer API accounts', () => {
    expect(refused('invalid_request').next).toContain('"body": "form"');
  });

  it('a scope that is refused is named, and no other shape is proposed', () => {
    const newer = { ...acme, scope: 'networks', request: { body: 'form', clientAuth: 'client_secret_basic' } } as const;
    const data = { oauthError: 'invalid_scope', status: 400 };
    const { what, next } = describeError({ code: 'auth.refused', data }, newer);
    expect(what).toContain('"networks"');
    expect(next).not.toContain('"body"');
  });

  it('a missing secret is called as credentials.json calls it', () => {
    expect(describeError({ code: 'auth.secret_missing', data: {} }, acme).next).toContain('"password"');
  });

  it('has the general words for everything else', () => {
    expect(netfoundry.explain('network.dns', {}, acme)).toBeUndefined();
    expect(netfoundry.explain('auth.refused', { oauthError: 'moon_phase' }, acme)).toBeUndefined();
  });
});
