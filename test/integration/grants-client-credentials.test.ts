/** The client credentials grant over real sockets: what travels, and what becomes of untidy or broken answers. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '../../main/clock.ts';
import type { TokentrayError } from '../../main/errors.ts';
import { startIscTenant } from '../../main/demo/isc/tenant.ts';
import { requestClientCredentials } from '../../main/grants/client-credentials.ts';
import type { TokenClient } from '../../main/grants/token-client.ts';
import { createHttp } from '../../main/http/create-http.ts';
import type { Http } from '../../main/http/http.ts';
import { bodyShapes } from '../../main/profiles/profile.ts';
import { tokenClient } from '../fixtures/token-client.ts';
import { startTokenServer, tokenAnswer, type TokenServer } from '../fixtures/token-server.ts';

const secret = 'CANARY é+&=%/"\n';
const options = tokenClient({ clientSecret: secret });

let http: Http;
let server: TokenServer;

beforeEach(async () => {
  http = createHttp({ clock: systemClock, environment: {} });
  server = await startTokenServer([tokenAnswer('CANARY-token')]);
});
afterEach(async () => {
  await http.close();
  await server.close();
});

const obtain = (changes: Partial<TokenClient> = {}) =>
  requestClientCredentials(http, { ...options, tokenEndpoint: server.tokenEndpoint, ...changes }, {});

async function received(changes: Partial<TokenClient>) {
  await obtain(changes);
  const [request] = server.requests;
  return request ?? expect.fail('no request arrived');
}

describe('what travels', () => {
  test('a form arrives as it was meant', async () => {
    const { body, headers } = await received({});
    expect(headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(new URLSearchParams(body).get('client_secret')).toBe(secret);
  });

  test('JSON arrives as it was meant', async () => {
    expect(JSON.parse((await received({ body: 'json' })).body)).toEqual({
      grant_type: 'client_credentials',
      client_id: 'b61429f5',
      client_secret: secret,
    });
  });

  test('multipart arrives as it was meant', async () => {
    const { body, headers } = await received({ body: 'multipart' });
    const contentType = headers['content-type'] ?? '';
    const data = await new Response(body, { headers: { 'content-type': contentType } }).formData();
    expect(data.get('client_secret')).toBe(secret);
  });

  test('a query arrives in the URL, with an empty body whose length is told', async () => {
    const { url, body, headers } = await received({ body: 'query' });
    expect(new URL(url, server.origin).searchParams.get('client_secret')).toBe(secret);
    expect([body, headers['content-length'], headers['content-type']]).toEqual(['', '0', undefined]);
  });

  test('Basic credentials are decoded by a server that follows RFC 6749 section 2.3.1', async () => {
    const { headers } = await received({ clientAuth: 'client_secret_basic', clientId: 'a:b c' });
    const [id, given] = Buffer.from((headers.authorization ?? '').slice('Basic '.length), 'base64')
      .toString()
      .split(':')
      .map((part) => new URLSearchParams(`x=${part}`).get('x'));
    expect([id, given]).toEqual(['a:b c', secret]);
  });

  test.each(bodyShapes)('each header is sent once with the shape %s', async (body) => {
    const { rawHeaders } = await received({ body, headers: { 'X-Gateway': 'acme', 'User-Agent': 'acme' } });
    const names = rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase());
    expect(names).toHaveLength(new Set(names).size);
  });
});

describe('what comes back', () => {
  test.each([
    ['expires_in as text', tokenAnswer('CANARY-token', { expires_in: '3600' })],
    ['expires_in as null', tokenAnswer('CANARY-token', { expires_in: null })],
    ['no token_type', tokenAnswer('CANARY-token', { token_type: undefined })],
    ['status 201', { ...tokenAnswer('CANARY-token'), status: 201 }],
    ['scope as a list', tokenAnswer('CANARY-token', { scope: ['a', 'b'] })],
    ['no Date header', { ...tokenAnswer('CANARY-token'), withoutDate: true }],
    ['the wrong content type', { ...tokenAnswer('CANARY-token'), headers: { 'content-type': 'text/html' } }],
    ['a byte order mark', { body: '\uFEFF{"access_token":"CANARY-token"}' }],
    ['an answer byte by byte', { ...tokenAnswer('CANARY-token'), dripMs: 1 }],
  ])('%s breaks no working tenant', async (_what, answer) => {
    server.answerWith([answer]);
    expect(await obtain()).toMatchObject({ accessToken: 'CANARY-token', tokenType: 'Bearer' });
  });

  test('the clocks of one machine agree', async () => {
    expect(Math.abs((await obtain()).clockOffsetMs ?? Infinity)).toBeLessThan(2_000);
  });

  test('an answer without a Date header tells nothing of the clocks', async () => {
    server.answerWith([{ ...tokenAnswer('CANARY-token'), withoutDate: true }]);
    expect(await obtain()).not.toHaveProperty('clockOffsetMs');
  });

  test.each([
    ['an OAuth error as text/html', { status: 401, headers: { 'content-type': 'text/html' }, body: '{"error":"x"}' }],
    ['an OAuth error in a challenge', { status: 401, headers: { 'www-authenticate': 'Bearer error="x"' } }],
  ])('%s is a refusal', async (_what, answer) => {
    server.answerWith([answer]);
    await expect(obtain()).rejects.toMatchObject({ code: 'auth.refused', data: { status: 401, oauthError: 'x' } });
  });

  test.each([
    ['a page', { body: '<html></html>' }, 'network.bad_answer'],
    ['an answer cut off by its sender', { body: '{"access_token":"CANARY' }, 'network.bad_answer'],
    ['an answer cut off on the way', { body: 'x'.repeat(999), fate: 'reset-midway' }, 'network.reset'],
    ['no answer', { fate: 'reset-at-once' }, 'network.reset'],
    ['a redirect', { status: 307, headers: { location: 'https://example.com/' } }, 'network.redirected'],
    ['an overload', { status: 503 }, 'network.server_error'],
  ] as const)('%s is %s', async (_what, answer, code) => {
    server.answerWith([answer]);
    await expect(obtain()).rejects.toMatchObject({ code });
  });

  test.each([
    ['its error_description', { body: { error: 'invalid_client', error_description: 'no CANARY &eacute;+&amp;=' } }],
    [
      'a challenge, its UTF-8 read as Latin-1',
      { headers: { 'www-authenticate': 'Basic error="invalid_client", error_description="no CANARY Ã©+&"' } },
    ],
    ['a challenge without what is not ASCII', { headers: { 'www-authenticate': 'Bearer error="CANARY", realm="x"' } }],
  ])('the secret in %s stays out of the error', async (_where, answer) => {
    server.answerWith([{ status: 401, ...answer }]);
    const error = await obtain().catch((thrown: unknown) => thrown as TokentrayError);
    expect(JSON.stringify([error, (error as TokentrayError).data])).not.toMatch(/canary/i);
  });

  test('a redirect is not followed', async () => {
    server.answerWith([{ status: 307, headers: { location: '/elsewhere' } }]);
    await obtain().catch(() => undefined);
    expect(server.requests).toHaveLength(1);
  });
});

describe('a demo tenant of Identity Security Cloud', () => {
  test.each(['form', 'multipart', 'query'] as const)('hands its API’s token to the shape %s', async (body) => {
    const user = { userId: '1', identityId: '2', userName: 'jane', authorities: [] };
    const client = { clientId: options.clientId, clientSecret: secret, user };
    const tenant = await startIscTenant({ clock: systemClock, tokenLifetimeSeconds: 60, clients: [client] });
    try {
      const answer = await obtain({ tokenEndpoint: tenant.tokenEndpoint, body });
      const headers = { authorization: `Bearer ${answer.accessToken}` };
      const called = await http.send({ method: 'GET', url: `${tenant.apiBase}/v3/account-activities`, headers });
      expect([answer.expiresInSeconds, called.status]).toEqual([60, 200]);
    } finally {
      await tenant.close();
    }
  });
});
