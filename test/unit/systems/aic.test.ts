import { describe, expect, it } from 'vitest';
import type { Profile } from '../../../main/profiles/profile.ts';
import { aicAudience, aicClientId, aicTokenPaths, isAicTokenPath } from '../../../main/systems/aic-endpoints.ts';
import { aic } from '../../../main/systems/aic.ts';
import { requestHeaders } from '../../../main/systems/request-headers.ts';
import { requestShape } from '../../../main/systems/request-shape.ts';
import { requiredSecrets } from '../../../main/systems/required-secrets.ts';

const fqdn = 'openam-acme-ew2.id.forgerock.io';
const acme: Profile = {
  name: 'acme-aic',
  system: 'aic',
  auth: 'jwt_bearer',
  tenant: fqdn,
  serviceAccountId: '449d7e27-7889-47af-a736-83b6bbf97ec5',
  scope: 'fr:am:* fr:idm:*',
};
const logs: Profile = { name: 'acme-logs', system: 'aic', auth: 'api_key', tenant: fqdn };
const local: Profile = { ...acme, endpoints: { token: 'http://127.0.0.1:8080/am/oauth2/access_token' } };

const pathsOf = (profile: Profile) => aic.check(profile).map(({ path }) => path);

describe('a service account', () => {
  it('asks the tenant FQDN for tokens and calls its APIs there', () => {
    expect(aic.endpoints(acme)).toEqual({
      token: `https://${fqdn}/am/oauth2/access_token`,
      api: `https://${fqdn}`,
    });
  });

  it('is the client service-account of every tenant, a public one, in a form', () => {
    expect([aic.clientId, aicClientId]).toEqual(['service-account', 'service-account']);
    expect(requestShape(acme, false)).toEqual({ body: 'form', clientAuth: 'none' });
  });

  it('needs its private key and nothing else', () => {
    expect(requiredSecrets(acme)).toEqual(['privateKeyJwk']);
  });

  it.each<[string, Profile, string]>([
    ['443 of a tenant', acme, `https://${fqdn}:443/am/oauth2/access_token`],
    ['its own port', { ...acme, tenant: `${fqdn}:8443` }, `https://${fqdn}:8443/am/oauth2/access_token`],
    ['the port of a server of this machine', local, 'http://127.0.0.1:8080/am/oauth2/access_token'],
    [
      'the port of an endpoint of its own',
      { ...acme, endpoints: { token: 'https://[2001:db8::1]/t?x=1' } },
      'https://[2001:db8::1]:443/t?x=1',
    ],
  ])('names in the audience of its assertions %s', (_name, profile, audience) => {
    expect(aicAudience(profile)).toBe(audience);
    expect(aic.assertionAudience?.(profile)).toBe(audience);
  });
});

describe.each<[string, Partial<Profile>]>([
  ['nothing more', {}],
  ['its realm', { realm: 'bravo' }],
  ['the one client id there is', { clientId: 'service-account' }],
  ['an id that is no UUID', { serviceAccountId: 'sa-1' }],
  ['the request as it is', { request: { body: 'form', clientAuth: 'none' } }],
  ['a port', { tenant: `${fqdn}:8443` }],
])('a profile of a service account with %s', (_name, change) => {
  it('is right', () => {
    expect(aic.check({ ...acme, ...change })).toEqual([]);
  });
});

describe.each<[string, Partial<Profile>, string]>([
  ['an id in place of the client id', { clientId: '449d7e27-7889-47af-a736-83b6bbf97ec5' }, 'clientId'],
  ['the client id in place of its id', { serviceAccountId: 'service-account' }, 'serviceAccountId'],
  ['a realm with a slash', { realm: '/alpha' }, 'realm'],
  ['a JSON body', { request: { body: 'json' } }, 'request.body'],
  ['a client secret', { request: { clientAuth: 'client_secret_post' } }, 'request.clientAuth'],
  ['an audience', { audience: 'https://a.example.com' }, 'audience'],
  ['an issuer', { issuer: 'https://a.example.com' }, 'issuer'],
  ['another profile to use', { uses: 'other' }, 'uses'],
  ['client credentials', { auth: 'client_credentials' }, 'auth'],
])('a profile of a service account with %s', (_name, change, path) => {
  it(`has an issue at ${path} only, with what to write where it is needed`, () => {
    expect(pathsOf({ ...acme, ...change })).toEqual([path]);
  });
});

