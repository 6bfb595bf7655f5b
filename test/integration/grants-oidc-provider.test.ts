/** Every other grant against an authorization server that nobody here wrote, and that is certified. */
import { createHash, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';
import type { ClientMetadata } from 'oidc-provider';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '../../main/clock.ts';
import type { TokentrayError } from '../../main/errors.ts';
import { requestClientCredentials } from '../../main/grants/client-credentials.ts';
import { exchangeCode, type CodeGrant } from '../../main/grants/code-exchange.ts';
import { requestDeviceAuthorization } from '../../main/grants/device-authorization.ts';
import { requestDeviceToken } from '../../main/grants/device-token.ts';
import { requestRefresh } from '../../main/grants/refresh-token.ts';
import { revokeToken } from '../../main/grants/revocation.ts';
import type { TokenClient } from '../../main/grants/token-client.ts';
import { createHttp } from '../../main/http/create-http.ts';
import type { Http } from '../../main/http/http.ts';
import { codeOf, createFormBrowser, signInAs } from '../fixtures/form-browser.ts';
import { startOidcServer, type OidcServer } from '../fixtures/oidc-server.ts';

const redirectUri = 'http://127.0.0.1:8080/callback';
const keys = {
  RS256: generateKeyPairSync('rsa', { modulusLength: 2_048 }),
  PS256: generateKeyPairSync('rsa', { modulusLength: 2_048 }),
  ES256: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  EdDSA: generateKeyPairSync('ed25519'),
};
const algorithms = Object.keys(keys) as (keyof typeof keys)[];

const jwkOf = (key: KeyObject, alg: string) => ({ ...key.export({ format: 'jwk' }), alg, kid: alg });

const signer = (alg: keyof typeof keys): ClientMetadata => ({
  client_id: `signs-${alg}`,
  token_endpoint_auth_method: 'private_key_jwt',
  token_endpoint_auth_signing_alg: alg,
  jwks: { keys: [jwkOf(keys[alg].publicKey, alg)] },
  grant_types: ['client_credentials'],
  redirect_uris: [],
  response_types: [],
});

let server: OidcServer;
let http: Http;

beforeAll(async () => {
  const native = { application_type: 'native', token_endpoint_auth_method: 'none' } as const;
  server = await startOidcServer(
    [
      ...algorithms.map(signer),
      {
        ...native,
        client_id: 'app',
        grant_types: ['authorization_code', 'refresh_token'],
        redirect_uris: [redirectUri],
      },
      {
        ...native,
        client_id: 'television',
        grant_types: ['urn:ietf:params:oauth:grant-type:device_code', 'refresh_token'],
        redirect_uris: [],
        response_types: [],
      },
    ],
    { enabledJWA: { clientAuthSigningAlgValues: [...algorithms, 'Ed25519'] } },
  );
  http = createHttp({ clock: systemClock, environment: {} });
});
afterAll(async () => {
  await http.close();
  await server.close();
});

function client(clientId: string, changes: Partial<TokenClient> = {}): TokenClient {
  return {
    tokenEndpoint: server.endpoints.token,
    issuer: server.issuer,
    clientId,
    clientAuth: 'none',
    body: 'form',
    serverNowMs: systemClock.now,
    ...changes,
  };
}

const codeOfFailure = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    (error: TokentrayError) => `${error.code} ${error.data.oauthError}`,
  );

describe('private_key_jwt (RFC 7523 section 3)', () => {
  const byKey = (alg: keyof typeof keys, changes: Partial<TokenClient> = {}) =>
    client(`signs-${alg}`, {
      clientAuth: 'private_key_jwt',
      privateKeyJwk: jwkOf(keys[alg].privateKey, alg),
      ...changes,
    });

  test.each(algorithms)('an assertion signed with %s is accepted', async (alg) => {
    const answer = await requestClientCredentials(http, byKey(alg), { scope: 'api:read' });
    expect(answer).toMatchObject({ tokenType: 'Bearer', scope: 'api:read' });
  });

  test('each assertion is used once: the server keeps a list', async () => {
    await requestClientCredentials(http, byKey('RS256'), {});
    await expect(requestClientCredentials(http, byKey('RS256'), {})).resolves.toBeDefined();
  });

  test('an assertion by another key is refused', async () => {
    const privateKeyJwk = jwkOf(keys.PS256.privateKey, 'RS256');
    const asked = requestClientCredentials(http, byKey('RS256', { privateKeyJwk }), {});
    expect(await codeOfFailure(asked)).toBe('auth.refused invalid_client');
  });

  test('an assertion for another server is refused', async () => {
    const asked = requestClientCredentials(http, byKey('RS256', { issuer: 'https://other.example.com' }), {});
    expect(await codeOfFailure(asked)).toBe('auth.refused invalid_client');
  });

  test('an assertion of a clock that is an hour slow is refused, and one on the corrected clock accepted', async () => {
    const slow = { serverNowMs: () => systemClock.now() - 3_600_000 };
    const error = await requestClientCredentials(http, byKey('ES256', slow), {}).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'auth.refused' });
    const { clockOffsetMs = Infinity } = (error as TokentrayError).data;
    const corrected = { serverNowMs: () => systemClock.now() + clockOffsetMs };
    await expect(requestClientCredentials(http, byKey('ES256', corrected), {})).resolves.toBeDefined();
  });
});

