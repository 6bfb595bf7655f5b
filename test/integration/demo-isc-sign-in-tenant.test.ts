/** Signing in at the demo tenant of Identity Security Cloud: what the real one would refuse is refused. */
import { createHash, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DemoClient } from '../../main/demo/isc/clients.ts';
import { startIscTenant, type IscTenant } from '../../main/demo/isc/tenant.ts';
import { openPage, signInAt } from '../fixtures/demo-browser.ts';
import { FakeClock } from '../fixtures/fake-clock.ts';

const secret = 'CANARY-c924417c85b19eda';
const redirectUri = 'http://localhost:8080/myApp/code';
const grantTypes = ['REFRESH_TOKEN', 'AUTHORIZATION_CODE'] as const;
const clients: readonly DemoClient[] = [
  { clientId: 'web', clientSecret: secret, grantTypes, redirectUris: [redirectUri, `${redirectUri}2`] },
  { clientId: 'public', grantTypes, redirectUris: [redirectUri], refreshTokenLifetimeSeconds: 60 },
  { clientId: 'once', grantTypes: ['AUTHORIZATION_CODE'], redirectUris: [redirectUri] },
  { clientId: 'machine', clientSecret: secret, redirectUris: [redirectUri] },
];

let clock: FakeClock;
let tenant: IscTenant;

beforeEach(async () => {
  clock = new FakeClock();
  tenant = await startIscTenant({ clock, tokenLifetimeSeconds: 749, clients });
});
afterEach(() => tenant.close());

const request = (changes: Record<string, string> = {}) =>
  `${tenant.authorizeEndpoint}?${new URLSearchParams({
    client_id: 'web',
    response_type: 'code',
    redirect_uri: redirectUri,
    state: 'a state',
    ...changes,
  }).toString()}`;

interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, string>>;
}

async function ask(parameters: Record<string, string>): Promise<Answer> {
  const answer = await fetch(tenant.tokenEndpoint, { method: 'POST', body: new URLSearchParams(parameters) });
  return { status: answer.status, body: (await answer.json()) as Record<string, string> };
}

const signIn = async (changes?: Record<string, string>, user = 'jane.admin') =>
  (await signInAt(request(changes), `Sign in as ${user}`)).get('code') ?? '';

const redeem = (code: string, changes: Record<string, string> = {}) =>
  ask({
    grant_type: 'authorization_code',
    client_id: 'web',
    client_secret: secret,
    code,
    redirect_uri: redirectUri,
    ...changes,
  });

const refresh = (token: string, changes: Record<string, string> = {}) =>
  ask({ grant_type: 'refresh_token', client_id: 'web', client_secret: secret, refresh_token: token, ...changes });

async function refreshToken(changes: Record<string, string> = {}): Promise<string> {
  return (await redeem(await signIn(changes), changes)).body['refresh_token'] ?? '';
}

const callApi = async (token: string) => {
  const headers = { authorization: `Bearer ${token}` };
  return (await fetch(`${tenant.apiBase}/v3/account-activities`, { headers })).status;
};

const claimsOf = (token: string) =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;

const refused = (status: number, error: string) => ({ status, body: { error } });

describe('the sign-in page', () => {
  test('offers two people, the company’s sign-in, and to deny', async () => {
    const page = await openPage(request());
    expect([page.heading, page.buttons]).toEqual([
      'Sign in to acme-demo',
      ['Sign in as jane.admin', 'Sign in as omar.reader', 'Sign in with company SSO', 'Deny'],
    ]);
  });

  test('lets no script in, and leads nowhere but to the redirect URI', async () => {
    const policy = (await openPage(request())).headers.get('content-security-policy');
    expect(policy).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self' http:\/\/localhost:8080;/,
    );
  });

  test('brings a code and the state back', async () => {
    const answer = await signInAt(request(), 'Sign in as jane.admin');
    expect([...answer.keys()]).toEqual(['code', 'state']);
    expect(answer.get('state')).toBe('a state');
  });

  test('leads through the company’s sign-in', async () => {
    const answer = await signInAt(request(), 'Sign in with company SSO', 'Continue as omar.reader');
    expect((await redeem(answer.get('code') ?? '')).status).toBe(200);
  });

  test('tells the client that it was denied (RFC 6749 section 4.1.2.1)', async () => {
    const answer = await signInAt(request(), 'Deny');
    expect([answer.get('error'), answer.get('state')]).toEqual(['access_denied', 'a state']);
  });

  test('is of use once', async () => {
    const page = await openPage(request());
    await page.press('Sign in as jane.admin');
    expect((await page.press('Sign in as jane.admin')).heading).toBe('This sign-in is over');
  });

  test('knows nobody else', async () => {
    const id = /name="id" value="([^"]+)"/.exec(await (await fetch(request())).text())?.[1] ?? '';
    const body = new URLSearchParams({ id, user: 'mallory' });
    const answer = await fetch(`${tenant.login.origin}/sign-in`, { method: 'POST', body });
    expect(answer.status).toBe(400);
  });
});

