/** What every grant has in common: where a request may go, what is kept of an answer first, and what errors tell. */
import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { decodeJwt } from 'jose';
import { describe, expect, test, vi } from 'vitest';
import { TokentrayError } from '../../../main/errors.ts';
import type { TokenClient } from '../../../main/grants/token-client.ts';
import { exchangeToken, type Grant } from '../../../main/grants/token-exchange.ts';
import { FakeHttp, onlyRequest, type FakeOutcome } from '../../fixtures/fake-http.ts';
import { sentParameters } from '../../fixtures/sent-parameters.ts';
import { tokenClient } from '../../fixtures/token-client.ts';

const good = { access_token: 'CANARY-token', token_type: 'Bearer', expires_in: 600 };
const grant: Grant = {
  type: 'urn:example:grant',
  parameters: { code: 'CANARY-code', scope: 'a b', audience: undefined },
};
const jwk = generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey.export({ format: 'jwk' });

async function sent(changes: Partial<TokenClient>, asked: Grant = grant) {
  const http = new FakeHttp([{ body: good }]);
  await exchangeToken(http, tokenClient(changes), asked);
  const request = onlyRequest(http);
  return { ...request, parameters: Object.fromEntries(await sentParameters(request)) };
}

/** What became of an answer, and which refresh tokens were kept by then. */
async function kept(outcome: FakeOutcome) {
  const refreshTokens: string[] = [];
  const client = tokenClient({ keepRefreshToken: async (token) => void refreshTokens.push(token) });
  const result = await exchangeToken(new FakeHttp([outcome]), client, grant).then(
    ({ token }) => token.accessToken,
    (error: TokentrayError) => error.code,
  );
  return { result, refreshTokens };
}

describe('RFC 6749 section 3.2: the token endpoint', () => {
  test('is asked by POST', async () => {
    expect((await sent({})).method).toBe('POST');
  });

  test('keeps the query that its URL has', async () => {
    const tokenEndpoint = 'https://id.example.com/token?tenant=a%20b';
    expect((await sent({ tokenEndpoint })).url).toBe(tokenEndpoint);
  });

  test('may have double slashes', async () => {
    const tokenEndpoint = 'https://id.example.com//oauth//token';
    expect((await sent({ tokenEndpoint })).url).toBe(tokenEndpoint);
  });

  test('gets no parameter without a value', async () => {
    const { parameters } = await sent({}, { type: 'x', parameters: { scope: '', audience: undefined } });
    expect(Object.keys(parameters).toSorted()).toEqual(['client_id', 'client_secret', 'grant_type']);
  });

  test('gets no parameter twice', async () => {
    const params = { scope: 'mine', client_id: 'mine', grant_type: 'mine', client_secret: 'mine', resource: 'mine' };
    const { body } = await sent({ params });
    expect([...new URLSearchParams(String(body))].filter(([, value]) => value === 'mine')).toEqual([
      ['resource', 'mine'],
    ]);
    expect(String(body).match(/scope=/g)).toHaveLength(1);
  });

  test.each(['http://id.example.com/token', 'ftp://id.example.com/token', 'id.example.com'])(
    'is not asked at %s',
    async (tokenEndpoint) => {
      const http = new FakeHttp();
      await expect(exchangeToken(http, tokenClient({ tokenEndpoint }), grant)).rejects.toMatchObject({
        code: 'config.profile_invalid',
        data: { issues: [{ path: 'endpoints.token' }] },
      });
      expect(http.requests).toEqual([]);
    },
  );
});

describe('RFC 6749 section 2.3.1: the credentials', () => {
  const bodies = ['form', 'json', 'multipart'] as const;

  test.each(bodies)('stand in no address of a request whose body is %s', async (body) => {
    for (const clientAuth of ['client_secret_post', 'client_secret_basic'] as const) {
      const { url } = await sent({ body, clientAuth });
      expect(url).toBe('https://acme.api.identitynow.com/oauth/token');
    }
  });

  test.each(bodies)('are sent once, by the one method that the client has, in a body that is %s', async (body) => {
    const basic = await sent({ body, clientAuth: 'client_secret_basic' });
    expect(basic.headers['authorization']).toMatch(/^Basic /);
    expect(basic.parameters).not.toHaveProperty('client_secret');
    const post = await sent({ body, clientAuth: 'client_secret_post' });
    expect(post.headers).not.toHaveProperty('authorization');
    expect(post.parameters).toMatchObject({ client_id: 'b61429f5', client_secret: 'CANARY-secret' });
  });
});

