import { describe, expect, test } from 'vitest';
import type { TokentrayError } from '../../../main/errors.ts';
import { requestDeviceAuthorization } from '../../../main/grants/device-authorization.ts';
import type { TokenClient } from '../../../main/grants/token-client.ts';
import { FakeHttp, onlyRequest, type FakeOutcome } from '../../fixtures/fake-http.ts';
import { sentParameters } from '../../fixtures/sent-parameters.ts';
import { tokenClient } from '../../fixtures/token-client.ts';

const endpoint = 'https://id.example.com/device_authorization';
const good = {
  device_code: 'CANARY-device',
  user_code: 'WDJB-MJHT',
  verification_uri: 'https://id.example.com/device',
  expires_in: 1_800,
};
const scope = 'openid offline_access';

const start = (outcome: FakeOutcome, changes: Partial<TokenClient> = {}) =>
  requestDeviceAuthorization(new FakeHttp([outcome]), tokenClient({ clientAuth: 'none', ...changes }), { endpoint });

const failure = (outcome: FakeOutcome) =>
  start(outcome).then(
    () => expect.fail('a sign-in was started'),
    (error: TokentrayError) => error,
  );

describe('RFC 8628 section 3.1: the request', () => {
  test('carries the client’s id and the scope as a form', async () => {
    const http = new FakeHttp([{ body: good }]);
    await requestDeviceAuthorization(http, tokenClient({ clientAuth: 'none' }), { endpoint, scope });
    const { method, url, headers } = onlyRequest(http);
    expect([method, url, headers['content-type']]).toEqual(['POST', endpoint, 'application/x-www-form-urlencoded']);
    expect(Object.fromEntries(await sentParameters(onlyRequest(http)))).toEqual({ client_id: 'b61429f5', scope });
  });

  test('carries an audience and what else the profile adds', async () => {
    const http = new FakeHttp([{ body: good }]);
    const client = tokenClient({ clientAuth: 'client_secret_basic', params: { resource: 'urn:x' } });
    await requestDeviceAuthorization(http, client, { endpoint, audience: 'https://api.example.com' });
    expect(Object.fromEntries(await sentParameters(onlyRequest(http)))).toEqual({
      client_id: 'b61429f5',
      audience: 'https://api.example.com',
      resource: 'urn:x',
    });
    expect(onlyRequest(http).headers['authorization']).toMatch(/^Basic /);
  });

  test('is not sent without TLS', async () => {
    const http = new FakeHttp();
    const asked = requestDeviceAuthorization(http, tokenClient(), { endpoint: 'http://id.example.com/device' });
    await expect(asked).rejects.toMatchObject({
      code: 'config.profile_invalid',
      data: { issues: [{ path: 'endpoints.deviceAuthorization' }] },
    });
    expect(http.requests).toEqual([]);
  });
});

describe('RFC 8628 section 3.2: the answer', () => {
  test('tells codes, page, life, and that five seconds are between two questions', async () => {
    expect(await start({ body: good })).toEqual({
      deviceCode: 'CANARY-device',
      userCode: 'WDJB-MJHT',
      verificationUri: 'https://id.example.com/device',
      expiresInSeconds: 1_800,
      intervalSeconds: 5,
    });
  });

  test('may tell another interval, and a page that knows the code', async () => {
    const complete = 'https://id.example.com/device?user_code=WDJB-MJHT';
    const body = { ...good, interval: 10, verification_uri_complete: complete };
    expect(await start({ body })).toMatchObject({ intervalSeconds: 10, verificationUriComplete: complete });
  });

  test.each([
    ['numbers as text', { expires_in: '1800', interval: '7' }, { expiresInSeconds: 1_800, intervalSeconds: 7 }],
    ['no interval but null', { interval: null }, { intervalSeconds: 5 }],
    ['an interval of nothing', { interval: 0 }, { intervalSeconds: 5 }],
    ['an interval below zero', { interval: -3 }, { intervalSeconds: 5 }],
    [
      'another name for the page',
      { verification_uri: undefined, verification_url: 'https://www.example.com/device' },
      { verificationUri: 'https://www.example.com/device' },
    ],
    ['a code in letters of another script', { user_code: 'ЖЩЯ-123' }, { userCode: 'ЖЩЯ-123' }],
  ])('may have %s', async (_what, changes, expected) => {
    expect(await start({ body: { ...good, ...changes } })).toMatchObject(expected);
  });

  test('may have another status and content type', async () => {
    const outcome = { status: 201, headers: { 'content-type': 'text/html' }, body: good };
    expect(await start(outcome)).toMatchObject({ userCode: 'WDJB-MJHT' });
  });

  test.each(['javascript:alert(1)', 'https://id.example.com@evil.example/device', 'https://evil.example/\u202E'])(
    'loses a page with the code that is none: %j',
    async (page) => {
      const body = { ...good, verification_uri_complete: page };
      expect(await start({ body })).not.toHaveProperty('verificationUriComplete');
    },
  );

  test.each([
    ['no device code', { device_code: undefined }],
    ['no user code', { user_code: undefined }],
    ['a user code of several lines', { user_code: 'WDJB\nMJHT' }],
    ['a user code that turns the text around', { user_code: 'WDJB\u202EMJHT' }],
    ['a user code that nobody would type', { user_code: 'W'.repeat(65) }],
    ['no page', { verification_uri: undefined }],
    ['a page without TLS', { verification_uri: 'http://id.example.com/device' }],
    ['a page that is a program', { verification_uri: 'javascript:alert(1)' }],
    ['a page that is a file', { verification_uri: 'file:///etc/passwd' }],
    ['a page with a name before its host', { verification_uri: 'https://javascript.example@evil.example/device' }],
    ['a page whose host other programs read otherwise', { verification_uri: 'https://evil.example\\@javascript' }],
    ['a page with characters that turn text around', { verification_uri: 'https://evil.example/\u202Ejavascript' }],
    ['a page of several lines', { verification_uri: 'https://evil.example/\njavascript' }],
    ['a page that no browser could be given', { verification_uri: `https://evil.example/${'j'.repeat(8_192)}` }],
    ['no lifetime', { expires_in: undefined }],
    ['a lifetime in words', { expires_in: 'soon' }],
  ])('with %s is none, and is not quoted', async (_what, changes) => {
    const error = await failure({ body: { ...good, ...changes } });
    expect([error.code, error.data.host]).toEqual(['network.bad_answer', 'id.example.com']);
    expect(JSON.stringify(error.data)).not.toMatch(/CANARY|WDJB|javascript|passwd/);
  });

  test('without any code says so', async () => {
    expect((await failure({ body: { access_token: 'CANARY' } })).data.detail).toBe('an answer without a device code');
  });

  test.each([
    [400, 'unauthorized_client', 'auth.refused'],
    [401, 'invalid_client', 'auth.refused'],
    [503, 'temporarily_unavailable', 'network.server_error'],
    [429, 'slow_down', 'network.rate_limited'],
  ] as const)('%d with %s is %s', async (status, error, code) => {
    expect(await failure({ status, body: { error } })).toMatchObject({ code, data: { oauthError: error } });
  });
});