describe('an authorization request is told to the person alone', () => {
  test.each([
    ['of an unknown client', { client_id: 'nobody' }],
    ['with a redirect URI that is not registered', { redirect_uri: 'http://localhost:8080/other' }],
    ['with another port than the registered one', { redirect_uri: 'http://localhost:8081/myApp/code' }],
    ['with 127.0.0.1 for localhost', { redirect_uri: 'http://127.0.0.1:8080/myApp/code' }],
    ['with a slash too many', { redirect_uri: `${redirectUri}/` }],
    ['without a redirect URI', { redirect_uri: '' }],
  ])('%s', async (_what, changes) => {
    const page = await openPage(request(changes));
    expect([page.status, page.location]).toEqual([400, undefined]);
  });
});

describe('an authorization request is refused', () => {
  test.each([
    ['with another response type', { response_type: 'token' }, 'unsupported_response_type'],
    ['without a response type', { response_type: '' }, 'invalid_request'],
    ['with a plain challenge', { code_challenge: 'x'.repeat(43) }, 'invalid_request'],
    ['of a client without that grant', { client_id: 'machine' }, 'unauthorized_client'],
  ])('%s', async (_what, changes, error) => {
    const { location } = await openPage(request(changes));
    expect([location?.searchParams.get('error'), location?.searchParams.get('state')]).toEqual([error, 'a state']);
  });
});

describe('a code', () => {
  const verifier = randomBytes(32).toString('base64url');
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const pkce = { code_challenge: challenge, code_challenge_method: 'S256' };

  test('brings a token of the person who signed in', async () => {
    const { body } = await redeem(await signIn({}, 'omar.reader'));
    expect(claimsOf(body['access_token'] ?? '')).toMatchObject({ user_name: 'omar.reader', authorities: [] });
    expect(await callApi(body['access_token'] ?? '')).toBe(200);
  });

  test('brings no refresh token where the client lacks that grant', async () => {
    const code = await signIn({ client_id: 'once' });
    const { client_secret: _, ...parameters } = {
      grant_type: 'authorization_code',
      client_id: 'once',
      client_secret: '',
      code,
      redirect_uri: redirectUri,
    };
    expect((await ask(parameters)).body).not.toHaveProperty('refresh_token');
  });

  test('is taken with the verifier of its challenge (RFC 7636 section 4.6)', async () => {
    expect((await redeem(await signIn(pkce), { code_verifier: verifier })).status).toBe(200);
  });

  test.each([
    ['without the verifier of its challenge', pkce, {}],
    ['with another verifier', pkce, { code_verifier: 'x'.repeat(43) }],
    ['with a verifier where there was no challenge', {}, { code_verifier: verifier }],
    ['with another redirect URI of the client', {}, { redirect_uri: `${redirectUri}2` }],
    ['from another client', {}, { client_id: 'public', client_secret: '' }],
    ['that nobody issued', {}, { code: 'CANARY-code' }],
  ])('is refused %s', async (_what, asked, changes: Record<string, string>) => {
    expect(await redeem(await signIn(asked), changes)).toMatchObject(refused(400, 'invalid_grant'));
  });

  test('is refused a minute later', async () => {
    const code = await signIn();
    await clock.advance(60_000);
    expect(await redeem(code)).toMatchObject(refused(400, 'invalid_grant'));
  });

  test('that comes again is refused, and what it brought dies (RFC 6749 section 4.1.2)', async () => {
    const code = await signIn();
    const { body } = await redeem(code);
    expect(await redeem(code)).toMatchObject(refused(400, 'invalid_grant'));
    expect(await callApi(body['access_token'] ?? '')).toBe(401);
    expect(await refresh(body['refresh_token'] ?? '')).toMatchObject(refused(400, 'invalid_grant'));
  });

  test('is refused with a secret where the client has none', async () => {
    const code = await signIn({ client_id: 'public' });
    expect(await redeem(code, { client_id: 'public' })).toMatchObject(refused(401, 'invalid_client'));
  });
});