describe('RFC 7523 section 2.2: a client that authenticates by key', () => {
  const byKey: Partial<TokenClient> = { clientAuth: 'private_key_jwt', privateKeyJwk: jwk };

  test('sends an assertion in place of a secret', async () => {
    const { parameters, headers } = await sent(byKey);
    expect(parameters).toMatchObject({
      client_id: 'b61429f5',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
    });
    expect([parameters['client_secret'], headers['authorization']]).toEqual([undefined, undefined]);
  });

  test.each([
    ['the token endpoint', undefined, 'https://acme.api.identitynow.com/oauth/token'],
    ['the issuer where it is known', 'https://id.example.com', 'https://id.example.com'],
  ])('RFC 7523 section 3: speaks of itself, to %s', async (_what, issuer, audience) => {
    const { parameters } = await sent({ ...byKey, ...(issuer === undefined ? {} : { issuer }) });
    const claims: unknown = decodeJwt(parameters['client_assertion'] ?? '');
    expect(claims).toMatchObject({ iss: 'b61429f5', sub: 'b61429f5', aud: audience, jti: expect.any(String) });
  });

  test('RFC 7523 section 3: signs anew for each request', async () => {
    const assertions = [await sent(byKey), await sent(byKey)].map(({ parameters }) => parameters['client_assertion']);
    expect(assertions[0]).not.toBe(assertions[1]);
  });

  test('sends nothing without a key', async () => {
    const http = new FakeHttp();
    const client = tokenClient({ clientAuth: 'private_key_jwt' });
    await expect(exchangeToken(http, client, grant)).rejects.toMatchObject({
      code: 'auth.secret_missing',
      data: { detail: 'privateKeyJwk' },
    });
    expect(http.requests).toEqual([]);
  });

  test('sends nothing with a key that is none', async () => {
    const http = new FakeHttp();
    const client = tokenClient({ ...byKey, privateKeyJwk: { kty: 'oct', k: 'CANARY' } });
    await expect(exchangeToken(http, client, grant)).rejects.toMatchObject({ code: 'config.secrets_invalid' });
    expect(http.requests).toEqual([]);
  });
});

describe('a refresh token of an answer is kept before anything else', () => {
  const more = { ...good, refresh_token: 'CANARY-next' };

  test.each([
    ['of a good answer', { body: more }, 'CANARY-token'],
    ['of an answer with status 201', { status: 201, body: more }, 'CANARY-token'],
    ['of an answer that says text/html', { headers: { 'content-type': 'text/html' }, body: more }, 'CANARY-token'],
    ['of an answer whose other members are untidy', { body: { ...more, expires_in: [], scope: 7 } }, 'CANARY-token'],
    ['of an answer without an access token', { body: { refresh_token: 'CANARY-next' } }, 'network.bad_answer'],
    [
      'with an access token that no header can carry',
      { body: { ...more, access_token: 'a\nb' } },
      'network.bad_answer',
    ],
    ['with an access token that is none', { body: { ...more, access_token: 7 } }, 'network.bad_answer'],
    ['with a token of another type', { body: { ...more, token_type: 'mac' } }, 'network.bad_answer'],
    ['beside an error', { body: { error: 'invalid_scope', refresh_token: 'CANARY-next' } }, 'auth.refused'],
  ])('%s', async (_of, outcome, result) => {
    expect(await kept(outcome)).toEqual({ result, refreshTokens: ['CANARY-next'] });
  });

  test('of any 2xx answer, whatever else that holds', async () => {
    const names = ['access_token', 'token_type', 'expires_in', 'scope', 'id_token', 'error', 'error_description'];
    const others = fc.dictionary(fc.constantFrom(...names, '__proto__'), fc.jsonValue());
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 200, max: 299 }), others, async (status, members) => {
        const { refreshTokens } = await kept({ status, body: { ...members, refresh_token: 'CANARY-next' } });
        expect(refreshTokens).toEqual(['CANARY-next']);
      }),
    );
  });

  test('and awaited before the token is handed over', async () => {
    const order: string[] = [];
    const disk = Promise.withResolvers<void>();
    const client = tokenClient({
      keepRefreshToken: async () => {
        await disk.promise;
        order.push('kept');
      },
    });
    const asked = exchangeToken(new FakeHttp([{ body: more }]), client, grant).then(() => order.push('handed over'));
    await new Promise((resolve) => setImmediate(resolve));
    disk.resolve();
    await asked;
    expect(order).toEqual(['kept', 'handed over']);
  });

  test('and a failure to keep it is the failure of the request', async () => {
    const full = new TokentrayError('storage.disk_full');
    const client = tokenClient({ keepRefreshToken: () => Promise.reject(full) });
    await expect(exchangeToken(new FakeHttp([{ body: more }]), client, grant)).rejects.toBe(full);
  });

  test.each([
    ['an error has', { status: 400, body: { error: 'invalid_grant', refresh_token: 'CANARY-next' } }],
    ['a redirect has', { status: 302, body: { refresh_token: 'CANARY-next' } }],
    ['is no text', { body: { ...good, refresh_token: { CANARY: 1 } } }],
    ['is null', { body: { ...good, refresh_token: null } }],
    ['is blank', { body: { ...good, refresh_token: ' ' } }],
  ])('but not one that %s', async (_what, outcome) => {
    expect((await kept(outcome)).refreshTokens).toEqual([]);
  });

  test('an answer without one changes nothing', async () => {
    expect(await kept({ body: good })).toEqual({ result: 'CANARY-token', refreshTokens: [] });
  });

  test('an answer that never came changes nothing', async () => {
    expect(await kept(new TokentrayError('network.reset'))).toEqual({ result: 'network.reset', refreshTokens: [] });
  });
});

