import { describe, expect, test } from 'vitest';
import { TokentrayError } from '../../../main/errors.ts';
import { exchangeCode, type CodeGrant } from '../../../main/grants/code-exchange.ts';
import type { TokenClient } from '../../../main/grants/token-client.ts';
import { FakeClock } from '../../fixtures/fake-clock.ts';
import { FakeHttp, onlyRequest, type FakeOutcome } from '../../fixtures/fake-http.ts';
import { tokenClient } from '../../fixtures/token-client.ts';

const nowMs = Date.UTC(2027, 0, 15, 9);
const issuer = 'https://id.example.com';
const good = { access_token: 'CANARY-token', token_type: 'Bearer', expires_in: 600 };
const grant: CodeGrant = {
  code: 'CANARY-code',
  redirectUri: 'http://localhost:8080/myApp/code',
  codeVerifier: 'CANARY-verifier-dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
};
const claims = { iss: issuer, sub: 'jane', aud: 'b61429f5', exp: nowMs / 1_000 + 300, iat: nowMs / 1_000 };

function idToken(changes: object = {}): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'RS256' })}.${part({ ...claims, ...changes })}.c2ln`;
}

function exchange(outcome: FakeOutcome, changes: Partial<CodeGrant> = {}, client: Partial<TokenClient> = {}) {
  const http = new FakeHttp([outcome], new FakeClock(nowMs));
  const asking = tokenClient({ clientAuth: 'none', issuer, serverNowMs: () => nowMs, ...client });
  return exchangeCode(http, asking, { ...grant, ...changes });
}

const failure = (...parameters: Parameters<typeof exchange>) =>
  exchange(...parameters).then(
    () => expect.fail('a token was handed over'),
    (error: TokentrayError) => error,
  );

test('RFC 6749 section 4.1.3 and RFC 7636 section 4.5: code, redirect URI and verifier are sent', async () => {
  const http = new FakeHttp([{ body: good }]);
  await exchangeCode(http, tokenClient({ clientAuth: 'none' }), grant);
  expect(Object.fromEntries(new URLSearchParams(String(onlyRequest(http).body)))).toEqual({
    grant_type: 'authorization_code',
    client_id: 'b61429f5',
    code: grant.code,
    redirect_uri: grant.redirectUri,
    code_verifier: grant.codeVerifier,
  });
});

test('RFC 7636 section 4.6: a verifier that does not match is refused, and no sign-in of before is over', async () => {
  const outcome = { status: 400, body: { error: 'invalid_grant', error_description: 'PKCE verification failed' } };
  expect(await failure(outcome)).toMatchObject({ code: 'auth.refused', data: { oauthError: 'invalid_grant' } });
});

test.each(['code', 'codeVerifier'] as const)('an echo of the %s is not shown', async (part) => {
  const outcome = { status: 400, body: { error: 'invalid_grant', error_description: `Unknown: ${grant[part]}` } };
  const error = await failure(outcome);
  expect(`${error.message} ${error.stack} ${JSON.stringify(error.data)}`).not.toContain('CANARY');
});

describe('the ID token', () => {
  test.each(['access_token', 'refresh_token'])('of an issuer that quotes the %s does not show it', async (name) => {
    const body = { ...good, [name]: 'CANARY' };
    const sent = { code: '0123456789', codeVerifier: '9876543210'.repeat(5) };
    const outcome = { body: { ...body, id_token: idToken({ iss: 'https://id.example.com/CANARY' }) } };
    const error = await failure(outcome, sent, { clientSecret: '0246813579' });
    expect(error.code).toBe('auth.sign_in_invalid');
    expect(`${error.message} ${error.stack} ${JSON.stringify(error.data)}`).not.toContain('CANARY');
  });

  test('is not needed where none was asked for', async () => {
    const answer = await exchange({ body: good });
    expect([answer.accessToken, answer.idTokenClaims]).toEqual(['CANARY-token', undefined]);
  });

  test('tells who signed in', async () => {
    const body = { ...good, id_token: idToken({ nonce: 'n-0S6' }) };
    expect(await exchange({ body }, { nonce: 'n-0S6' })).toMatchObject({ idTokenClaims: { sub: 'jane' } });
  });

  test('with another nonce makes the sign-in invalid', async () => {
    const body = { ...good, id_token: idToken({ nonce: 'other' }) };
    expect(await failure({ body }, { nonce: 'n-0S6' })).toMatchObject({
      code: 'auth.sign_in_invalid',
      data: { host: 'acme.api.identitynow.com' },
    });
  });

  test('must come where a nonce was sent', async () => {
    expect((await failure({ body: good }, { nonce: 'n-0S6' })).code).toBe('auth.sign_in_invalid');
  });

  test('is ignored where none was asked for and it cannot be read', async () => {
    expect(await exchange({ body: { ...good, id_token: 'CANARY' } })).not.toHaveProperty('idTokenClaims');
  });

  test('that is invalid loses no refresh token', async () => {
    const refreshTokens: string[] = [];
    const keepRefreshToken = async (token: string) => void refreshTokens.push(token);
    const body = { ...good, refresh_token: 'CANARY-first', id_token: idToken({ aud: 'other' }) };
    await failure({ body }, {}, { keepRefreshToken });
    expect(refreshTokens).toEqual(['CANARY-first']);
  });

  test('is judged by the server’s clock where the answer tells it', async () => {
    const date = new Date(nowMs + 3_600_000).toUTCString();
    const later = { iat: claims.iat + 3_600, exp: claims.exp + 3_600 };
    const outcome = { headers: { date }, body: { ...good, id_token: idToken(later) } };
    expect(await exchange(outcome)).toMatchObject({ idTokenClaims: later });
  });

  test('is judged by what was known of that clock where the answer does not tell it', async () => {
    const later = { iat: claims.iat + 3_600, exp: claims.exp + 3_600 };
    const client = { serverNowMs: () => nowMs + 3_600_000 };
    expect(await exchange({ body: { ...good, id_token: idToken(later) } }, {}, client)).toMatchObject({
      idTokenClaims: later,
    });
  });

  test('of another issuer is shown without what was secret', async () => {
    const error = await failure({ body: { ...good, id_token: idToken({ iss: `https://${grant.code}.example` }) } });
    expect([error.code, JSON.stringify(error.data).includes('CANARY')]).toEqual(['auth.sign_in_invalid', false]);
  });
});
