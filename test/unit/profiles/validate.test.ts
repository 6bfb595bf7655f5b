import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Issue } from '../../../main/errors.ts';
import { parseProfile } from '../../../main/profiles/validate.ts';

const minimal = { name: 'acme-prod', system: 'isc', auth: 'client_credentials' };

function issuesOf(input: unknown): readonly Issue[] {
  const parsed = parseProfile(input);
  return 'issues' in parsed ? parsed.issues : [];
}

const pathsOf = (input: unknown) => issuesOf(input).map(({ path }) => path);
const suggestionFor = (input: unknown) => issuesOf(input)[0]?.suggestion;

describe('a right profile', () => {
  const full = {
    version: 1,
    name: 'acme-prod',
    label: 'Acme – Produktion 🚀',
    system: 'oauth',
    auth: 'client_credentials',
    tenant: 'acme',
    issuer: 'https://id.example.com',
    clientId: 'G6xLlBBOKIcOAQuK',
    serviceAccountId: 'b61429f5',
    realm: 'alpha',
    scope: 'fr:am:* fr:idm:*',
    audience: 'https://gateway.production.netfoundry.io/',
    redirectUri: 'http://localhost:8080/myApp/code',
    endpoints: {
      token: 'http://127.0.0.1:8443/oauth/token?tenant=1',
      authorize: 'https://id.example.com/authorize',
      deviceAuthorization: 'https://id.example.com/device',
      api: 'http://[::1]:9000/v1',
      revoke: 'https://id.example.com/revoke',
      info: 'https://id.example.com/info',
    },
    request: {
      body: 'multipart',
      clientAuth: 'client_secret_basic',
      headers: { 'X-Source': 'tokentray ~' },
      params: { resource: 'ü' },
    },
    apiKeyHeader: 'X-Api-Key',
    refresh: { mode: 'on-use', earlySeconds: 0 },
    uses: 'acme-isc',
    expectUser: 'jane.admin',
    expectOrg: 'acme',
    environment: 'sandbox',
    credentialExpires: '2028-02-29',
    tags: ['emea'],
  };

  it('comes back as it was written', () => {
    expect(parseProfile(full)).toEqual({ profile: full });
  });

  it('needs name, system and auth only', () => {
    expect(parseProfile(minimal)).toEqual({ profile: minimal });
  });

  it('shares nothing with the input that a later change of the input could reach', () => {
    const input = structuredClone(full);
    const parsed = parseProfile(input);
    input.endpoints.token = 'https://elsewhere.example.com';
    input.request.headers['X-Source'] = 'changed';
    expect(parsed).toEqual({ profile: full });
  });
});

