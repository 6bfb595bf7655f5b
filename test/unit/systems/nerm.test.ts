import { describe, expect, it } from 'vitest';
import type { Profile } from '../../../main/profiles/profile.ts';
import { describeError } from '../../../main/systems/explain.ts';
import { nerm } from '../../../main/systems/nerm.ts';
import { readNermTenant } from '../../../main/systems/nerm-tenant.ts';
import { requestHeaders } from '../../../main/systems/request-headers.ts';
import { requiredSecrets } from '../../../main/systems/required-secrets.ts';

const linked: Profile = { name: 'acme-nerm', system: 'nerm', auth: 'linked', tenant: 'mycompany', uses: 'acme-prod' };
const { uses: _uses, ...rest } = linked;
const key: Profile = { ...rest, auth: 'api_key' };
const isc: Profile = { name: 'acme-prod', system: 'isc', auth: 'client_credentials', tenant: 'acme', clientId: 'id-1' };

const pathsOf = (profile: Profile) => nerm.check(profile).map(({ path }) => path);

describe.each([linked, key])('a NERM profile with $auth', (profile) => {
  it('is right with its company', () => {
    expect(nerm.check(profile)).toEqual([]);
  });

  it("has the API that the vendor's example calls, and requests no token", () => {
    expect(nerm.endpoints(profile)).toEqual({ api: 'https://mycompany.nonemployee.com/api/v1' });
    expect(nerm.probe?.(profile, undefined)).toEqual({ path: '/non-employee-sources' });
  });

  it('sends a bearer token', () => {
    const [header] = requestHeaders(profile, { accessToken: 'CANARY', tokenType: 'bearer' });
    expect(header).toEqual(['Authorization', 'Bearer CANARY']);
  });

  it('may name its API in place of the company', () => {
    const { tenant: _tenant, ...bare } = profile;
    const endpoints = { api: 'http://127.0.0.1:9000/api/v1/' };
    expect(nerm.check({ ...bare, endpoints })).toEqual([]);
    expect(nerm.endpoints({ ...bare, endpoints })).toEqual({ api: 'http://127.0.0.1:9000/api/v1' });
    expect(pathsOf(bare)).toEqual(['tenant']);
  });

  it.each<[string, Partial<Profile>]>([
    ['clientId', { clientId: 'a' }],
    ['scope', { scope: 'a' }],
    ['endpoints.token', { endpoints: { token: 'https://a.example.com' } }],
    ['request.body', { request: { body: 'json' } }],
    ['apiKeyHeader', { apiKeyHeader: 'X-Key' }],
  ])('has no use for %s', (path, change) => {
    expect(pathsOf({ ...profile, ...change })).toEqual([path]);
  });
});

it('needs the API key alone, or nothing at all when it takes the token of another profile', () => {
  expect([requiredSecrets(key), requiredSecrets(linked)]).toEqual([['apiKey'], []]);
});

it('names in "uses" another profile than itself', () => {
  expect(pathsOf(rest)).toEqual(['uses']);
  expect(pathsOf({ ...linked, uses: 'acme-nerm' })).toEqual(['uses']);
});

it('with a way to a token of ISC is sent to a profile of ISC', () => {
  const issues = nerm.check({ ...rest, auth: 'client_credentials' });
  expect(issues).toMatchObject([{ path: 'auth', message: expect.stringContaining('system isc'), example: 'linked' }]);
});

describe.each([
  'acme',
  'ACME',
  'acme.nonemployee.com',
  'https://acme.nonemployee.com',
  'https://acme.nonemployee.com/',
  'https://acme.nonemployee.com/api/v1',
])('the company %s', (tenant) => {
  it('has its API on nonemployee.com', () => {
    expect(readNermTenant(tenant)).toEqual({ api: 'https://acme.nonemployee.com/api/v1' });
  });
});

describe.each<[string, string, string | undefined]>([
  ['a page of NERM', 'https://acme.nonemployee.com/profiles/17', 'acme'],
  ['a host by http', 'http://acme.nonemployee.com', 'acme'],
  ['a host with a port', 'acme.nonemployee.com:8443', 'acme'],
  ['the API host of ISC', 'acme.api.identitynow.com', undefined],
  ['the user interface of ISC', 'https://acme.identitynow.com/ui', undefined],
  ['a host of anybody', 'nerm.acme.com', undefined],
  ['words', 'Acme Corporation', undefined],
  ['a host with a user', 'https://jane:CANARY@acme.nonemployee.com', undefined],
  ['this machine', 'localhost', undefined],
])('a company that is %s', (_name, tenant, suggestion) => {
  const read = readNermTenant(tenant);
  const found = 'issue' in read ? read.issue : undefined;

  it(`is an issue of the field, ${suggestion === undefined ? 'with no guess' : `suggesting ${suggestion}`}`, () => {
    expect([found?.path, found?.suggestion]).toEqual(['tenant', suggestion]);
  });

  it('gets no password repeated', () => {
    expect(JSON.stringify(found)).not.toContain('CANARY');
  });
});

it('tells an ISC host apart', () => {
  expect(nerm.check({ ...linked, tenant: 'acme.identitynow.com' })[0]?.message).toContain('Identity Security Cloud');
});

describe('a link to', () => {
  it('a personal access token of ISC is as the vendor recommends', () => {
    expect(nerm.linkWarning?.(isc, { user: 'jane', org: 'acme' })).toBeUndefined();
    expect(nerm.linkWarning?.(isc, undefined)).toBeUndefined();
  });

  it.each<[string, Profile, { org: string } | undefined]>([
    ['an API client of ISC without a user', isc, { org: 'acme' }],
    ['a sign-in to ISC', { ...isc, auth: 'authorization_code' }, undefined],
    ['another system', { ...isc, system: 'oauth' }, undefined],
  ])('%s is warned about, with the name of the profile', (_name, target, identity) => {
    expect(nerm.linkWarning?.(target, identity)).toContain('acme-prod');
  });
});

describe('with NERM', () => {
  const refused = (status: number, profile: Profile) =>
    describeError({ code: 'auth.refused', data: { status } }, profile);

  it('401 speaks of the key, or of the profile that the token is from', () => {
    expect(refused(401, key).what).toContain('API key');
    expect(refused(401, linked).what).toContain('"acme-prod"');
  });

  it('403 speaks of what the user may do', () => {
    expect(refused(403, linked).next).toContain('roles');
    expect(refused(403, key).next).toContain('API key');
  });

  it.each(['network.dns'] as const)('%s asks for the company', (code) => {
    expect(describeError({ code, data: {} }, key).next).toContain('"mycompany"');
  });

  it('a missing key leads to where it is made', () => {
    expect(describeError({ code: 'auth.secret_missing', data: {} }, key).next).toContain('--secrets -');
    expect(nerm.links?.(key).map(({ id }) => id)).toEqual(['credentials', 'documentation']);
    expect(nerm.links?.(linked).map(({ id }) => id)).toEqual(['credentials']);
  });
});
