/** The demo tenant over real sockets: what the vendor's page documents works, and nothing else does. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '../../main/clock.ts';
import { startIscTenant, type IscTenant } from '../../main/demo/isc/tenant.ts';
import { FakeClock, settle } from '../fixtures/fake-clock.ts';

const secret = 'CANARY-c924417c85b19eda';
const user = { userId: '595826', identityId: 'ff8081', userName: 'jane.admin', authorities: ['ORG_ADMIN'] };
const clients = [
  { clientId: 'pat', clientSecret: secret, user },
  { clientId: 'api-client', clientSecret: secret },
  { clientId: 'short', clientSecret: secret, user, tokenLifetimeSeconds: 0 },
  { clientId: 'web-app', clientSecret: secret, grantTypes: ['AUTHORIZATION_CODE', 'REFRESH_TOKEN'] },
  { clientId: 'disabled', clientSecret: secret, enabled: false },
] as const;

let tenant: IscTenant;

beforeEach(async () => {
  tenant = await startIscTenant({ clock: systemClock, tokenLifetimeSeconds: 749, clients });
});
afterEach(() => tenant.close());

const parameters = (clientId: string, changes: Record<string, string> = {}) => ({
  grant_type: 'client_credentials',
  client_id: clientId,
  client_secret: secret,
  ...changes,
});
const form = (clientId: string, changes?: Record<string, string>) => new URLSearchParams(parameters(clientId, changes));
const post = (init: RequestInit, query = '') => fetch(`${tenant.tokenEndpoint}${query}`, { method: 'POST', ...init });
const requestToken = (clientId: string) => post({ body: form(clientId) });

async function outcome(response: Promise<Response>): Promise<[number, unknown]> {
  const { status, body } = await response.then(async (r) => ({ status: r.status, body: await r.json() }));
  return [status, (body as { error?: unknown }).error];
}

async function tokenOf(clientId: string): Promise<string> {
  const response = await requestToken(clientId);
  return ((await response.json()) as { access_token: string }).access_token;
}

describe('a token is issued', () => {
  test('with exactly the documented members', async () => {
    const response = await requestToken('pat');
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toEqual({
      access_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
      token_type: 'bearer',
      expires_in: 749,
      scope: 'read write',
      accessType: 'OFFLINE',
      tenant_id: expect.any(String),
      internal: false,
      pod: 'demo01-loopback',
      strong_auth_supported: false,
      org: 'acme-demo',
      user_id: '595826',
      identity_id: 'ff8081',
      strong_auth: true,
      enabled: true,
      jti: expect.any(String),
    });
  });

  test('without a user to an API client', async () => {
    const body = await requestToken('api-client').then((response) => response.json());
    expect(body).toMatchObject({ user_id: null, identity_id: null });
  });

  test('for multipart form data', async () => {
    const data = new FormData();
    for (const [name, value] of Object.entries(parameters('pat'))) data.set(name, value);
    expect((await post({ body: data })).status).toBe(200);
  });

  test('for query parameters', async () => {
    expect((await post({}, `?${form('pat').toString()}`)).status).toBe(200);
  });

  test('where the sample’s scope header is sent', async () => {
    expect((await post({ body: form('pat'), headers: { scope: 'sp:scope:all' } })).status).toBe(200);
  });
});

describe('a token is refused', () => {
  test('to JSON', async () => {
    const init = { body: JSON.stringify(parameters('pat')), headers: { 'content-type': 'application/json' } };
    expect(await outcome(post(init))).toEqual([415, 'invalid_request']);
  });

  test('to GET', async () => {
    expect(await outcome(fetch(`${tenant.tokenEndpoint}?${form('pat').toString()}`))).toEqual([405, 'invalid_request']);
  });

  test('to credentials in the Authorization header', async () => {
    const authorization = `Basic ${Buffer.from(`pat:${secret}`).toString('base64')}`;
    const body = new URLSearchParams({ grant_type: 'client_credentials' });
    expect(await outcome(post({ body, headers: { authorization } }))).toEqual([400, 'invalid_request']);
  });

  test.each(['grant_type', 'client_id', 'client_secret'])('without %s', async (name) => {
    const body = form('pat');
    body.delete(name);
    expect(await outcome(post({ body }))).toEqual([400, 'invalid_request']);
  });

  test('with a parameter that is not documented', async () => {
    expect(await outcome(post({ body: form('pat', { scope: 'read' }) }))).toEqual([400, 'invalid_request']);
  });

  test('with a parameter that is given twice', async () => {
    const body = form('pat');
    body.append('client_id', 'pat');
    expect(await outcome(post({ body }))).toEqual([400, 'invalid_request']);
  });

  test('with a parameter that is given in the body and in the query', async () => {
    expect(await outcome(post({ body: form('pat') }, '?client_id=pat'))).toEqual([400, 'invalid_request']);
  });

  test('with a file in place of a parameter', async () => {
    const data = new FormData();
    for (const [name, value] of Object.entries(parameters('pat'))) data.set(name, new Blob([value]), 'file.txt');
    expect(await outcome(post({ body: data }))).toEqual([400, 'invalid_request']);
  });

  test('with multipart that is malformed', async () => {
    const init = { body: '--x\r\nnothing', headers: { 'content-type': 'multipart/form-data; boundary=x' } };
    expect(await outcome(post(init))).toEqual([400, 'invalid_request']);
  });

  test.each(['CLIENT_CREDENTIALS', 'password'])('with grant_type %s', async (grant_type) => {
    expect(await outcome(post({ body: form('pat', { grant_type }) }))).toEqual([400, 'unsupported_grant_type']);
  });

  test('with a wrong secret', async () => {
    const body = form('pat', { client_secret: 'CANARY-wrong' });
    expect(await outcome(post({ body }))).toEqual([401, 'invalid_client']);
  });

  test('to a client that does not exist', async () => {
    expect(await outcome(requestToken('nobody'))).toEqual([401, 'invalid_client']);
  });

  test('to a client that is disabled', async () => {
    expect(await outcome(requestToken('disabled'))).toEqual([401, 'invalid_client']);
  });

  test('to a client without that grant', async () => {
    expect(await outcome(requestToken('web-app'))).toEqual([400, 'unauthorized_client']);
  });

  test('to a body of more than 64 KiB', async () => {
    const body = form('pat', { client_secret: 'C'.repeat(64 * 1024) });
    expect((await post({ body })).status).toBe(413);
  });
});

describe('the API', () => {
  const call = (authorization?: string, path = '/v3/account-activities?limit=1') =>
    fetch(`${tenant.apiBase}${path}`, authorization === undefined ? {} : { headers: { authorization } });

  test.each(['/v3/account-activities', '/v3/identities', '/v2025/roles', '/cc/api/org/get', '/v2/workgroups'])(
    '%s answers a good token with an empty list',
    async (path) => {
      const response = await call(`Bearer ${await tokenOf('pat')}`, path);
      expect([response.status, await response.json()]).toEqual([200, []]);
    },
  );

  test('knows the scheme in any letters (RFC 9110 section 11.1)', async () => {
    expect((await call(`bearer ${await tokenOf('pat')}`)).status).toBe(200);
  });

  test('answers 401 without a token', async () => {
    const response = await call();
    expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
  });

  test.each(['Bearer CANARY', 'Basic Q0FOQVJZ', 'Bearer', 'Bearer a b'])('answers 401 to %s', async (authorization) => {
    expect((await call(authorization)).status).toBe(401);
  });

  test('answers 401 to a token in the query (RFC 6750 section 2.3 is not offered)', async () => {
    expect((await call(undefined, `/v3/identities?access_token=${await tokenOf('pat')}`)).status).toBe(401);
  });

  test('answers 401 to a token that has expired', async () => {
    expect(await outcome(call(`Bearer ${await tokenOf('short')}`))).toEqual([
      401,
      'JWT validation failed: JWT is expired',
    ]);
  });

  test('answers 403 to a token without a user', async () => {
    const response = await call(`Bearer ${await tokenOf('api-client')}`);
    expect([response.status, await response.json()]).toMatchObject([403, { detailCode: '403 Forbidden' }]);
  });

  test.each(['/', '/v3', '/v3/', '/v9/identities', '/oauth/authorize'])('has nothing at %s', async (path) => {
    expect((await call(`Bearer ${await tokenOf('pat')}`, path)).status).toBe(404);
  });

  test('is read with GET alone', async () => {
    const headers = { authorization: `Bearer ${await tokenOf('pat')}` };
    const response = await fetch(`${tenant.apiBase}/v3/account-activities`, { method: 'DELETE', headers });
    expect(response.status).toBe(405);
  });

  test('tells its OAuth details to everybody', async () => {
    const response = await call(undefined, '/oauth/info');
    expect(await response.json()).toEqual({
      tenantId: expect.any(String),
      tenantName: 'acme-demo',
      authorizeEndpoint: `${tenant.login.origin}/oauth/authorize`,
      tokenEndpoint: tenant.tokenEndpoint,
      cloudDomainUrl: tenant.login.origin,
      logoutUrl: `${tenant.login.origin}/logout`,
      pod: 'demo01-loopback',
    });
  });
});

describe('misbehaving', () => {
  test('fails for as many requests as was said, and recovers', async () => {
    tenant.misbehave('pat', { kind: 'status', status: 503, retryAfterSeconds: 7 }, { requests: 1 });
    const failed = await requestToken('pat');
    expect([failed.status, failed.headers.get('retry-after')]).toEqual([503, '7']);
    expect((await requestToken('pat')).status).toBe(200);
  });

  test('concerns one client alone', async () => {
    tenant.misbehave('pat', { kind: 'status', status: 500 });
    expect((await requestToken('api-client')).status).toBe(200);
  });

  test('answers with a page', async () => {
    tenant.misbehave('pat', { kind: 'page', status: 502 });
    const response = await requestToken('pat');
    expect([response.status, response.headers.get('content-type')]).toEqual([502, 'text/html;charset=UTF-8']);
  });

  test('ends connections', async () => {
    tenant.misbehave('pat', { kind: 'reset' });
    await expect(requestToken('pat')).rejects.toThrow(TypeError);
  });

  test('is late, but right', async () => {
    tenant.misbehave('pat', { kind: 'slow', delayMs: 30 });
    expect((await requestToken('pat')).status).toBe(200);
  });

  test('ends when it is told to behave', async () => {
    tenant.misbehave('pat', { kind: 'reset' });
    tenant.behave('pat');
    expect((await requestToken('pat')).status).toBe(200);
  });

  test('does not outlive the tenant where an answer is late', async () => {
    const clock = new FakeClock();
    const other = await startIscTenant({ clock, tokenLifetimeSeconds: 749, clients });
    other.misbehave('pat', { kind: 'slow', delayMs: 60_000 });
    const late = fetch(other.tokenEndpoint, { method: 'POST', body: form('pat') }).catch(() => 'ended');
    while (clock.pendingTimers === 0) await settle();
    await other.close();
    expect([await late, clock.pendingTimers]).toEqual(['ended', 0]);
  });
});

test('the log of requests holds neither secrets nor tokens', async () => {
  const token = await tokenOf('pat');
  await post({}, `?${form('pat').toString()}`);
  await post({ body: form(secret, { client_secret: 'pat' }) });
  await fetch(`${tenant.apiBase}/v3/identities?access_token=${token}`);
  const log = JSON.stringify(tenant.requests);
  expect([log.includes(secret), log.includes(token)]).toEqual([false, false]);
});

test('the log of requests tells which client asked and what it got', async () => {
  await requestToken('pat');
  expect(tenant.requests).toEqual([{ method: 'POST', path: '/oauth/token', status: 200, clientId: 'pat' }]);
});