describe.each<[string, unknown, string]>([
  ['no object', 'acme', ''],
  ['a list', [minimal], ''],
  ['null', null, ''],
  ['no name', { system: 'isc', auth: 'client_credentials' }, 'name'],
  ['no system', { name: 'a', auth: 'client_credentials' }, 'system'],
  ['no auth', { name: 'a', system: 'isc' }, 'auth'],
  ['a name with capitals', { ...minimal, name: 'Acme' }, 'name'],
  ['a name that begins with a dash', { ...minimal, name: '-acme' }, 'name'],
  ['a name of 65 characters', { ...minimal, name: 'a'.repeat(65) }, 'name'],
  ['an empty name', { ...minimal, name: '' }, 'name'],
  ['a newer version', { ...minimal, version: 2 }, 'version'],
  ['a version in quotes', { ...minimal, version: '1' }, 'version'],
  ['an unknown system', { ...minimal, system: 'okta' }, 'system'],
  ['an unknown auth', { ...minimal, auth: 'password' }, 'auth'],
  ['an empty label', { ...minimal, label: '' }, 'label'],
  ['a label of two lines', { ...minimal, label: 'a\nb' }, 'label'],
  ['a label with an escape sequence', { ...minimal, label: 'a\u001b[2J' }, 'label'],
  ['a label that reorders what follows', { ...minimal, label: 'a\u202eb' }, 'label'],
  ['a label with half a character', { ...minimal, label: '\ud83d' }, 'label'],
  ['a label that never ends', { ...minimal, label: 'a'.repeat(2049) }, 'label'],
  ['a client id with a blank behind it', { ...minimal, clientId: 'abc ' }, 'clientId'],
  ['a client id that is a number', { ...minimal, clientId: 4 }, 'clientId'],
  ['a client id that is null', { ...minimal, clientId: null }, 'clientId'],
  ['an issuer by http', { ...minimal, issuer: 'http://id.example.com' }, 'issuer'],
  ['scopes with two blanks', { ...minimal, scope: 'a  b' }, 'scope'],
  ['a scope with quotes', { ...minimal, scope: '"a"' }, 'scope'],
  ['a scope outside ASCII', { ...minimal, scope: 'lesen:ü' }, 'scope'],
  ['a redirect by http elsewhere', { ...minimal, redirectUri: 'http://app.example.com/cb' }, 'redirectUri'],
  ['endpoints that are a text', { ...minimal, endpoints: 'https://id.example.com' }, 'endpoints'],
  ['endpoints that are a list', { ...minimal, endpoints: [] }, 'endpoints'],
  ['a token endpoint by http', { ...minimal, endpoints: { token: 'http://id.example.com/t' } }, 'endpoints.token'],
  ['a token endpoint without host', { ...minimal, endpoints: { token: '/oauth/token' } }, 'endpoints.token'],
  ['a token endpoint with a fragment', { ...minimal, endpoints: { token: 'https://a.b/t#' } }, 'endpoints.token'],
  ['a token endpoint with user', { ...minimal, endpoints: { token: 'https://u:p@a.b/t' } }, 'endpoints.token'],
  ['a token endpoint by ftp', { ...minimal, endpoints: { token: 'ftp://a.b/t' } }, 'endpoints.token'],
  ['an unknown body', { ...minimal, request: { body: 'xml' } }, 'request.body'],
  ['a client auth in words', { ...minimal, request: { clientAuth: true } }, 'request.clientAuth'],
  ['headers that are a list', { ...minimal, request: { headers: ['X: y'] } }, 'request.headers'],
  ['a header that is a number', { ...minimal, request: { headers: { 'X-A': 1 } } }, 'request.headers.X-A'],
  ['a header with a line break', { ...minimal, request: { headers: { 'X-A': 'a\r\nB: c' } } }, 'request.headers.X-A'],
  ['a header outside ASCII', { ...minimal, request: { headers: { 'X-A': 'ü' } } }, 'request.headers.X-A'],
  ['a header name with a blank', { ...minimal, request: { headers: { 'X A': 'a' } } }, 'request.headers.X A'],
  ['an empty header name', { ...minimal, request: { headers: { '': 'a' } } }, 'request.headers.'],
  ['a parameter with a control character', { ...minimal, request: { params: { a: '\u0000' } } }, 'request.params.a'],
  ['a parameter that is a list', { ...minimal, request: { params: { a: [] } } }, 'request.params.a'],
  ['an API key header with a colon', { ...minimal, apiKeyHeader: 'X-Key:' }, 'apiKeyHeader'],
  ['an unknown refresh mode', { ...minimal, refresh: { mode: 'weekly' } }, 'refresh.mode'],
  ['a negative early', { ...minimal, refresh: { earlySeconds: -1 } }, 'refresh.earlySeconds'],
  ['an early of more than an hour', { ...minimal, refresh: { earlySeconds: 3601 } }, 'refresh.earlySeconds'],
  ['half an early second', { ...minimal, refresh: { earlySeconds: 0.5 } }, 'refresh.earlySeconds'],
  ['an early in quotes', { ...minimal, refresh: { earlySeconds: '60' } }, 'refresh.earlySeconds'],
  ['an impossible name in uses', { ...minimal, uses: 'Acme ISC' }, 'uses'],
  ['an unknown environment', { ...minimal, environment: 'moon' }, 'environment'],
  ['30 February', { ...minimal, credentialExpires: '2027-02-30' }, 'credentialExpires'],
  ['29 February of a common year', { ...minimal, credentialExpires: '2100-02-29' }, 'credentialExpires'],
  ['a month 13', { ...minimal, credentialExpires: '2027-13-01' }, 'credentialExpires'],
  ['a date with time', { ...minimal, credentialExpires: '2027-05-01T00:00:00Z' }, 'credentialExpires'],
  ['tags in one text', { ...minimal, tags: 'emea' }, 'tags'],
  ['a tag that is a number', { ...minimal, tags: ['emea', 4] }, 'tags.1'],
])('a profile with %s', (_name, input, path) => {
  it(`has one issue, at "${path}"`, () => {
    expect(pathsOf(input)).toEqual([path]);
  });
});

