import fc from 'fast-check';
import { UnsecuredJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import type { TokentrayError } from '../../../main/errors.ts';
import { readIdToken, type IdTokenExpectation } from '../../../main/grants/id-token.ts';

const nowSeconds = 1_800_000_000;
const issuer = 'https://id.example.com';
const claims = {
  iss: issuer,
  sub: 'jane',
  aud: 'me',
  exp: nowSeconds + 300,
  iat: nowSeconds,
  nonce: 'CANARY-nonce',
};
const expectation: IdTokenExpectation = {
  clientId: 'me',
  issuer,
  nonce: 'CANARY-nonce',
  nowMs: nowSeconds * 1_000,
  clean: (text) => text,
};

function jwt(changes: object, header: object = { alg: 'RS256' }): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part(header)}.${part({ ...claims, ...changes })}.c2lnbmF0dXJl`;
}

const { issuer: _issuer, ...anyIssuer } = expectation;
const { nonce: _nonce, ...notAsked } = expectation;

const detailOf = (idToken: unknown, expected = expectation) =>
  readIdToken(idToken, expected).then(
    () => expect.fail('the ID token was taken'),
    (error: TokentrayError) => ({ code: error.code, ...error.data }),
  );

describe('OpenID Connect Core section 3.1.3.7: an ID token is taken', () => {
  test('with all its claims', async () => {
    expect(await readIdToken(jwt({ email: 'jane@example.com' }), expectation)).toEqual({
      ...claims,
      email: 'jane@example.com',
    });
  });

  test.each([
    ['a list of audiences with this client alone', { aud: ['me'] }],
    ['several audiences, and this client as authorized party', { aud: ['api', 'me'], azp: 'me' }],
    ['an authorized party', { azp: 'me' }],
    ['an end within the tolerance', { exp: nowSeconds - 59 }],
    ['a beginning within the tolerance', { iat: nowSeconds + 60 }],
    ['fractions of seconds', { iat: nowSeconds - 0.5, exp: nowSeconds + 0.5 }],
  ])('with %s', async (_what, changes) => {
    expect(await readIdToken(jwt(changes), expectation)).toMatchObject(changes);
  });

  test('of any issuer where none is known', async () => {
    expect(await readIdToken(jwt({ iss: 'https://other.example.com' }), anyIssuer)).toBeDefined();
  });

  test('with any nonce where none was sent', async () => {
    expect(await readIdToken(jwt({ nonce: 'other' }), notAsked)).toBeDefined();
  });
});

describe('OpenID Connect Core section 3.1.3.7: an ID token is refused', () => {
  test.each([
    ['another issuer', { iss: 'https://id.example.com/' }],
    ['no issuer', { iss: undefined }],
    ['no subject', { sub: undefined }],
    ['another audience', { aud: 'other' }],
    ['no audience', { aud: undefined }],
    ['other audiences', { aud: ['other', 'another'] }],
    ['several audiences and no authorized party', { aud: ['me', 'other'] }],
    ['another authorized party', { azp: 'other' }],
    ['an end that has passed', { exp: nowSeconds - 60 }],
    ['no end', { exp: undefined }],
    ['an end that is no number', { exp: '1900000000' }],
    ['a beginning in the future', { iat: nowSeconds + 61 }],
    ['no beginning', { iat: undefined }],
    ['another nonce', { nonce: 'other' }],
    ['no nonce', { nonce: undefined }],
  ])('with %s', async (_what, changes) => {
    const error = await detailOf(jwt(changes));
    expect(error.code).toBe('auth.sign_in_invalid');
    expect(error.detail).toMatch(/^the ID token /);
    expect(JSON.stringify(error)).not.toContain('CANARY');
  });

  test.each([
    ['that is not signed', new UnsecuredJWT(claims).encode()],
    ['that says so in other letters', jwt({}, { alg: 'NonE' })],
    ['without an algorithm', jwt({}, {})],
    ['that is no JWT', 'CANARY'],
    ['that is encrypted', 'eyJhbGciOiJkaXIifQ..aXY.CANARY.dGFn'],
    ['that is no text', { CANARY: 1 }],
    ['that did not come', undefined],
    ['that is null', null],
    ['that is empty', ''],
  ])('%s', async (_what, idToken) => {
    const error = await detailOf(idToken);
    expect(error.code).toBe('auth.sign_in_invalid');
    expect(JSON.stringify(error)).not.toContain('CANARY');
  });

  test('with both issuers, so that they can be compared', async () => {
    const actual = 'https://id.example.com:443/realms/a';
    expect(await detailOf(jwt({ iss: actual }))).toMatchObject({ expected: issuer, actual });
  });

  test('without the issuer that it names where that cannot be shown', async () => {
    const error = await detailOf(jwt({ iss: 'CANARY' }), { ...expectation, clean: () => undefined });
    expect(error).not.toHaveProperty('actual');
    expect(JSON.stringify(error)).not.toContain('CANARY');
  });
});

test('whatever comes as an ID token, nothing is thrown but that the sign-in is invalid', async () => {
  const names = ['iss', 'sub', 'aud', 'azp', 'exp', 'iat', 'nonce'];
  const tokens = fc.dictionary(fc.constantFrom(...names), fc.jsonValue()).map((changes) => jwt(changes));
  await fc.assert(
    fc.asyncProperty(fc.oneof(tokens, fc.anything()), async (idToken) => {
      const code = await readIdToken(idToken, expectation).then(
        () => 'taken',
        (error: TokentrayError) => error.code,
      );
      expect(['taken', 'auth.sign_in_invalid']).toContain(code);
    }),
  );
});

describe('where no ID token was asked for', () => {
  test.each([undefined, null, '', 'CANARY', 7, {}, 'eyJhbGciOiJkaXIifQ..aXY.CANARY.dGFn'])(
    'one that cannot be read is none: %j',
    async (idToken) => {
      expect(await readIdToken(idToken, notAsked)).toBeUndefined();
    },
  );

  test('one for another client is refused all the same', async () => {
    expect((await detailOf(jwt({ aud: 'other' }), notAsked)).code).toBe('auth.sign_in_invalid');
  });
});
