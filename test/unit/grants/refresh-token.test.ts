import { describe, expect, test } from 'vitest';
import { TokentrayError } from '../../../main/errors.ts';
import { requestRefresh } from '../../../main/grants/refresh-token.ts';
import { FakeHttp, onlyRequest, type FakeOutcome } from '../../fixtures/fake-http.ts';
import { tokenClient } from '../../fixtures/token-client.ts';

const refreshToken = 'eyJhbGciOiJIUzI1NiJ9.CANARYpayload.CANARYsignature';
const good = { access_token: 'CANARY-token', token_type: 'bearer', expires_in: 749 };

const refresh = (outcome: FakeOutcome, scope?: string) =>
  requestRefresh(new FakeHttp([outcome]), tokenClient(), { refreshToken, ...(scope === undefined ? {} : { scope }) });

async function failure(outcome: FakeOutcome): Promise<TokentrayError> {
  const error = await refresh(outcome).catch((thrown: unknown) => thrown);
  return error instanceof TokentrayError ? error : expect.fail('a token was handed over');
}

async function parametersSent(scope?: string) {
  const http = new FakeHttp([{ body: good }]);
  await requestRefresh(http, tokenClient(), { refreshToken, ...(scope === undefined ? {} : { scope }) });
  return Object.fromEntries(new URLSearchParams(String(onlyRequest(http).body)));
}

describe('RFC 6749 section 6', () => {
  test('the request carries grant type, refresh token and the client’s credentials', async () => {
    expect(await parametersSent()).toEqual({
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
      client_id: 'b61429f5',
      client_secret: 'CANARY-secret',
    });
  });

  test('a narrower scope can be asked for', async () => {
    expect(await parametersSent('read')).toMatchObject({ scope: 'read' });
  });

  test('the answer may bring the next refresh token', async () => {
    expect(await refresh({ body: { ...good, refresh_token: 'CANARY-next' } })).toMatchObject({
      accessToken: 'CANARY-token',
      refreshToken: 'CANARY-next',
    });
  });

  test('an answer without one brings none: the old one stays good', async () => {
    expect(await refresh({ body: good })).not.toHaveProperty('refreshToken');
  });

  test('an ID token that comes with a refresh is left alone', async () => {
    expect(await refresh({ body: { ...good, id_token: 'CANARY' } })).toMatchObject({ accessToken: 'CANARY-token' });
  });
});

describe('the session is over', () => {
  test.each([
    ['invalid_grant', { status: 400, body: { error: 'invalid_grant' } }],
    ['invalid_grant with another status', { status: 401, body: { error: 'invalid_grant' } }],
    [
      'invalid_grant as text/html',
      { status: 400, headers: { 'content-type': 'text/html' }, body: '{"error":"invalid_grant"}' },
    ],
    ['401 invalid_token', { status: 401, body: { error: 'invalid_token' } }],
    [
      '401 invalid_token in a challenge',
      { status: 401, headers: { 'www-authenticate': 'Bearer error="invalid_token"' } },
    ],
  ])('after %s', async (_what, outcome) => {
    expect((await failure(outcome)).code).toBe('auth.sign_in_needed');
  });

  test('with what the server said of it', async () => {
    const error = await failure({
      status: 400,
      body: { error: 'invalid_grant', error_description: 'The session was ended by an administrator' },
    });
    expect(error.data).toEqual({
      host: 'acme.api.identitynow.com',
      status: 400,
      oauthError: 'invalid_grant',
      description: 'The session was ended by an administrator',
    });
  });

  test('without the token that Identity Security Cloud puts into its words', async () => {
    const error = await failure({
      status: 401,
      body: { error: 'invalid_token', error_description: `Invalid refresh token (expired): ${refreshToken}` },
    });
    expect(error.data).toMatchObject({ oauthError: 'invalid_token', status: 401 });
    expect(`${error.message} ${error.stack} ${JSON.stringify(error.data)}`).not.toContain('CANARY');
  });
});

describe('the session is not over', () => {
  test.each([
    ['a wrong client', { status: 401, body: { error: 'invalid_client' } }, 'auth.refused'],
    ['a grant that the client may not use', { status: 400, body: { error: 'unauthorized_client' } }, 'auth.refused'],
    ['a scope that is too wide', { status: 400, body: { error: 'invalid_scope' } }, 'auth.refused'],
    ['invalid_token with another status', { status: 400, body: { error: 'invalid_token' } }, 'auth.refused'],
    ['a bare 401', { status: 401 }, 'auth.refused'],
    ['a server that is down', { status: 503, body: { error: 'invalid_grant' } }, 'network.server_error'],
    ['too many requests', { status: 429, body: { error: 'invalid_grant' } }, 'network.rate_limited'],
    ['a page', { status: 200, body: '<html></html>' }, 'network.bad_answer'],
    ['no answer', new TokentrayError('network.timeout'), 'network.timeout'],
  ] as const)('after %s', async (_what, outcome, code) => {
    expect((await failure(outcome)).code).toBe(code);
  });
});