it.each(['tenant', 'serviceAccountId', 'scope'] as const)('wants the %s of a service account', (field) => {
  const { [field]: _left, ...rest } = acme;
  expect(aic.check(rest)).toMatchObject([{ path: field, example: expect.any(String) }]);
});

it('has a token endpoint in place of the tenant, where the profile names it', () => {
  const { tenant: _tenant, ...rest } = local;
  expect(aic.check(rest)).toEqual([]);
  expect(aic.endpoints(rest).api).toBe('http://127.0.0.1:8080');
});

describe.each<[string | undefined, Partial<Profile>, string | undefined]>([
  ['fr:am:* fr:idm:*', {}, '/openidm/managed/alpha_user?_pageSize=1&_fields=userName&_queryFilter=true'],
  ['fr:idm:*', { realm: 'bravo' }, '/openidm/managed/bravo_user?_pageSize=1&_fields=userName&_queryFilter=true'],
  ['fr:am:* fr:idc:esv:*', {}, '/environment/secrets'],
  ['fr:idc:esv:read', {}, '/environment/secrets'],
  ['fr:am:*', {}, '/am/json/serverinfo/*'],
  ['fr:idc:release:*', {}, undefined],
  [undefined, { scope: 'fr:am:*' }, '/am/json/serverinfo/*'],
])('a token of the scope %j of a profile with %j', (scope, change, path) => {
  it(`is probed at ${path ?? 'nothing'}`, () => {
    expect(aic.probe?.({ ...acme, ...change }, scope)?.path).toBe(path);
  });
});

describe('the paths at which tokens work', () => {
  it('are those that the vendor lists', () => {
    expect(aicTokenPaths).toHaveLength(16);
  });

  it.each([
    '/am/json/serverinfo/*',
    '/openidm/managed/alpha_user',
    '/.well-known/openid-configuration',
    '/environment/secrets',
    '/environment/secrets/esv-one',
    '/environment/promotion/lock',
    '/environment/telemetry',
  ])('hold %s', (path) => {
    expect(isAicTokenPath(path)).toBe(true);
  });

  it.each(['/', '/monitoring/logs', '/amx/json', '/environment', '/environment/secretsx', '/platform'])(
    'do not hold %s',
    (path) => {
      expect(isAicTokenPath(path)).toBe(false);
    },
  );
});

describe('the log API', () => {
  it('takes a key and a secret in two headers of its own', () => {
    expect(aic.check(logs)).toEqual([]);
    expect(requiredSecrets(logs)).toEqual(['apiKey', 'apiSecret']);
    const headers = requestHeaders(logs, { accessToken: 'CANARY-key', tokenType: 'Bearer', apiSecret: 'CANARY-two' });
    expect(headers).toEqual([
      ['x-api-key', 'CANARY-key'],
      ['x-api-secret', 'CANARY-two'],
    ]);
  });

  it('is on the tenant FQDN, and no token is requested', () => {
    expect(aic.endpoints(logs)).toEqual({ api: `https://${fqdn}` });
    expect(aic.probe?.(logs, undefined)).toEqual({ path: '/monitoring/logs/sources' });
  });

  it('has no use for what belongs to service accounts', () => {
    expect(pathsOf({ ...logs, scope: 'fr:am:*', serviceAccountId: 'a', realm: 'alpha' })).toEqual([
      'serviceAccountId',
      'realm',
      'scope',
    ]);
  });

  it('is known by its own address where there is no tenant', () => {
    const { tenant: _tenant, ...rest } = logs;
    expect(pathsOf(rest)).toEqual(['tenant']);
    expect(aic.check({ ...rest, endpoints: { api: 'http://127.0.0.1:8080' } })).toEqual([]);
  });
});

it('links to the admin console of the tenant and to how credentials are made', () => {
  expect(aic.links?.(acme).map(({ url }) => url)).toEqual([
    `https://${fqdn}/login/admin`,
    'https://docs.pingidentity.com/pingoneaic/tenants/service-accounts.html',
  ]);
  expect(aic.links?.(logs)).toHaveLength(2);
});