describe('RFC 6749 section 5.2: an error', () => {
  const refusal = (description: string): FakeOutcome => ({
    status: 400,
    headers: { date: 'Fri, 15 Jan 2027 09:00:00 GMT' },
    body: { error: 'invalid_request', error_description: description },
  });
  const failure = (outcome: FakeOutcome, changes: Partial<TokenClient>, asked: Grant = grant) =>
    exchangeToken(new FakeHttp([outcome]), tokenClient(changes), asked).then(
      () => expect.fail('a token was handed over'),
      (error: TokentrayError) => error,
    );

  test('tells host, status, name, words, and what the Date header says of the clocks', async () => {
    expect((await failure(refusal('Missing parameter'), {})).data).toEqual({
      host: 'acme.api.identitynow.com',
      status: 400,
      oauthError: 'invalid_request',
      description: 'Missing parameter',
      clockOffsetMs: Date.UTC(2027, 0, 15, 9) + 500 - 1_800_000_000_000,
    });
  });

  test.each([
    'assertion',
    'client_assertion',
    'code',
    'code_verifier',
    'device_code',
    'refresh_token',
    'token',
    'client_secret',
  ])('loses its words where they quote the %s that was sent', async (name) => {
    const asked = { type: 'x', parameters: { [name]: 'Zx81-qv9k' } };
    const error = await failure(refusal('Bad value zx81 QV9K here'), { clientAuth: 'none' }, asked);
    expect(error.data).not.toHaveProperty('description');
    expect(error.data.oauthError).toBe('invalid_request');
  });

  test('loses its words where they quote the assertion that the client made', async () => {
    const http = new FakeHttp();
    const send = vi.spyOn(http, 'send');
    send.mockImplementation(async (request) => {
      const assertion = new URLSearchParams(String(request.body)).get('client_assertion') ?? '';
      const [answer] = [refusal(`Bad signature: ${assertion.slice(-12, -2)}`)];
      return new FakeHttp([answer ?? expect.fail('no answer')]).send(request);
    });
    const error = await exchangeToken(
      http,
      tokenClient({ clientAuth: 'private_key_jwt', privateKeyJwk: jwk }),
      grant,
    ).catch((thrown: TokentrayError) => thrown);
    expect((error as TokentrayError).data).not.toHaveProperty('description');
  });

  test('keeps a registered name, even one that the secret seems to quote', async () => {
    const outcome = { status: 400, body: { error: 'authorization_pending' } };
    const error = await failure(outcome, { clientSecret: 'CANARY-pending-authorization_pend' });
    expect(error.data.oauthError).toBe('authorization_pending');
  });

  test('holds no token of a good answer that turned out bad', async () => {
    const error = await failure({ body: { ...good, access_token: 'CANARY\n', refresh_token: 'CANARY' } }, {});
    expect(`${error.message} ${error.stack} ${JSON.stringify(error.data)}`).not.toContain('CANARY');
    expect(error.cause).toBeUndefined();
  });
});
