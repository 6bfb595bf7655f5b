import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Issue } from '../../../main/errors.ts';
import { parseSecrets } from '../../../main/profiles/validate.ts';

function issuesOf(input: unknown): readonly Issue[] {
  const parsed = parseSecrets(input);
  return 'issues' in parsed ? parsed.issues : [];
}

describe.each<[string, unknown]>([
  ['none at all', {}],
  ['a client secret', { clientSecret: 'CANARY' }],
  ['a client secret of several lines, not all ASCII', { clientSecret: 'CANARY\n zweite Zeile ü 🔑\t' }],
  ['a client secret of 64 KiB', { clientSecret: 'x'.repeat(64 * 1024) }],
  ['a key', { privateKeyJwk: { kty: 'RSA', d: 'CANARY' } }],
  ['an API key', { apiKey: 'CANARY-key' }],
  ['a refresh token', { refreshToken: 'CANARY' }],
])('secrets with %s', (_name, input) => {
  it('come back as they were given', () => {
    expect(parseSecrets(input)).toEqual({ secrets: input });
  });
});

describe.each<[string, unknown, string]>([
  ['a bare text', 'CANARY', ''],
  ['a list', ['CANARY'], ''],
  ['null', null, ''],
  ['an empty client secret', { clientSecret: '' }, 'clientSecret'],
  ['a client secret of blanks', { clientSecret: ' \t\n' }, 'clientSecret'],
  ['an API key of blanks', { apiKey: '  ' }, 'apiKey'],
  ['a client secret that is a number', { clientSecret: 4 }, 'clientSecret'],
  ['a client secret that is null', { clientSecret: null }, 'clientSecret'],
  ['a client secret that ends in a line feed', { clientSecret: 'CANARY\n' }, 'clientSecret'],
  ['a client secret that ends in a carriage return', { clientSecret: 'CANARY\r' }, 'clientSecret'],
  ['a refresh token that ends in a line break', { refreshToken: 'CANARY\r\n' }, 'refreshToken'],
  ['a client secret with NUL', { clientSecret: 'CANARY\0' }, 'clientSecret'],
  ['a client secret with half a character', { clientSecret: 'CANARY\ud83d' }, 'clientSecret'],
  ['a client secret of more than 64 KiB', { clientSecret: 'ü'.repeat(33 * 1024) }, 'clientSecret'],
  ['a key in a text', { privateKeyJwk: '{"kty":"CANARY"}' }, 'privateKeyJwk'],
  ['a list of keys', { privateKeyJwk: [{ kty: 'CANARY' }] }, 'privateKeyJwk'],
  ['an empty key', { privateKeyJwk: {} }, 'privateKeyJwk'],
  ['a key of more than 64 KiB', { privateKeyJwk: { d: 'x'.repeat(65 * 1024) } }, 'privateKeyJwk'],
  ['an API key with a line break', { apiKey: 'CANARY\nHost: x' }, 'apiKey'],
  ['an empty refresh token', { refreshToken: '' }, 'refreshToken'],
  ['a key where an object that holds it belongs', { kty: 'RSA', n: 'CANARY', e: 'AQAB', d: 'CANARY' }, ''],
  ['an unknown name', { clientSecret: 'CANARY', pin: 'CANARY' }, 'pin'],
])('secrets with %s', (_name, input, path) => {
  const issues = issuesOf(input);

  it(`have one issue, at "${path}"`, () => {
    expect(issues.map((issue) => issue.path)).toEqual([path]);
  });

  it('are not repeated', () => {
    expect(JSON.stringify(issues)).not.toContain('CANARY');
  });
});

it.each([
  ['client_secret', 'clientSecret'],
  ['secret', 'clientSecret'],
  ['pin', undefined],
  ['api_key', 'apiKey'],
  ['privateKey', 'privateKeyJwk'],
])('suggests for %s the name %s', (name, suggestion) => {
  expect(issuesOf({ [name]: 'CANARY' })[0]?.suggestion).toBe(suggestion);
});

it('names every unknown secret', () => {
  expect(issuesOf({ one: 1, two: 2 }).map(({ path }) => path)).toEqual(['one', 'two']);
});

it('never throws and never repeats a value', () => {
  const canary = fc.string().map((text) => `CANARY${text}`);
  const input = fc.dictionary(
    fc.oneof(fc.constantFrom('clientSecret', 'privateKeyJwk', 'apiKey', 'refreshToken'), fc.string()),
    fc.oneof(canary, fc.array(canary), fc.record({ kty: canary }), fc.jsonValue()),
  );
  fc.assert(
    fc.property(input, (secrets) => {
      expect(JSON.stringify(issuesOf(secrets))).not.toContain('CANARY');
    }),
  );
});