describe.each([
  'Authorization',
  'host',
  'Content-Length',
  'Content-Type',
  'Transfer-Encoding',
  'Connection',
  'COOKIE',
  'Expect',
  'Proxy-Authorization',
  'upgrade',
])('the header %s', (name) => {
  it('is refused, since Tokentray or the connection sets it', () => {
    expect(pathsOf({ ...minimal, request: { headers: { [name]: 'a' } } })).toEqual([`request.headers.${name}`]);
  });
});

describe.each([
  'grant_type',
  'client_id',
  'client_secret',
  'scope',
  'audience',
  'refresh_token',
  'code',
  'code_verifier',
  'redirect_uri',
  'assertion',
  'client_assertion',
  'client_assertion_type',
  'device_code',
  'state',
  'nonce',
])('the parameter %s', (name) => {
  it('is refused, since Tokentray sets it', () => {
    expect(pathsOf({ ...minimal, request: { params: { [name]: 'a' } } })).toEqual([`request.params.${name}`]);
  });
});

it('refuses a header that stands there twice in different letters', () => {
  const headers = { 'X-A': '1', 'x-a': '2' };
  expect(pathsOf({ ...minimal, request: { headers } })).toEqual(['request.headers.X-A', 'request.headers.x-a']);
});

it('refuses a header that would change the prototype of what it is copied to', () => {
  const headers: unknown = JSON.parse('{"__proto__":"x"}');
  expect(pathsOf({ ...minimal, request: { headers } })).toEqual(['request.headers.__proto__']);
});

describe.each<[unknown, string, string | undefined]>([
  [{ client_id: 'a' }, 'client_id', 'clientId'],
  [{ ClientID: 'a' }, 'ClientID', 'clientId'],
  [{ clientld: 'a' }, 'clientld', 'clientId'],
  [{ tenantName: 'a' }, 'tenantName', 'tenant'],
  [{ tennant: 'a' }, 'tennant', 'tenant'],
  [{ grant_type: 'a' }, 'grant_type', 'auth'],
  [{ url: 'a' }, 'url', 'endpoints.api'],
  [{ baseUrl: 'a' }, 'baseUrl', 'endpoints.api'],
  [{ token_endpoint: 'a' }, 'token_endpoint', 'endpoints.token'],
  [{ headers: {} }, 'headers', 'request.headers'],
  [{ earlySeconds: 1 }, 'earlySeconds', 'refresh.earlySeconds'],
  [{ scopes: 'a' }, 'scopes', 'scope'],
  [{ env: 'a' }, 'env', 'environment'],
  [{ redirect_uri: 'a' }, 'redirect_uri', 'redirectUri'],
  [{ endpoints: { tokn: 'a' } }, 'endpoints.tokn', 'endpoints.token'],
  [{ endpoints: { tokenUrl: 'a' } }, 'endpoints.tokenUrl', 'endpoints.token'],
  [{ request: { client_auth: 'a' } }, 'request.client_auth', 'request.clientAuth'],
  [{ refresh: { early: 1 } }, 'refresh.early', 'refresh.earlySeconds'],
  [{ zzzzzzzz: 1 }, 'zzzzzzzz', undefined],
  [{ constructor: 1 }, 'constructor', undefined],
  [{ 'a.b': 1 }, 'a.b', undefined],
])('the unknown field in %j', (extra, path, suggestion) => {
  it(`is named and ${suggestion === undefined ? 'gets no far-fetched suggestion' : `leads to ${suggestion}`}`, () => {
    const issues = issuesOf({ ...minimal, ...(extra as object) });
    expect(issues.map((issue) => [issue.path, issue.suggestion])).toEqual([[path, suggestion]]);
  });
});

it('names every unknown field, not only the first', () => {
  const input = { ...minimal, client_id: 'a', foo: 1, endpoints: { bar: 1, baz: 2 } };
  expect(pathsOf(input).toSorted()).toEqual(['client_id', 'endpoints.bar', 'endpoints.baz', 'foo']);
});

it('collects everything that is wrong with one document', () => {
  const input = { name: 'A', auth: 'pat', endpoints: { token: 'x' }, request: { headers: { Host: 'a', 'X Y': 'b' } } };
  expect(pathsOf(input).toSorted()).toEqual(
    ['auth', 'endpoints.token', 'name', 'request.headers.Host', 'request.headers.X Y', 'system'].toSorted(),
  );
});

