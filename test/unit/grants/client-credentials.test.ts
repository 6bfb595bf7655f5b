import { describe, expect, test } from 'vitest';
import { TokentrayError } from '../../../main/errors.ts';
import { requestClientCredentials, type ClientCredentialsGrant } from '../../../main/grants/client-credentials.ts';
import type { TokenClient } from '../../../main/grants/token-client.ts';
import { FakeClock } from '../../fixtures/fake-clock.ts';
import { FakeHttp, onlyRequest, type FakeOutcome } from '../../fixtures/fake-http.ts';
import { canarySecret as secret, tokenClient } from '../../fixtures/token-client.ts';

const good = { access_token: 'CANARY-token', token_type: 'bearer', expires_in: 749, scope: 'read write' };
const client = tokenClient();

async function sent(changes: Partial<TokenClient>, grant: ClientCredentialsGrant = {}) {
  const http = new FakeHttp([{ body: good }]);
  await requestClientCredentials(http, { ...client, ...changes }, grant);
  const { method, url, headers, body } = onlyRequest(http);
  return { method, url, headers, parameters: Object.fromEntries(new URLSearchParams(String(body ?? ''))) };
}

function failed(outcome: FakeOutcome, changes: Partial<TokenClient> = {}): Promise<TokentrayError> {
  return requestClientCredentials(new FakeHttp([outcome]), { ...client, ...changes }, {}).then(
    () => expect.fail('a token was handed over'),
    (error: TokentrayError) => error,
  );
}

describe('the request (RFC 6749 section 4.4.2)', () => {
  test('is a POST of exactly the grant type and the credentials', async () => {
    expect(await sent({})).toMatchObject({
      method: 'POST',
      url: client.tokenEndpoint,
      parameters: { grant_type: 'client_credentials', client_id: 'b61429f5', client_secret: secret },
    });
  });

  test('asks for JSON, and says only what is needed', async () => {
    expect((await sent({})).headers).toEqual({
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
      'user-agent': 'tokentray',
    });
  });

  test('carries scope and audience where they are asked for', async () => {
    const audience = 'https://gateway.production.netfoundry.io/';
    expect((await sent({}, { scope: 'a b', audience })).parameters).toMatchObject({ scope: 'a b', audience });
  });

  test('carries no empty scope', async () => {
    expect((await sent({}, { scope: '' })).parameters).not.toHaveProperty('scope');
  });

  test('carries the extra parameters and headers', async () => {
    const { parameters, headers } = await sent({ params: { resource: 'urn:x' }, headers: { Scope: 'sp:scope:all' } });
    expect({ parameters, headers }).toMatchObject({
      parameters: { resource: 'urn:x' },
      headers: { scope: 'sp:scope:all' },
    });
  });

  test('cannot be bent by extra parameters and headers', async () => {
    const { parameters, headers } = await sent({
      params: { grant_type: 'password', client_id: 'other', client_secret: 'other' },
      headers: { Accept: 'text/html', 'Content-Type': 'text/plain' },
    });
    expect({ parameters, headers }).toMatchObject({
      parameters: { grant_type: 'client_credentials', client_id: 'b61429f5', client_secret: secret },
      headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
    });
  });

  test('keeps the credentials out of the parameters with client_secret_basic', async () => {
    const { parameters, headers } = await sent({ clientAuth: 'client_secret_basic' });
    expect(parameters).toEqual({ grant_type: 'client_credentials' });
    expect(headers['authorization']).toBe(`Basic ${Buffer.from(`b61429f5:${secret}`).toString('base64')}`);
  });

  test('has no body when everything is in the URL', async () => {
    const http = new FakeHttp([{ body: good }]);
    await requestClientCredentials(http, { ...client, body: 'query' }, {});
    expect(onlyRequest(http).body).toBeUndefined();
    expect(onlyRequest(http).headers).not.toHaveProperty('content-type');
  });

  test('goes to loopback without TLS', async () => {
    const tokenEndpoint = 'http://127.0.0.1:8080/oauth/token';
    expect((await sent({ tokenEndpoint })).url).toBe(tokenEndpoint);
  });
});

