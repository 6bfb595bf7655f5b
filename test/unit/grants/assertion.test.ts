import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import { describe, expect, test } from 'vitest';
import { signJwtBearerAssertion, signServiceAccountAssertion } from '../../../main/grants/assertion.ts';

const nowMs = 1_800_000_000_999;
const nowSeconds = 1_800_000_000;
const rsa = generateKeyPairSync('rsa', { modulusLength: 2_048 });
const jwk = { ...rsa.privateKey.export({ format: 'jwk' }), kid: 'key-1' };
const ec = generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey.export({ format: 'jwk' });

describe('the assertion of a service account', () => {
  const audience = 'https://acme.example.com:443/am/oauth2/access_token';
  const serviceAccountId = '449d7e27-7889-47af-a736-83b6bbf97ec5';
  const signed = (given: unknown = jwk) =>
    signServiceAccountAssertion({ jwk: given, serviceAccountId, audience, nowMs });

  test('says RS256 in its header and nothing else, whatever the key says', async () => {
    expect(decodeProtectedHeader(await signed({ ...jwk, alg: 'RS512' }))).toEqual({ alg: 'RS256' });
  });

  test('has the five claims of the page, with 899 seconds to live', async () => {
    expect(decodeJwt(await signed())).toEqual({
      iss: serviceAccountId,
      sub: serviceAccountId,
      aud: audience,
      exp: nowSeconds + 899,
      jti: expect.any(String),
    });
  });

  test('has a jti of 16 random bytes in base64, as openssl writes them', async () => {
    const newRandomBytes = (size: number) => Buffer.alloc(size, 0xfb);
    const assertion = await signServiceAccountAssertion({ jwk, serviceAccountId, audience, nowMs, newRandomBytes });
    expect(decodeJwt(assertion).jti).toBe('+/v7+/v7+/v7+/v7+/v7+w==');
  });

  test('is never the same twice', async () => {
    expect(decodeJwt(await signed()).jti).not.toBe(decodeJwt(await signed()).jti);
  });

  test('is verified by the public key', async () => {
    const options = { currentDate: new Date(nowMs), algorithms: ['RS256'] };
    await expect(jwtVerify(await signed(), rsa.publicKey, options)).resolves.toBeDefined();
  });

  test('takes no key but an RSA key', async () => {
    await expect(signed(ec)).rejects.toMatchObject({
      code: 'config.secrets_invalid',
      data: { issues: [{ path: 'privateKeyJwk' }] },
    });
  });
});

describe('any other assertion (RFC 7523 section 3)', () => {
  const parties = { issuer: 'CANARY-client', subject: 'jane', audience: 'https://id.example.com/token' };
  const signed = (given: unknown = jwk) => signJwtBearerAssertion({ jwk: given, ...parties, nowMs });

  test('RFC 7523 section 3: names issuer, subject and audience, and when it ends', async () => {
    const claims = decodeJwt(await signed());
    expect(claims).toMatchObject({ iss: 'CANARY-client', sub: 'jane', aud: 'https://id.example.com/token' });
    expect(claims.exp).toBe(nowSeconds + 120);
  });

  test('RFC 7523 section 3: was issued before now for a server whose clock is a little behind', async () => {
    expect(decodeJwt(await signed()).iat).toBe(nowSeconds - 5);
  });

  test('RFC 7523 section 3: has a jti of its own', async () => {
    expect(decodeJwt(await signed()).jti).not.toBe(decodeJwt(await signed()).jti);
  });

  test('says nothing that was not asked for', async () => {
    expect(Object.keys(decodeJwt(await signed())).toSorted()).toEqual(['aud', 'exp', 'iat', 'iss', 'jti', 'sub']);
  });

  test('names the key by its kid', async () => {
    expect(decodeProtectedHeader(await signed())).toEqual({ alg: 'RS256', kid: 'key-1', typ: 'JWT' });
  });

  test.each([
    ['RS256', jwk],
    ['PS256', { ...jwk, alg: 'PS256' }],
    ['PS512', { ...jwk, alg: 'PS512' }],
    ['ES384', ec],
    ['ES256', generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' })],
    ['ES512', generateKeyPairSync('ec', { namedCurve: 'P-521' }).privateKey.export({ format: 'jwk' })],
    ['EdDSA', generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })],
  ])('is signed with %s by a key for it', async (algorithm, key) => {
    const { d: _private, dp: _dp, dq: _dq, p: _p, q: _q, qi: _qi, ...publicJwk } = key as Record<string, string>;
    const publicKey = createPublicKey({ key: publicJwk, format: 'jwk' });
    const options = { currentDate: new Date(nowMs), algorithms: [algorithm] };
    await expect(jwtVerify(await signed(key), publicKey, options)).resolves.toBeDefined();
  });
});
