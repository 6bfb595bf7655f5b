/** What the demo tenant of Identity Security Cloud tells of its clients and personal access tokens, and to whom. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DemoUser } from '../../main/demo/isc/clients.ts';
import { startIscTenant, type IscTenant } from '../../main/demo/isc/tenant.ts';
import { FakeClock } from '../fixtures/fake-clock.ts';

const secret = 'CANARY-c924417c85b19eda';
const person = (userName: string, authorities: readonly string[]): DemoUser => ({
  userId: `user-${userName}`,
  identityId: `identity-${userName}`,
  userName,
  authorities,
});
const jane = person('jane.admin', ['ORG_ADMIN']);
const omar = person('omar.reader', []);
const expirationDate = '2027-05-01T00:00:00.000Z';
const clients = [
  { clientId: 'janes', clientSecret: secret, user: jane, expirationDate },
  { clientId: 'omars', clientSecret: secret, user: omar, repeatsToken: true },
  { clientId: 'machine', clientSecret: secret },
  { clientId: 'closed', clientSecret: secret, enabled: false },
];

let clock: FakeClock;
let tenant: IscTenant;

beforeEach(async () => {
  clock = new FakeClock();
  tenant = await startIscTenant({ clock, tokenLifetimeSeconds: 749, clients });
});
afterEach(() => tenant.close());

async function obtain(clientId: string): Promise<{ access_token: string; expires_in: number }> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: secret,
  });
  const answer = await fetch(tenant.tokenEndpoint, { method: 'POST', body });
  return (await answer.json()) as { access_token: string; expires_in: number };
}

async function call(clientId: string, path: string): Promise<[number, unknown]> {
  const headers = { authorization: `Bearer ${(await obtain(clientId)).access_token}` };
  const answer = await fetch(`${tenant.apiBase}${path}`, { headers });
  return [answer.status, await answer.json()];
}

describe('an OAuth client', () => {
  test('that is disabled is told to be so', async () => {
    expect(await call('janes', '/beta/oauth-clients/closed')).toMatchObject([200, { enabled: false }]);
  });

  test('is described without its secret', async () => {
    expect(JSON.stringify(await call('janes', '/beta/oauth-clients'))).not.toContain(secret);
  });

  test.each(['nobody', 'janes'])('that is none is not found: %s', async (id) => {
    expect((await call('janes', `/beta/oauth-clients/${id}`))[0]).toBe(404);
  });

  test.each(['omars', 'machine'])('is not told to who is no administrator: %s', async (asking) => {
    expect((await call(asking, '/beta/oauth-clients/closed'))[0]).toBe(403);
  });
});

describe('personal access tokens', () => {
  test('are told to their owner, with the day on which they end', async () => {
    expect(await call('janes', '/v3/personal-access-tokens?owner-id=me')).toMatchObject([
      200,
      [{ id: 'janes', owner: { type: 'IDENTITY', id: 'identity-jane.admin' }, expirationDate }],
    ]);
  });

  test('may have no end', async () => {
    expect(await call('omars', '/v3/personal-access-tokens?owner-id=me')).toMatchObject([
      200,
      [{ id: 'omars', expirationDate: null }],
    ]);
  });

  test('of everybody are told to an administrator', async () => {
    expect(await call('janes', '/v3/personal-access-tokens')).toMatchObject([200, [{ id: 'janes' }, { id: 'omars' }]]);
  });

  test.each(['', '?owner-id=identity-jane.admin'])('of others are told to nobody else: %s', async (query) => {
    expect((await call('omars', `/v3/personal-access-tokens${query}`))[0]).toBe(403);
  });

  test('are not told without a user', async () => {
    expect((await call('machine', '/v3/personal-access-tokens?owner-id=me'))[0]).toBe(403);
  });
});

describe('a client that is given its token again', () => {
  test('is told what is left of it', async () => {
    const first = await obtain('omars');
    await clock.advance(700_000);
    expect(await obtain('omars')).toMatchObject({ access_token: first.access_token, expires_in: 49 });
  });

  test('gets another one after it', async () => {
    const first = await obtain('omars');
    await clock.advance(749_000);
    expect((await obtain('omars')).access_token).not.toBe(first.access_token);
  });
});

describe('a clock that is wrong', () => {
  test('shows in the date of answers and in the end of tokens', async () => {
    tenant.skewClock(-3_600);
    const answer = await fetch(`${tenant.origin}/oauth/info`);
    expect(Date.parse(answer.headers.get('date') ?? '')).toBe(Math.floor(clock.now() / 1_000) * 1_000 - 3_600_000);
    const { access_token: token } = await obtain('janes');
    const { exp } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { exp: number };
    expect(exp).toBe(Math.floor(clock.now() / 1_000) - 3_600 + 749);
  });

  test('is the one by which tokens expire', async () => {
    const headers = { authorization: `Bearer ${(await obtain('janes')).access_token}` };
    tenant.skewClock(750);
    expect((await fetch(`${tenant.apiBase}/v3/account-activities`, { headers })).status).toBe(401);
  });
});

describe('untidy answers', () => {
  const answerTo = (clientId: string, client_secret = secret) =>
    fetch(tenant.tokenEndpoint, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret }),
    });

  test.each([
    ['expires-in-text', { expires_in: '749' }],
    ['expires-in-null', { expires_in: null }],
    ['scope-list', { scope: ['read', 'write'] }],
  ] as const)('%s', async (way, members) => {
    tenant.misbehave('janes', { kind: 'untidy', ways: [way] });
    expect(await (await answerTo('janes')).json()).toMatchObject(members);
  });

  test.each([
    ['no-expires-in', 'expires_in'],
    ['no-token-type', 'token_type'],
  ] as const)('%s', async (way, member) => {
    tenant.misbehave('janes', { kind: 'untidy', ways: [way] });
    expect(await (await answerTo('janes')).json()).not.toHaveProperty(member);
  });

  test('status 201, and no date, at once', async () => {
    tenant.misbehave('janes', { kind: 'untidy', ways: ['status-201', 'no-date'] });
    const answer = await answerTo('janes');
    expect([answer.status, answer.headers.get('date')]).toEqual([201, null]);
  });

  test('an error that calls itself a page', async () => {
    tenant.misbehave('janes', { kind: 'untidy', ways: ['error-as-html'] });
    const answer = await answerTo('janes', 'CANARY-wrong');
    expect(answer.headers.get('content-type')).toBe('text/html');
    expect(await answer.json()).toMatchObject({ error: 'invalid_client' });
  });

  test('an error in a challenge alone', async () => {
    tenant.misbehave('janes', { kind: 'untidy', ways: ['error-in-challenge'] });
    const answer = await answerTo('janes', 'CANARY-wrong');
    expect([answer.headers.get('www-authenticate'), await answer.text()]).toEqual([
      'Bearer error="invalid_client", error_description="Bad client credentials"',
      '',
    ]);
  });
});
