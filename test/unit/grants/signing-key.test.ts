import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSigningJwk, requireSigningKey } from '../../../main/grants/signing-key.ts';

const rsaKey = (modulusLength = 2_048) => generateKeyPairSync('rsa', { modulusLength });
const pair = rsaKey();
const rsa = pair.privateKey.export({ format: 'jwk' });
const otherRsa = rsaKey().privateKey.export({ format: 'jwk' });
const ecKey = (namedCurve: string) => generateKeyPairSync('ec', { namedCurve }).privateKey.export({ format: 'jwk' });
const ec = ecKey('P-256');
const ed = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
const canary = 'CANARY-key-material';

function without(key: object, ...names: readonly string[]) {
  return Object.fromEntries(Object.entries(key).filter(([name]) => !names.includes(name)));
}

function keyOf(given: unknown) {
  const read = readSigningJwk(given);
  return 'key' in read ? read.key : expect.fail(read.problem);
}

function problemOf(given: unknown, kinds?: readonly ('RSA' | 'EC' | 'OKP')[]) {
  const read = readSigningJwk(given, kinds === undefined ? {} : { kinds });
  return 'problem' in read ? read.problem : expect.fail('the key was taken');
}

describe('a key is taken', () => {
  test.each([
    ['RSA', 'RS256', rsa],
    ['EC', 'ES256', ec],
    ['EC', 'ES384', ecKey('P-384')],
    ['EC', 'ES512', ecKey('P-521')],
    ['OKP', 'EdDSA', ed],
  ])('of kind %s, and signs with %s', (kind, algorithm, jwk) => {
    expect(keyOf(jwk)).toMatchObject({ kind, algorithm });
  });

  test.each(['RS384', 'RS512', 'PS256', 'PS384', 'PS512'])('for the %s that it asks for', (alg) => {
    expect(keyOf({ ...rsa, alg }).algorithm).toBe(alg);
  });

  test('with EdDSA where it says Ed25519 (RFC 9864)', () => {
    expect(keyOf({ ...ed, alg: 'Ed25519' }).algorithm).toBe('EdDSA');
  });

  test('with its kid', () => {
    expect(keyOf({ ...rsa, kid: 'key-1' }).keyId).toBe('key-1');
  });

  test.each([{}, { use: 'sig' }, { key_ops: ['sign'] }, { key_ops: ['verify', 'sign'] }])('that says %j', (more) => {
    expect(keyOf({ ...rsa, ...more }).kind).toBe('RSA');
  });

  test.each([
    ['as text', JSON.stringify(rsa)],
    ['as text with a byte order mark and line breaks', `\uFEFF\n${JSON.stringify(rsa, null, 2)}\n`],
    ['alone in a set', { keys: [rsa] }],
    ['alone in a set as text', JSON.stringify({ keys: [rsa] })],
  ])('%s, and comes out as it is stored', (_how, given) => {
    expect(keyOf(given).jwk).toEqual(rsa);
  });

  test('without members that are not its own', () => {
    expect(keyOf({ ...rsa, kid: 'key-1', x5c: ['CANARY'], note: 'CANARY' }).jwk).toEqual({ ...rsa, kid: 'key-1' });
  });

  test('and is not written out with what is logged', () => {
    expect(JSON.stringify(keyOf(rsa).privateKey)).toBe('{}');
  });
});