describe('no request is sent', () => {
  test.each([
    ['to another host without TLS', { tokenEndpoint: 'http://id.example.com/token' }, 'config.profile_invalid'],
    ['to what is no URL', { tokenEndpoint: 'id.example.com/token' }, 'config.profile_invalid'],
    ['without the secret that is needed', { clientSecret: '' }, 'auth.secret_missing'],
    ['without the key that is needed', { clientAuth: 'private_key_jwt' }, 'auth.secret_missing'],
  ] as const)('%s', async (_what, changes, code) => {
    const http = new FakeHttp();
    await expect(requestClientCredentials(http, { ...client, ...changes }, {})).rejects.toMatchObject({ code });
    expect(http.requests).toEqual([]);
  });
});

describe('the answer (RFC 6749 section 4.4.3)', () => {
  test('tells the token, its life, its scope, and when it was asked for', async () => {
    const clock = new FakeClock();
    const expected = { sentAtMs: clock.now(), sentAtMonotonicMs: clock.monotonic() };
    const http = new FakeHttp([{ body: good, takesMs: 300 }], clock);
    expect(await requestClientCredentials(http, client, {})).toEqual({
      accessToken: 'CANARY-token',
      tokenType: 'bearer',
      expiresInSeconds: 749,
      scope: 'read write',
      ...expected,
    });
  });

  test('tells what the Date header says of the clocks', async () => {
    const clock = new FakeClock(Date.UTC(2027, 0, 15, 8, 0, 0));
    const http = new FakeHttp([{ body: good, headers: { date: 'Fri, 15 Jan 2027 09:00:00 GMT' } }], clock);
    expect(await requestClientCredentials(http, client, {})).toMatchObject({ clockOffsetMs: 3_600_500 });
  });

  test('may bring a refresh token', async () => {
    const http = new FakeHttp([{ body: { ...good, refresh_token: 'CANARY-refresh' } }]);
    expect(await requestClientCredentials(http, client, {})).toMatchObject({ refreshToken: 'CANARY-refresh' });
  });

  test('may be as untidy as real ones are', async () => {
    const untidy = {
      access_token: 'CANARY-token',
      expires_in: null,
      scope: ['a', 'b'],
      id_token: 'CANARY',
      error: null,
    };
    const http = new FakeHttp([{ status: 201, headers: { 'content-type': 'text/html' }, body: untidy }]);
    expect(await requestClientCredentials(http, client, {})).toMatchObject({
      accessToken: 'CANARY-token',
      tokenType: 'Bearer',
      scope: 'a b',
    });
  });
});

describe('failures', () => {
  test('a refusal names the host, the status, and the OAuth error', async () => {
    const error = await failed({ status: 401, body: { error: 'invalid_client' } });
    expect(error).toMatchObject({ code: 'auth.refused' });
    expect(error.data).toEqual({ host: 'acme.api.identitynow.com', status: 401, oauthError: 'invalid_client' });
  });

  test('failures of the network pass as they are', async () => {
    const timeout = new TokentrayError('network.timeout', { data: { host: 'acme.api.identitynow.com' } });
    expect(await failed(timeout)).toBe(timeout);
  });

  test.each([
    ['a refusal', { status: 401, body: { error: 'invalid_client', error_description: `no ${secret}` } }],
    ['a token that cannot be used', { body: { ...good, access_token: `CANARY\n${secret}` } }],
    ['a token of another type', { body: { ...good, token_type: `mac ${secret}` } }],
    ['a page', { body: `<html>${secret}</html>` }],
    [
      'a challenge',
      { status: 401, headers: { 'www-authenticate': `Bearer error="CANARY", error_description="CANARY-s"` } },
    ],
    ['a redirect', new TokentrayError('network.redirected', { data: { detail: `https://${secret}.example.com` } })],
  ])('%s leaves neither the secret nor a cause in the error', async (_what, answer) => {
    const error = await failed(answer);
    expect(`${error.message} ${error.stack} ${JSON.stringify(error.data)}`).not.toContain('CANARY');
    expect(error.cause).toBeUndefined();
  });

  test('an unexpected error is kept without its message', async () => {
    const error = await failed({ body: good }, { clientId: '' });
    expect(error.code).toBe('internal.unexpected');
    expect(error.cause).toBeUndefined();
  });
});
