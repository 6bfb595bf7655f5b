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
const { tenant: _tenant, ...bare } = acme;

describe('the endpoints of an ISC tenant', () => {
  it('are on the hosts that the vendor documents, each on its own', () => {
    expect(isc.endpoints(acme)).toEqual({
      token: 'https://acme.api.identitynow.com/oauth/token',
      authorize: 'https://acme.login.sailpoint.com/oauth/authorize',
      info: 'https://acme.api.identitynow.com/oauth/info',
      api: 'https://acme.api.identitynow.com',
      ui: 'https://acme.identitynow.com',
    });
  });

  it('of a demo domain keep to it, with the sign-in on the host of the user interface', () => {
    expect(isc.endpoints({ ...acme, tenant: 'https://acme.api.identitynow-demo.com/' })).toEqual({
      token: 'https://acme.api.identitynow-demo.com/oauth/token',
      authorize: 'https://acme.identitynow-demo.com/oauth/authorize',
      info: 'https://acme.api.identitynow-demo.com/oauth/info',
      api: 'https://acme.api.identitynow-demo.com',
      ui: 'https://acme.identitynow-demo.com',
    });
  });

  it('are what the profile says where it says so', () => {
    const endpoints = {
      token: 'https://gw.example.com/t',
      authorize: 'https://signin.example.com/a',
      info: 'https://gw.example.com/info',
      api: 'https://gw.example.com/isc//',
      ui: 'https://iga.acme.com/',
      revoke: 'https://gw.example.com/revoke',
    };
    expect(isc.endpoints({ ...acme, endpoints })).toEqual({
      ...endpoints,
      api: 'https://gw.example.com/isc',
      ui: 'https://iga.acme.com',
    });
  });

  it('follow from the token endpoint where there is no tenant, and nobody guesses the sign-in', () => {
    const endpoints = { token: 'http://127.0.0.1:8080/oauth/token?x=1' };
    expect(isc.endpoints({ ...bare, endpoints })).toEqual({
      token: 'http://127.0.0.1:8080/oauth/token?x=1',
      info: 'http://127.0.0.1:8080/oauth/info',
      api: 'http://127.0.0.1:8080',
    });
  });
});

describe('the links of an ISC profile', () => {
  it('lead to the pages that the vendor documents', () => {
    expect(isc.links?.(acme).map(({ id, url }) => [id, url])).toEqual([
      ['credentials', 'https://acme.identitynow.com/ui/d/user-preferences/personal-access-tokens'],
      ['clients', 'https://acme.identitynow.com/ui/admin/#admin:global:security:apimanagementpanel'],
      ['session', 'https://acme.identitynow.com/ui/session'],
      ['sign-out', 'https://acme.identitynow.com/logout'],
    ]);
  });

  it('say of which of two sessions the vendor’s page signs out', () => {
    expect(isc.links?.(acme).find(({ id }) => id === 'sign-out')?.label).toBe('Sign out of ISC');
  });

  it('lead to the vanity host that the tenant told', () => {
    const urls = isc.links?.({ ...acme, endpoints: { ui: 'https://iga.acme.com' } }).map(({ url }) => url);
    expect(urls).toContain('https://iga.acme.com/logout');
    expect(urls?.every((url) => url.startsWith('https://iga.acme.com/'))).toBe(true);
  });

  it('are none where the host of the user interface is not known', () => {
    expect(isc.links?.({ ...bare, endpoints: { token: 'http://127.0.0.1:8080/oauth/token' } })).toEqual([]);
  });
});

it("probes ISC with the vendor's own example of a request, one row of it", () => {
  expect(isc.probe?.(acme, undefined)).toEqual({ path: '/v3/account-activities?limit=1' });
});