/** A person signs in; what is left to do is the exchange. */
async function signIn({ nonce }: { readonly nonce?: string } = {}): Promise<CodeGrant> {
  const codeVerifier = randomBytes(32).toString('base64url');
  const url = new URL(server.endpoints.authorize);
  url.search = new URLSearchParams({
    client_id: 'app',
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: 'openid offline_access',
    prompt: 'consent',
    state: 'state',
    code_challenge: createHash('sha256').update(codeVerifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...(nonce === undefined ? {} : { nonce }),
  }).toString();
  const browser = createFormBrowser();
  const arrived = await signInAs(browser, await browser.visit(url.href), 'jane');
  return { code: codeOf(arrived), redirectUri, codeVerifier, ...(nonce === undefined ? {} : { nonce }) };
}

describe('authorization code and PKCE (RFC 6749 section 4.1.3, RFC 7636 section 4.5)', () => {
  test('a code becomes a token, a refresh token, and the claims of an ID token', async () => {
    const grant = await signIn({ nonce: 'n-0S6_WzA2Mj' });
    const answer = await exchangeCode(http, client('app'), grant);
    expect(answer).toMatchObject({
      accessToken: expect.any(String),
      refreshToken: expect.any(String),
      idTokenClaims: { sub: 'jane', iss: server.issuer, aud: 'app', nonce: 'n-0S6_WzA2Mj' },
    });
  });

  test('the token is that of the person who signed in', async () => {
    const { accessToken } = await exchangeCode(http, client('app'), await signIn());
    const headers = { authorization: `Bearer ${accessToken}` };
    const answer = await http.send({ method: 'GET', url: server.endpoints.userinfo, headers });
    expect(JSON.parse(answer.body)).toMatchObject({ sub: 'jane' });
  });

  test('an ID token of another issuer is refused, and shows both', async () => {
    const grant = await signIn({ nonce: 'n-0S6_WzA2Mj' });
    const issuer = 'https://id.example.com';
    await expect(exchangeCode(http, client('app', { issuer }), grant)).rejects.toMatchObject({
      code: 'auth.sign_in_invalid',
      data: { expected: issuer, actual: server.issuer },
    });
  });

  test('an ID token with another nonce is refused', async () => {
    const grant = await signIn({ nonce: 'n-0S6_WzA2Mj' });
    await expect(exchangeCode(http, client('app'), { ...grant, nonce: 'other' })).rejects.toMatchObject({
      code: 'auth.sign_in_invalid',
    });
  });

  test('RFC 7636 section 4.6: another verifier is refused', async () => {
    const grant = await signIn();
    const codeVerifier = randomBytes(32).toString('base64url');
    expect(await codeOfFailure(exchangeCode(http, client('app'), { ...grant, codeVerifier }))).toBe(
      'auth.refused invalid_grant',
    );
  });

  test('another redirect URI is refused', async () => {
    const grant = await signIn();
    const changed = { ...grant, redirectUri: 'http://127.0.0.1:8081/callback' };
    expect(await codeOfFailure(exchangeCode(http, client('app'), changed))).toBe('auth.refused invalid_grant');
  });

  test('a code is good once, and its second use ends the session', async () => {
    const grant = await signIn();
    const { refreshToken = '' } = await exchangeCode(http, client('app'), grant);
    expect(await codeOfFailure(exchangeCode(http, client('app'), grant))).toBe('auth.refused invalid_grant');
    expect(await codeOfFailure(requestRefresh(http, client('app'), { refreshToken }))).toBe(
      'auth.sign_in_needed invalid_grant',
    );
  });
});

describe('refresh tokens (RFC 6749 section 6)', () => {
  const session = async () => (await exchangeCode(http, client('app'), await signIn())).refreshToken ?? '';

  test('each is kept as it comes, and gets the next', async () => {
    const kept: string[] = [await session()];
    const keeping = client('app', { keepRefreshToken: async (token) => void kept.push(token) });
    for (let times = 0; times < 3; times++) {
      await requestRefresh(http, keeping, { refreshToken: kept.at(-1) ?? '' });
    }
    expect(new Set(kept).size).toBe(4);
  });

  test('a used one is noticed: it needs a sign-in, and so does the one that followed', async () => {
    const first = await session();
    const { refreshToken: second = '' } = await requestRefresh(http, client('app'), { refreshToken: first });
    for (const refreshToken of [first, second]) {
      expect(await codeOfFailure(requestRefresh(http, client('app'), { refreshToken }))).toBe(
        'auth.sign_in_needed invalid_grant',
      );
    }
  });

  test('a narrower scope can be asked for', async () => {
    const refreshToken = await session();
    expect(await requestRefresh(http, client('app'), { refreshToken, scope: 'openid' })).toMatchObject({
      scope: 'openid',
    });
  });

  test('a wider scope is refused without ending the session', async () => {
    const asked = requestRefresh(http, client('app'), { refreshToken: await session(), scope: 'api:write' });
    expect(await codeOfFailure(asked)).toBe('auth.refused invalid_scope');
  });

  test('RFC 7009 section 2.1: a revoked one needs a sign-in', async () => {
    const refreshToken = await session();
    const revocation = { endpoint: server.endpoints.revoke, token: refreshToken, hint: 'refresh_token' } as const;
    await revokeToken(http, client('app'), revocation);
    expect(await codeOfFailure(requestRefresh(http, client('app'), { refreshToken }))).toBe(
      'auth.sign_in_needed invalid_grant',
    );
  });

  test('RFC 7009 section 2.2: revoking a token that the server does not know succeeds', async () => {
    const revocation = { endpoint: server.endpoints.revoke, token: 'CANARY', hint: 'access_token' } as const;
    await expect(revokeToken(http, client('app'), revocation)).resolves.toBeUndefined();
  });
});

describe('device code (RFC 8628)', () => {
  const start = () =>
    requestDeviceAuthorization(http, client('television'), {
      endpoint: server.endpoints.deviceAuthorization,
      scope: 'openid offline_access',
    });
  const ask = (deviceCode: string) => requestDeviceToken(http, client('television'), { deviceCode });

  test('RFC 8628 section 3.2: codes and pages come', async () => {
    const started = await start();
    expect(started).toMatchObject({ verificationUri: `${server.issuer}/device`, intervalSeconds: 5 });
    expect(started.verificationUriComplete).toContain(encodeURIComponent(started.userCode));
  });

  test('RFC 8628 section 3.5: before the person has come, the answer is to wait', async () => {
    expect(await codeOfFailure(ask((await start()).deviceCode))).toBe('network.rate_limited authorization_pending');
  });

  test('once the person has confirmed and signed in, the token comes, once', async () => {
    const { deviceCode, verificationUriComplete = '' } = await start();
    const browser = createFormBrowser();
    const confirm = await browser.submit(await browser.visit(verificationUriComplete));
    await signInAs(browser, await browser.submit(confirm), 'jane');
    expect(await ask(deviceCode)).toMatchObject({ refreshToken: expect.any(String) });
    expect(await codeOfFailure(ask(deviceCode))).toBe('auth.refused invalid_grant');
  });

  test('RFC 8628 section 3.5: what the person refuses is denied', async () => {
    const { deviceCode, verificationUriComplete = '' } = await start();
    const browser = createFormBrowser();
    const confirm = await browser.submit(await browser.visit(verificationUriComplete));
    await browser.submit(confirm, { confirm: '', abort: 'yes' });
    expect(await codeOfFailure(ask(deviceCode))).toBe('auth.refused access_denied');
  });

  test('a device code that the server does not know is refused', async () => {
    expect(await codeOfFailure(ask('CANARY'))).toBe('auth.refused invalid_grant');
  });
});