describe('a key is refused, in words of its own', () => {
  const refused: readonly (readonly [string, unknown, RegExp])[] = [
    ['a public key', without(rsa, 'd', 'p', 'q', 'dp', 'dq', 'qi'), /public key/],
    ['a public elliptic-curve key', without(ec, 'd'), /public key/],
    ['a symmetric key', { kty: 'oct', k: canary }, /symmetric/],
    ['a kind that is not known', { kty: canary }, /not known/],
    ['no kty', { d: canary }, /kty is missing/],
    ['an encrypted key as JSON', { protected: 'e30', ciphertext: canary, iv: 'a', tag: 'b' }, /encrypted/],
    ['an encrypted key as text', 'eyJhbGciOiJkaXIifQ..aXY.CANARY.dGFn', /encrypted/],
    ['a token', 'eyJhbGciOiJSUzI1NiJ9.e30.CANARY', /token \(JWT\)/],
    ['a PEM file', pair.privateKey.export({ format: 'pem', type: 'pkcs8' }), /PEM/],
    ['a set of several keys', { keys: [rsa, ec] }, /several keys/],
    ['an empty set', { keys: [] }, /empty/],
    ['RSA without its primes', without(rsa, 'p', 'q', 'dp', 'dq', 'qi'), /lacks the members p, q, dp, dq, qi/],
    ['RSA without one member', without(rsa, 'qi'), /lacks the member qi/],
    ['a curve without its point', without(ec, 'y'), /lacks the member y/],
    ['a member that is no base64url', { ...rsa, dp: `${canary} =` }, /member dp .*damaged/],
    ['a member that is no text', { ...rsa, d: 7 }, /member d .*damaged/],
    ['an empty member', { ...rsa, d: '' }, /member d .*damaged/],
    ['a short modulus', rsaKey(1_024).privateKey.export({ format: 'jwk' }), /1024 bits/],
    ['a modulus longer than anybody has', { ...rsa, n: `_${'A'.repeat(1_400)}` }, /more than 8192 bits/],
    ['an exponent longer than anybody has', { ...rsa, d: `_${'A'.repeat(1_400)}` }, /more than 8192 bits/],
    ['a modulus of nothing', { ...rsa, n: 'AA' }, /0 bits/],
    ['a key for encryption', { ...rsa, use: 'enc' }, /not meant for signing/],
    ['operations without signing', { ...rsa, key_ops: ['decrypt'] }, /not meant for signing/],
    ['an algorithm for encryption', { ...rsa, alg: 'RSA-OAEP' }, /alg of this key/],
    ['an algorithm of another kind', { ...rsa, alg: 'ES256' }, /alg of this key/],
    ['an algorithm of another curve', { ...ec, alg: 'ES384' }, /alg of this key/],
    ['an algorithm that is no name', { ...rsa, alg: { canary } }, /alg of this key/],
    ['a curve of another purpose', generateKeyPairSync('x25519').privateKey.export({ format: 'jwk' }), /curve/],
    ['a curve that is not known', { ...ec, crv: canary }, /curve/],
    ['the modulus of another key', { ...rsa, n: otherRsa.n }, /do not belong together/],
    ['the point of another key', { ...ec, d: ecKey('P-256').d }, /do not belong together/],
    ['the x of another key', { ...ed, d: 'A'.repeat(43) }, /do not belong together/],
    ['a part of the file', JSON.stringify(rsa).slice(0, -9), /not JSON/],
    ['a password', canary, /not JSON/],
    ['nothing', '  ', /no key/],
    ['a number', 7, /no key/],
    ['null', null, /no key/],
    ['a list', [rsa], /no key/],
    ['text in text', JSON.stringify(JSON.stringify(rsa)), /no key/],
    ['a set in a set', { keys: [{ keys: [rsa] }] }, /kty is missing/],
    ['an encrypted key in a set', { keys: [{ ciphertext: canary }] }, /encrypted/],
    ['a set of text', { keys: ['CANARY'] }, /no key/],
  ];

  test.each(refused)('%s', (_what, given, words) => {
    expect(problemOf(given)).toMatch(words);
  });

  test.each(refused)('%s, and nothing of it is quoted', (_what, given) => {
    const problem = problemOf(given);
    expect(problem).not.toContain('CANARY');
    expect(problem).toMatch(/^[A-Z].*\.$/);
    for (const member of [rsa.n, rsa.d, rsa.p, ec.x, ec.d]) expect(problem).not.toContain(member);
  });

  test.each([
    ['EC', ec],
    ['OKP', ed],
  ])('of kind %s where RSA is demanded', (kind, jwk) => {
    const problem = problemOf(jwk, ['RSA']);
    expect(problem).toContain(`(${kind})`);
    expect(problem).toContain('an RSA key is needed');
  });

  test('whatever it is, without anything being thrown', () => {
    const members = fc.dictionary(fc.constantFrom('kty', 'keys', 'crv', 'alg', 'use', 'n', 'd', 'x'), fc.anything());
    const check = (given: unknown) => {
      const read = readSigningJwk(given);
      expect('key' in read || read.problem.endsWith('.')).toBe(true);
    };
    fc.assert(fc.property(fc.oneof(fc.anything(), fc.string(), members), check));
    fc.assert(fc.property(members, (changes) => check({ ...rsa, ...changes })));
  });

  test('and an error names the field', () => {
    expect(() => requireSigningKey({ kty: 'oct' })).toThrow(
      expect.objectContaining({
        code: 'config.secrets_invalid',
        data: { issues: [{ path: 'privateKeyJwk', message: expect.stringContaining('symmetric') }] },
      }),
    );
  });
});
