import { describe, expect, test } from 'vitest';
import { TokentrayError } from '../../../main/errors.ts';
import { revokeToken } from '../../../main/grants/revocation.ts';
import type { TokenClient } from '../../../main/grants/token-client.ts';
import { FakeHttp, onlyRequest, type FakeOutcome } from '../../fixtures/fake-http.ts';
import { sentParameters } from '../../fixtures/sent-parameters.ts';
import { tokenClient } from '../../fixtures/token-client.ts';

const endpoint = 'https://id.example.com/revoke';
const revocation = { endpoint, token: 'CANARY-refresh', hint: 'refresh_token' } as const;

async function sent(changes: Partial<TokenClient> = {}) {
  const http = new FakeHttp([{}]);
  await revokeToken(http, tokenClient(changes), revocation);
  return { ...onlyRequest(http), parameters: Object.fromEntries(await sentParameters(onlyRequest(http))) };
}

const failure = (outcome: FakeOutcome) =>
  revokeToken(new FakeHttp([outcome]), tokenClient(), revocation).then(
    () => expect.fail('the token was revoked'),
    (error: TokentrayError) => error,
  );

describe('RFC 7009 section 2.1: the request', () => {
  test('carries the token, what kind it is, and the client’s credentials', async () => {
    const { method, url, parameters } = await sent();
    expect([method, url]).toEqual(['POST', endpoint]);
    expect(parameters).toEqual({
      token: 'CANARY-refresh',
      token_type_hint: 'refresh_token',
      client_id: 'b61429f5',
      client_secret: 'CANARY-secret',
    });
  });

  test('of a client without a secret carries its id', async () => {
    expect((await sent({ clientAuth: 'none' })).parameters).toMatchObject({ client_id: 'b61429f5' });
  });

  test('cannot be bent by extra parameters', async () => {
    const { parameters } = await sent({ params: { token: 'other', token_type_hint: 'other', resource: 'urn:x' } });
    expect(parameters).toMatchObject({
      token: 'CANARY-refresh',
      token_type_hint: 'refresh_token',
      resource: 'urn:x',
    });
  });

  test.each(['query', 'multipart', 'json'] as const)('is a form, also where token requests are %s', async (body) => {
    const { url, parameters } = await sent({ body });
    expect(url).toBe(endpoint);
    expect(parameters).toMatchObject({ token: 'CANARY-refresh' });
  });

  test('is not sent without TLS', async () => {
    const http = new FakeHttp();
    const asked = revokeToken(http, tokenClient(), { ...revocation, endpoint: 'http://id.example.com/revoke' });
    await expect(asked).rejects.toMatchObject({
      code: 'config.profile_invalid',
      data: { issues: [{ path: 'endpoints.revoke' }] },
    });
    expect(http.requests).toEqual([]);
  });
});

describe('RFC 7009 section 2.2: the answer', () => {
  test.each([
    ['an empty 200', {}],
    ['an empty 204', { status: 204 }],
    ['a page with 200', { body: '<html></html>' }],
    ['JSON with 200', { body: { result: true } }],
    ['200, whatever it says', { body: { error: 'invalid_token' } }],
  ])('%s is a success', async (_what, outcome) => {
    await expect(revokeToken(new FakeHttp([outcome]), tokenClient(), revocation)).resolves.toBeUndefined();
  });

  test('RFC 7009 section 2.2.1: 503 tells when to come back', async () => {
    expect(await failure({ status: 503, headers: { 'retry-after': '30' } })).toMatchObject({
      code: 'network.server_error',
      data: { status: 503, retryAfterMs: 30_000 },
    });
  });

  test('RFC 7009 section 2.2.1: unsupported_token_type is a refusal', async () => {
    expect(await failure({ status: 400, body: { error: 'unsupported_token_type' } })).toMatchObject({
      code: 'auth.refused',
      data: { oauthError: 'unsupported_token_type' },
    });
  });

  test('failures of the network pass as they are', async () => {
    const reset = new TokentrayError('network.reset');
    expect(await failure(reset)).toBe(reset);
  });

  test('an echo of the token is not shown', async () => {
    const body = { error: 'invalid_request', error_description: 'Bad token CANARY-refresh' };
    expect(JSON.stringify((await failure({ status: 400, body })).data)).not.toContain('CANARY');
  });
});