describe('a refresh token', () => {
  test('is a JWT that names its access token and has an end of its own', async () => {
    const { body } = await redeem(await signIn());
    expect(claimsOf(body['refresh_token'] ?? '')).toMatchObject({
      ati: body['jti'],
      exp: Math.floor(clock.now() / 1_000) + 86_400,
    });
  });

  test('brings another one', async () => {
    const first = await refreshToken();
    const { body } = await refresh(first);
    expect(body['refresh_token']).not.toBe(first);
    expect((await refresh(body['refresh_token'] ?? '')).status).toBe(200);
  });

  test('that comes again is refused, and ends the session', async () => {
    const first = await refreshToken();
    const { body } = await refresh(first);
    expect(await refresh(first)).toMatchObject(refused(400, 'invalid_grant'));
    expect(await refresh(body['refresh_token'] ?? '')).toMatchObject(refused(400, 'invalid_grant'));
  });

  test('that has expired is repeated in the description of a 401', async () => {
    const token = await refreshToken({ client_id: 'public', client_secret: '' });
    await clock.advance(60_000);
    const { status, body } = await refresh(token, { client_id: 'public', client_secret: '' });
    expect([status, body['error']]).toEqual([401, 'invalid_token']);
    expect(body['error_description']).toContain(token);
  });

  test('is refused from another client', async () => {
    const token = await refreshToken();
    const changes = { client_id: 'public', client_secret: '' };
    expect(await refresh(token, changes)).toMatchObject(refused(400, 'invalid_grant'));
  });

  test('is refused where an access token stands in its place', async () => {
    const { body } = await redeem(await signIn());
    expect(await refresh(body['access_token'] ?? '')).toMatchObject(refused(400, 'invalid_grant'));
  });

  test('is refused to a client without that grant', async () => {
    expect(await refresh('CANARY', { client_id: 'machine' })).toMatchObject(refused(400, 'unauthorized_client'));
  });

  test('is refused without the client’s secret', async () => {
    const token = await refreshToken();
    expect(await refresh(token, { client_secret: '' })).toMatchObject(refused(401, 'invalid_client'));
  });

  test('is no access token', async () => {
    expect(await callApi(await refreshToken())).toBe(401);
  });

  test('is spent where its answer was lost', async () => {
    const token = await refreshToken();
    tenant.misbehave('web', { kind: 'lost' }, { requests: 1 });
    await expect(refresh(token)).rejects.toThrow(TypeError);
    expect(await refresh(token)).toMatchObject(refused(400, 'invalid_grant'));
  });

  test('is not spent where the connection was reset before', async () => {
    const token = await refreshToken();
    tenant.misbehave('web', { kind: 'reset' }, { requests: 1 });
    await expect(refresh(token)).rejects.toThrow(TypeError);
    expect((await refresh(token)).status).toBe(200);
  });
});

describe('the wrong host', () => {
  test('has no token endpoint where people sign in', async () => {
    expect((await fetch(`${tenant.login.origin}/oauth/token`, { method: 'POST' })).status).toBe(404);
  });

  test('has no API where people sign in', async () => {
    const answer = await fetch(`${tenant.login.origin}/v3/account-activities`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'text/html;charset=UTF-8']);
  });

  test('has no authorization at the gateway', async () => {
    expect((await fetch(`${tenant.origin}/oauth/authorize?client_id=web`)).status).toBe(404);
  });
});

describe('the user interface', () => {
  test('tells a signed-in browser where the API is, and no other', async () => {
    const url = `${tenant.login.origin}/ui/session`;
    const first = await openPage(url);
    expect(first.heading).toBe('Sign in to acme-demo');
    const cookie = (await first.press('Sign in as jane.admin')).headers.get('set-cookie')?.split(';')[0] ?? '';
    const answer = await fetch(url, { headers: { cookie } });
    expect(await answer.json()).toMatchObject({ baseUrl: tenant.apiBase });
  });

  test('forgets the browser that signs out', async () => {
    const first = await openPage(request());
    const cookie = (await first.press('Sign in as jane.admin')).headers.get('set-cookie')?.split(';')[0] ?? '';
    await openPage(`${tenant.login.origin}/logout`, { headers: { cookie } });
    const after = await openPage(`${tenant.login.origin}/ui/session`, { headers: { cookie } });
    expect(after.heading).toBe('Sign in to acme-demo');
  });
});