it('shortens the name of an unknown field that never ends', () => {
  expect(pathsOf({ ...minimal, ['x'.repeat(10_000)]: 1 })[0]?.length).toBeLessThan(100);
});

describe.each(['secret', 'clientSecret', 'client_secret', 'password', 'apiKey', 'privateKeyJwk', 'refresh_token'])(
  'a secret under the name %s',
  (name) => {
    const [issue] = issuesOf({ ...minimal, [name]: 'CANARY-secret' });

    it('is refused and sent to standard input', () => {
      expect([issue?.path, issue?.message]).toEqual([name, expect.stringContaining('--secrets -')]);
    });

    it('is not repeated', () => {
      expect(JSON.stringify(issue)).not.toContain('CANARY');
    });
  },
);

it.each(Object.keys(minimal).concat('label', 'clientId', 'scope', 'issuer', 'credentialExpires', 'environment'))(
  'never repeats the value of %s',
  (field) => {
    const issues = issuesOf({ ...minimal, [field]: 'CANARY "secret"\n' });
    expect(issues.map(({ message }) => message).join()).not.toContain('CANARY');
  },
);

describe.each([
  [{ auth: 'pat' }, 'client_credentials'],
  [{ auth: 'client-credentials' }, 'client_credentials'],
  [{ auth: 'clientcredential' }, 'client_credentials'],
  [{ auth: 'PKCE' }, 'authorization_code'],
  [{ system: 'sailpoint' }, 'isc'],
  [{ system: 'ISC' }, 'isc'],
  [{ system: 'ics' }, 'isc'],
  [{ system: 'oauth2' }, 'oauth'],
  [{ environment: 'prod' }, 'production'],
  [{ request: { body: 'x-www-form-urlencoded' } }, 'form'],
  [{ request: { clientAuth: 'basic' } }, 'client_secret_basic'],
  [{ refresh: { mode: 'keepfresh' } }, 'keep-fresh'],
  [{ name: 'Acme Prod' }, 'acme-prod'],
  [{ name: 'Ümlaut' }, 'umlaut'],
  [{ name: 'Straße' }, undefined],
  [{ name: '日本-prod' }, undefined],
  [{ endpoints: { token: 'id.example.com/oauth/token' } }, 'https://id.example.com/oauth/token'],
  [{ endpoints: { token: 'http://id.example.com/oauth/token' } }, 'https://id.example.com/oauth/token'],
  [{ endpoints: { token: 'user:CANARY@id.example.com' } }, undefined],
  [{ auth: 'toString' }, undefined],
])('the value in %j', (change, suggestion) => {
  it(`leads to ${suggestion ?? 'no suggestion'}`, () => {
    expect(suggestionFor({ ...minimal, ...change })).toBe(suggestion);
  });
});

it('says that a newer version of the file needs a newer Tokentray', () => {
  expect(issuesOf({ ...minimal, version: 2 })[0]?.message).toContain('newer Tokentray');
});

it('never throws, and accepts nothing that it also finds wrong', () => {
  fc.assert(
    fc.property(fc.oneof(fc.anything(), fc.jsonValue(), almostProfile), (input) => {
      const parsed = parseProfile(input);
      expect('profile' in parsed || parsed.issues.length > 0).toBe(true);
    }),
  );
});

it('accepts again what it accepted', () => {
  fc.assert(
    fc.property(almostProfile, (input) => {
      const parsed = parseProfile(input);
      if ('profile' in parsed) expect(parseProfile(structuredClone(parsed.profile))).toEqual(parsed);
    }),
  );
});

/** Near enough to a profile to reach every rule. */
const almostProfile = fc.record(
  {
    version: fc.constantFrom(1, 1, 2),
    name: fc.oneof(fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,63}$/), fc.string()),
    system: fc.constantFrom('isc', 'oauth', 'okta'),
    auth: fc.constantFrom('client_credentials', 'api_key', 'pat'),
    label: fc.string({ unit: 'binary' }),
    scope: fc.string(),
    endpoints: fc.record({ token: fc.oneof(fc.webUrl(), fc.string()), api: fc.jsonValue() }, { requiredKeys: [] }),
    request: fc.record({ headers: fc.dictionary(fc.string(), fc.string()) }, { requiredKeys: [] }),
    credentialExpires: fc.oneof(fc.stringMatching(/^\d{4}-\d{2}-\d{2}$/), fc.string()),
    tags: fc.array(fc.string()),
  },
  { requiredKeys: ['name', 'system', 'auth'] },
);
