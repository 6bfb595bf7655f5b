/** The demo server of OpenID Connect: codes, tokens and clients, each refused as the RFCs say. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { createLocalJWKSet, exportJWK, generateKeyPair, jwtVerify, SignJWT, type CryptoKey } from 'jose';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { grantTypes, type OidcClient } from '../../main/demo/oidc/clients.ts';
import { startOidcTenant, type OidcTenant } from '../../main/demo/oidc/tenant.ts';
import { openPage, signInAt } from '../fixtures/demo-browser.ts';
import { FakeClock } from '../fixtures/fake-clock.ts';

const secret = 'CANARY:secret+with %/ and = signs';
const redirectUri = 'http://127.0.0.1/callback';
const { authorizationCode, refreshToken, clientCredentials } = grantTypes;
const people = [authorizationCode, refreshToken];

let keyPair: { privateKey: CryptoKey; publicKey: CryptoKey };
let clients: readonly OidcClient[];
let clock: FakeClock;
let tenant: OidcTenant;

beforeAll(async () => {
  keyPair = await generateKeyPair('RS256');
  const publicJwk = { ...(await exportJWK(keyPair.publicKey)), alg: 'RS256' };
  const redirectUris = [redirectUri, 'http://localhost:8080/callback', 'https://app.example.com/callback'];
  clients = [
    { clientId: 'native', clientAuth: 'none', grantTypes: people, redirectUris, name: 'Native app' },
    {
      clientId: 'web',
      clientAuth: 'client_secret_post',
      clientSecret: secret,
      grantTypes: people,
      redirectUris,
      asksConsent: false,
      refreshTokenLifetimeSeconds: 60,
    },
    {
      clientId: 'machine:1',
      clientAuth: 'client_secret_basic',
      clientSecret: secret,
      grantTypes: [clientCredentials],
      scopes: ['api:read', 'openid'],
    },
    { clientId: 'signer', clientAuth: 'private_key_jwt', publicJwk, grantTypes: [clientCredentials] },
    {
      clientId: 'service',
      clientAuth: 'none',
      publicJwk,
      grantTypes: [grantTypes.jwtBearer],
    },
    { clientId: 'nobody', clientAuth: 'none', grantTypes: [clientCredentials], redirectUris },
  ];
});

beforeEach(async () => {
  clock = new FakeClock();
  tenant = await startOidcTenant({ clock, clients });
});
afterEach(() => tenant.close());

const verifier = randomBytes(32).toString('base64url');
const challenge = createHash('sha256').update(verifier).digest('base64url');

const request = (changes: Record<string, string> = {}) =>
  `${tenant.endpoints.authorize}?${new URLSearchParams({
    client_id: 'native',
    response_type: 'code',
    redirect_uri: 'http://127.0.0.1:53682/callback',
    scope: 'openid profile api:read',
    state: 'a state',
    nonce: 'a nonce',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...changes,
  }).toString()}`;

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

async function ask(
  parameters: Record<string, string> | string,
  headers: Record<string, string> = {},
  url = tenant.endpoints.token,
): Promise<Answer> {
  const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(parameters), headers });
  const text = await answer.text();
  const body = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
  return { status: answer.status, headers: answer.headers, body };
}

const allow = ['Sign in as jane', 'Allow'];
const codeFor = async (changes?: Record<string, string>, buttons = allow) =>
  (await signInAt(request(changes), ...buttons)).get('code') ?? '';

const redeem = (code: string, changes: Record<string, string> = {}) =>
  ask({
    grant_type: authorizationCode,
    client_id: 'native',
    code,
    redirect_uri: 'http://127.0.0.1:53682/callback',
    code_verifier: verifier,
    ...changes,
  });

const refresh = (token: unknown, changes: Record<string, string> = {}) =>
  ask({ grant_type: refreshToken, client_id: 'native', refresh_token: String(token), ...changes });

const userInfo = async (token: unknown) => {
  const headers = { authorization: `Bearer ${String(token)}` };
  return (await fetch(tenant.endpoints.userInfo, { headers })).status;
};

const encoded = (text: string) => new URLSearchParams({ text }).toString().slice('text='.length);
const basic = (id: string, password = secret) => ({
  authorization: `Basic ${Buffer.from(`${encoded(id)}:${encoded(password)}`).toString('base64')}`,
});

const refused = (status: number, error: string) => ({ status, body: { error } });

describe('the sign-in page', () => {
  test('offers two people, asks for consent, and brings code, state and issuer (RFC 9207 section 2)', async () => {
    const page = await openPage(request());
    expect(page.buttons).toEqual(['Sign in as jane', 'Sign in as omar', 'Deny']);
    const consent = await page.press('Sign in as omar');
    expect([consent.heading, consent.buttons]).toEqual(['Allow Native app?', ['Allow', 'Deny']]);
    const { location } = await consent.press('Allow');
    expect(location?.origin).toBe('http://127.0.0.1:53682');
    expect(Object.fromEntries(location?.searchParams ?? [])).toEqual({
      code: expect.stringMatching(/^[\w-]{43}$/),
      state: 'a state',
      iss: tenant.endpoints.issuer,
    });
  });

  test.each([[['Deny']], [['Sign in as jane', 'Deny']]])('tells the client of %j', async (buttons) => {
    const answer = await signInAt(request(), ...buttons);
    expect([answer.get('error'), answer.get('state'), answer.get('iss')]).toEqual([
      'access_denied',
      'a state',
      tenant.endpoints.issuer,
    ]);
  });

  test('asks for no consent where the client is trusted', async () => {
    expect(await codeFor({ client_id: 'web' }, ['Sign in as jane'])).not.toBe('');
  });

  test('cannot be skipped to consent', async () => {
    const page = await openPage(request());
    expect((await page.press('Deny', { choice: 'allow' })).location?.searchParams.get('code')).toBeNull();
  });
});

describe('a redirect URI', () => {
  test.each([
    'http://127.0.0.1/callback',
    'http://127.0.0.1:1/callback',
    'http://localhost:8080/callback',
    'https://app.example.com/callback',
  ])('is taken: %s (RFC 8252 section 7.3)', async (redirect_uri) => {
    expect((await openPage(request({ redirect_uri }))).status).toBe(200);
  });

  test.each([
    'http://127.0.0.1:53682/callback/',
    'http://127.0.0.1:53682/other',
    'http://127.0.0.1:53682/callback?x=1',
    'http://127.0.0.2:53682/callback',
    'http://localhost:8081/callback',
    'https://127.0.0.1:53682/callback',
    'https://app.example.com:8443/callback',
    'https://app.example.com.evil.test/callback',
  ])('is refused, and not gone to: %s', async (redirect_uri) => {
    const page = await openPage(request({ redirect_uri }));
    expect([page.status, page.location]).toEqual([400, undefined]);
  });
});

describe('an authorization request is refused', () => {
  test.each([
    ['without PKCE (RFC 9700 section 2.1.1)', { code_challenge: '' }, 'invalid_request'],
    ['with a plain challenge (RFC 7636 section 4.3)', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['with a challenge that is none', { code_challenge: 'short' }, 'invalid_request'],
    ['for another response type', { response_type: 'id_token' }, 'unsupported_response_type'],
    ['for a scope that is not known', { scope: 'openid admin' }, 'invalid_scope'],
    ['where no page may be shown', { prompt: 'none' }, 'login_required'],
    ['of a client without that grant', { client_id: 'nobody' }, 'unauthorized_client'],
  ])('%s', async (_what, changes, error) => {
    const { location } = await openPage(request(changes));
    expect(location?.searchParams.get('error')).toBe(error);
    expect(location?.searchParams.get('iss')).toBe(tenant.endpoints.issuer);
  });

  test('with a parameter that is given twice (RFC 6749 section 3.1)', async () => {
    const { location } = await openPage(`${request()}&scope=openid`);
    expect(location?.searchParams.get('error')).toBe('invalid_request');
  });
});

describe('a code', () => {
  test('brings an ID token that verifies, with the nonce', async () => {
    const { body } = await redeem(await codeFor());
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 600, scope: 'openid profile api:read' });
    const jwks = (await (await fetch(tenant.endpoints.jwks)).json()) as Parameters<typeof createLocalJWKSet>[0];
    const { payload } = await jwtVerify(String(body['id_token']), createLocalJWKSet(jwks), {
      issuer: tenant.endpoints.issuer,
      audience: 'native',
      currentDate: new Date(clock.now()),
    });
    expect(payload).toMatchObject({ sub: 'jane', nonce: 'a nonce', preferred_username: 'jane' });
    expect(await userInfo(body['access_token'])).toBe(200);
  });

  test('brings no ID token where openid was not asked for', async () => {
    const { body } = await redeem(await codeFor({ scope: 'api:read' }));
    expect(body).not.toHaveProperty('id_token');
    expect(await userInfo(body['access_token'])).toBe(403);
  });

  test.each([
    ['with another verifier (RFC 7636 section 4.6)', { code_verifier: 'x'.repeat(43) }],
    ['with another port in the redirect URI', { redirect_uri: 'http://127.0.0.1:53683/callback' }],
    ['from another client', { client_id: 'web', client_secret: secret }],
  ])('is refused %s', async (_what, changes: Record<string, string>) => {
    expect(await redeem(await codeFor(), changes)).toMatchObject(refused(400, 'invalid_grant'));
  });

  test.each(['code', 'redirect_uri', 'code_verifier'])('is refused without %s', async (name) => {
    expect(await redeem(await codeFor(), { [name]: '' })).toMatchObject(refused(400, 'invalid_request'));
  });

  test('that comes again is refused, and what it brought dies (RFC 6749 section 4.1.2)', async () => {
    const code = await codeFor();
    const { body } = await redeem(code);
    expect(await redeem(code)).toMatchObject(refused(400, 'invalid_grant'));
    expect(await userInfo(body['access_token'])).toBe(401);
    expect(await refresh(body['refresh_token'])).toMatchObject(refused(400, 'invalid_grant'));
  });

  test('is refused a minute later', async () => {
    const code = await codeFor();
    await clock.advance(60_000);
    expect(await redeem(code)).toMatchObject(refused(400, 'invalid_grant'));
  });
});

describe('a refresh token', () => {
  const first = async () => (await redeem(await codeFor())).body['refresh_token'];

  test('brings another one, and less scope where that was asked for (RFC 6749 section 6)', async () => {
    const token = await first();
    const { body } = await refresh(token, { scope: 'api:read' });
    expect(body).toMatchObject({ scope: 'api:read', refresh_token: expect.not.stringMatching(String(token)) });
  });

  test('brings no more scope (RFC 6749 section 6)', async () => {
    expect(await refresh(await first(), { scope: 'api:write' })).toMatchObject(refused(400, 'invalid_scope'));
  });

  test('that comes again ends the session (RFC 9700 section 4.14.2)', async () => {
    const token = await first();
    const { body } = await refresh(token);
    expect(await refresh(token)).toMatchObject(refused(400, 'invalid_grant'));
    expect(await refresh(body['refresh_token'])).toMatchObject(refused(400, 'invalid_grant'));
    expect(await userInfo(body['access_token'])).toBe(401);
  });

  test('is refused from another client', async () => {
    const changes = { client_id: 'web', client_secret: secret };
    expect(await refresh(await first(), changes)).toMatchObject(refused(400, 'invalid_grant'));
  });

  test('is refused after its end', async () => {
    const client = { client_id: 'web', client_secret: secret };
    const { body } = await redeem(await codeFor(client, ['Sign in as jane']), client);
    await clock.advance(60_000);
    expect(await refresh(body['refresh_token'], client)).toMatchObject(refused(400, 'invalid_grant'));
  });
});

describe('a client', () => {
  const credentials = { grant_type: clientCredentials, scope: 'api:read' };

  test('is known by HTTP Basic with every awkward character (RFC 6749 section 2.3.1)', async () => {
    const { body } = await ask(credentials, basic('machine:1'));
    expect(body).toEqual({
      access_token: expect.any(String),
      token_type: 'Bearer',
      expires_in: 600,
      scope: 'api:read',
    });
  });

  test('gets an access token for the audience that it names', async () => {
    const { body } = await ask({ ...credentials, audience: 'https://api.example.com' }, basic('machine:1'));
    const [, payload = ''] = String(body['access_token']).split('.');
    expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toMatchObject({ aud: 'https://api.example.com' });
  });

  test('is told with a challenge that its secret is wrong (RFC 6749 section 5.2)', async () => {
    const answer = await ask(credentials, basic('machine:1', 'CANARY-wrong'));
    expect(answer).toMatchObject(refused(401, 'invalid_client'));
    expect(answer.headers.get('www-authenticate')).toMatch(/^Basic/);
  });

  test.each([
    ['that sends its secret in the wrong place', { ...credentials, client_id: 'machine:1', client_secret: secret }],
    ['that does not exist', { ...credentials, client_id: 'somebody' }],
    ['that leaves its secret out', { ...credentials, client_id: 'web' }],
  ])('is refused %s', async (_what, parameters) => {
    expect(await ask(parameters)).toMatchObject(refused(401, 'invalid_client'));
  });

  test.each([
    ['without a name', credentials, {}],
    ['with two proofs (RFC 6749 section 2.3)', { ...credentials, client_secret: secret }, basic('machine:1')],
    ['with two names', { ...credentials, client_id: 'web' }, basic('machine:1')],
  ])('is refused %s', async (_what, parameters, headers: Record<string, string>) => {
    expect(await ask(parameters, headers)).toMatchObject(refused(400, 'invalid_request'));
  });

  test.each([
    ['a scope that it lacks', { ...credentials, scope: 'api:write' }, 'machine:1', 'invalid_scope'],
    ['an ID token for nobody', { ...credentials, scope: 'openid' }, 'machine:1', 'invalid_scope'],
    ['another grant', { grant_type: refreshToken, refresh_token: 'CANARY' }, 'machine:1', 'unauthorized_client'],
    ['a grant that is not known', { grant_type: 'password' }, 'machine:1', 'unsupported_grant_type'],
  ])('is refused %s', async (_what, parameters: Record<string, string>, id, error) => {
    expect(await ask(parameters, basic(id))).toMatchObject(refused(400, error));
  });

  test('without a secret has no credentials (RFC 6749 section 4.4)', async () => {
    expect(await ask({ ...credentials, client_id: 'nobody' })).toMatchObject(refused(400, 'unauthorized_client'));
  });

  test('sends JSON in vain', async () => {
    const headers = { 'content-type': 'application/json', ...basic('machine:1') };
    const answer = await fetch(tenant.endpoints.token, { method: 'POST', body: '{}', headers });
    expect(answer.status).toBe(415);
  });
});

describe('a client assertion (RFC 7523 section 3)', () => {
  async function assertion(changes: Record<string, unknown> = {}, key = keyPair.privateKey): Promise<string> {
    const claims = {
      iss: 'signer',
      sub: 'signer',
      aud: tenant.endpoints.token,
      exp: Math.floor(clock.now() / 1_000) + 60,
      jti: randomUUID(),
      ...changes,
    };
    return new SignJWT(claims).setProtectedHeader({ alg: 'RS256' }).sign(key);
  }
  const send = (client_assertion: string, changes: Record<string, string> = {}) =>
    ask({
      grant_type: clientCredentials,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion,
      ...changes,
    });

  test('is taken for the token endpoint, and for the issuer', async () => {
    expect((await send(await assertion())).status).toBe(200);
    expect((await send(await assertion({ aud: tenant.endpoints.issuer }))).status).toBe(200);
  });

  test.each([
    ['for somebody else', { aud: 'https://other.example.com' }],
    ['that has expired', { exp: 1 }],
    ['without an end', { exp: undefined }],
    ['without an id', { jti: undefined }],
    ['with another subject', { sub: 'web' }],
  ])('is refused %s', async (_what, changes) => {
    expect(await send(await assertion(changes))).toMatchObject(refused(401, 'invalid_client'));
  });

  test('is refused with another key', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    expect(await send(await assertion({}, privateKey))).toMatchObject(refused(401, 'invalid_client'));
  });

  test('is refused the second time', async () => {
    const used = await assertion();
    await send(used);
    expect(await send(used)).toMatchObject(refused(401, 'invalid_client'));
  });

  test('is refused with another type', async () => {
    const answer = await send(await assertion(), { client_assertion_type: 'saml' });
    expect(answer).toMatchObject(refused(400, 'invalid_request'));
  });
});

describe('an assertion for a token (RFC 7523 section 2.1)', () => {
  async function assertion(changes: Record<string, unknown> = {}): Promise<string> {
    const nowSeconds = Math.floor(clock.now() / 1_000);
    const claims = {
      iss: 'service',
      sub: 'service',
      aud: tenant.endpoints.issuer,
      iat: nowSeconds,
      exp: nowSeconds + 60,
      jti: randomUUID(),
      ...changes,
    };
    return new SignJWT(claims).setProtectedHeader({ alg: 'RS256' }).sign(keyPair.privateKey);
  }
  const send = (text: string, changes: Record<string, string> = {}) =>
    ask({ grant_type: grantTypes.jwtBearer, client_id: 'service', scope: 'api:read', assertion: text, ...changes });

  test('is taken once', async () => {
    const used = await assertion();
    expect(await send(used)).toMatchObject({ status: 200, body: { scope: 'api:read' } });
    expect(await send(used)).toMatchObject(refused(400, 'invalid_grant'));
  });

  test.each([
    ['for somebody else', { aud: 'https://other.example.com' }],
    ['that has expired', { exp: 1 }],
    ['that is yet to be made', { iat: 9_999_999_999 }],
    ['of another client', { iss: 'signer' }],
  ])('is refused %s', async (_what, changes) => {
    expect(await send(await assertion(changes))).toMatchObject(refused(400, 'invalid_grant'));
  });

  test('is refused where it is missing', async () => {
    expect(await send('')).toMatchObject(refused(400, 'invalid_request'));
  });
});

describe('revocation (RFC 7009 section 2)', () => {
  const revoke = (token: unknown, changes: Record<string, string> = {}) =>
    ask({ client_id: 'native', token: String(token), ...changes }, {}, tenant.endpoints.revoke);

  test('of a refresh token ends the session', async () => {
    const { body } = await redeem(await codeFor());
    expect((await revoke(body['refresh_token'], { token_type_hint: 'refresh_token' })).status).toBe(200);
    expect(await refresh(body['refresh_token'])).toMatchObject(refused(400, 'invalid_grant'));
    expect(await userInfo(body['access_token'])).toBe(401);
  });

  test('of an access token ends that one', async () => {
    const { body } = await redeem(await codeFor());
    await revoke(body['access_token']);
    expect(await userInfo(body['access_token'])).toBe(401);
    expect((await refresh(body['refresh_token'])).status).toBe(200);
  });

  test('of a token that is not known is done', async () => {
    expect((await revoke('CANARY')).status).toBe(200);
  });

  test('of another client’s token is refused', async () => {
    const { body } = await redeem(await codeFor());
    const answer = await revoke(body['refresh_token'], { client_id: 'web', client_secret: secret });
    expect(answer).toMatchObject(refused(400, 'invalid_request'));
    expect((await refresh(body['refresh_token'])).status).toBe(200);
  });

  test('is for clients alone', async () => {
    expect(await revoke('CANARY', { client_id: 'web' })).toMatchObject(refused(401, 'invalid_client'));
  });
});

describe('who someone is', () => {
  test.each([[{}], [{ authorization: 'Bearer CANARY' }]])('is not told to %j', async (headers) => {
    expect((await fetch(tenant.endpoints.userInfo, { headers: headers as Record<string, string> })).status).toBe(401);
  });

  test('is not told for an ID token', async () => {
    const { body } = await redeem(await codeFor());
    expect(await userInfo(body['id_token'])).toBe(401);
  });

  test('is not told for a token that has expired', async () => {
    const { body } = await redeem(await codeFor());
    await clock.advance(600_000);
    expect(await userInfo(body['access_token'])).toBe(401);
  });
});

test('the log of requests tells the client, and no code or token', async () => {
  const code = await codeFor();
  const { body } = await redeem(code);
  const log = JSON.stringify(tenant.requests);
  expect(tenant.requests.at(-1)).toEqual({ method: 'POST', path: '/token', status: 200, clientId: 'native' });
  expect([code, verifier, body['access_token'], body['refresh_token']].some((text) => log.includes(String(text)))).toBe(
    false,
  );
});
