import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { privateKeyProblem } from '../../../main/profiles/private-key-shape.ts';

it('takes an object for a key that may be one', () => {
  expect(privateKeyProblem({ kty: 'RSA', d: 'CANARY' })).toBeUndefined();
});

describe.each<[string, unknown, RegExp]>([
  ['its JSON in a text', '{"kty":"RSA","d":"CANARY"}', /text that holds it/],
  ['a PEM file', '-----BEGIN PRIVATE KEY-----\nCANARY\n-----END PRIVATE KEY-----\n', /PEM.*JWK/],
  ['an older PEM file', '-----BEGIN RSA PRIVATE KEY-----\nCANARY', /PEM.*JWK/],
  ['an encrypted PEM file', '-----BEGIN ENCRYPTED PRIVATE KEY-----\nCANARY', /encrypted/],
  ['an older encrypted PEM file', '-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nCANARY', /encrypted/],
  ['a public key in PEM', '-----BEGIN PUBLIC KEY-----\nCANARY', /public/],
  ['a certificate', '-----BEGIN CERTIFICATE-----\nCANARY', /certificate/],
  ['a path', '/home/jane/CANARY.jwk', /path/],
  ['a list', [{ kty: 'CANARY' }], /list/],
  ['a set of one key', { keys: [{ kty: 'CANARY' }] }, /set of one key/],
  ['a set of two keys', { keys: [{ kty: 'CANARY' }, {}] }, /set of 2 keys/],
  ['an encrypted key', { protected: 'CANARY', ciphertext: 'CANARY' }, /JWE/],
  ['nothing', {}, /empty/],
  ['a number', 17, /object in braces/],
])('a key that is %s', (_name, input, reason) => {
  it('is explained', () => {
    expect(privateKeyProblem(input)).toMatch(reason);
  });

  it('is not repeated', () => {
    expect(privateKeyProblem(input)).not.toContain('CANARY');
  });
});

it('never throws, and always answers in a sentence', () => {
  fc.assert(
    fc.property(fc.anything(), (input) => {
      expect(privateKeyProblem(input) ?? 'Is fine.').toMatch(/^[A-Z].*\.$/);
    }),
  );
});
