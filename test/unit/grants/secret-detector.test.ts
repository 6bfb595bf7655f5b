import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { secretDetector } from '../../../main/grants/secret-detector.ts';
import { formEncode } from '../../../main/grants/client-authentication.ts';

type Spelling = (secret: string) => string;

const bytes = (text: string) => Buffer.from(text);
const each = (text: string, write: (char: string, code: number) => string) =>
  Array.from({ length: text.length }, (_, at) => write(text.charAt(at), text.charCodeAt(at))).join('');
const four = (code: number) => code.toString(16).padStart(4, '0');

/** Escapes, which may be put around each other in any order. */
const escapes: Readonly<Record<string, Spelling>> = {
  'HTML names': (text) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
  'HTML numbers': (text) => each(text, (_, code) => `&#${code};`),
  'HTML hexadecimal numbers': (text) => each(text, (_, code) => `&#x${code.toString(16)};`),
  JSON: (text) => JSON.stringify(text).slice(1, -1),
  'JSON with every character as a number': (text) => each(text, (_, code) => `\\u${four(code)}`),
  'JSON of ASCII alone': (text) => each(text, (char, code) => (code < 0x80 ? char : `\\u${four(code)}`)),
  'octal numbers': (text) => Array.from(bytes(text), (byte) => `\\${byte.toString(8).padStart(3, '0')}`).join(''),
  'percent signs': (text) => encodeURIComponent(text.toWellFormed()),
  'percent signs for every byte': (text) => bytes(text).toString('hex').replaceAll(/../g, '%$&'),
};

/** What else happens to a text on its way through a server. */
const changes: Readonly<Record<string, Spelling>> = {
  'as it is': (text) => text,
  'in capitals': (text) => text.toUpperCase(),
  'in small letters': (text) => text.toLowerCase(),
  'its first half': (text) => text.slice(0, text.length / 2),
  'its last half': (text) => text.slice(text.length / 2),
  'question marks in place of what is not ASCII': (text) => text.replaceAll(/[^\u0020-\u007E]/gu, '?'),
  'with a control character in its middle': (text) => `${text.slice(0, 7)}\u0001${text.slice(7)}`,
  'with an invisible character in its middle': (text) => `${text.slice(0, 7)}\u200B${text.slice(7)}`,
  'broken into lines': (text) => text.replaceAll(/.{3}/gs, '$&\r\n '),
};

/** Encodings, which come before escapes. */
const encodings: Readonly<Record<string, Spelling>> = {
  'form-encoded': formEncode,
  base64: (text) => bytes(text).toString('base64'),
  'base64 for URLs': (text) => bytes(text).toString('base64url'),
  'Basic credentials': (text) => bytes(`b61429f5:${text}`).toString('base64'),
  'encoded Basic credentials': (text) => bytes(`b61429f5:${formEncode(text)}`).toString('base64'),
  'hexadecimal digits': (text) => bytes(text).toString('hex'),
  'a list of bytes': (text) => bytes(text).join(', '),
  'a list of bytes with a sign': (text) => new Int8Array(bytes(text)).join(','),
  'a list of hexadecimal bytes': (text) => Array.from(bytes(text), (byte) => `0x${byte.toString(16)}`).join(', '),
  'UTF-8 read as Latin-1': (text) => bytes(text).toString('latin1'),
  'UTF-8 read as Windows does': (text) => new TextDecoder('windows-1252').decode(bytes(text)),
  'UTF-8 read as ASCII': (text) => bytes(text).toString('ascii'),
};

const fixed = 'CANARY-q83v<é>&"EjRW\\eJC\'rze%41+/8=';
/** With whatever in its middle, and letters and digits in both halves. */
const random = fc
  .tuple(fc.base64String({ minLength: 12 }), fc.string({ unit: 'grapheme' }), fc.base64String({ minLength: 12 }))
  .map((parts) => parts.join(''));
const secrets = fc.oneof(fc.constant(fixed), random);

function isFound(secret: string, quoted: string, before = 'Client ', after = ' is wrong.'): boolean {
  return secretDetector([secret])(`${before}${quoted}${after}`);
}

describe('a secret is found', () => {
  test.each(Object.entries({ ...changes, ...escapes, ...encodings }))('%s', (_how, spell) => {
    expect(isFound(fixed, spell(fixed))).toBe(true);
  });

  test('in up to three layers of escapes, around whatever encoding, wherever it stands', () => {
    const layers = fc.array(fc.constantFrom(...Object.values(escapes)), { maxLength: 3 });
    const inner = fc.constantFrom(...Object.values({ ...encodings, 'as it is': (text: string) => text }));
    fc.assert(
      fc.property(secrets, inner, layers, fc.string(), fc.string(), (secret, encode, escaped, before, after) => {
        const quoted = escaped.reduce((text, escape) => escape(text), encode(secret));
        expect(isFound(secret, quoted, `${before} `, ` ${after}`)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  test('changed on its way and then escaped', () => {
    const change = fc.constantFrom(...Object.values(changes));
    const layers = fc.array(fc.constantFrom(...Object.values(escapes)), { maxLength: 2 });
    fc.assert(
      fc.property(secrets, change, layers, (secret, change, escaped) => {
        const quoted = escaped.reduce((text, escape) => escape(text), change(secret));
        expect(isFound(secret, quoted)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  test('by any six of its characters', () => {
    const secret = 'q83vEjRWeJCrze8SNFZ4';
    for (let at = 0; at <= secret.length - 6; at++) expect(isFound(secret, secret.slice(at, at + 6))).toBe(true);
  });

  test('by half of it where it is short', () => {
    expect([isFound('xK9#mQ2!', 'xK9#'), isFound('xK9#mQ2!', 'mQ2!')]).toEqual([true, true]);
  });

  test('of whatever length, when it stands there as it is', () => {
    const visible = fc.string({ unit: 'grapheme' }).filter((secret) => /[!-~]/.test(secret));
    fc.assert(
      fc.property(visible, fc.string(), fc.string(), (secret, before, after) => {
        expect(secretDetector([secret])(`${before} ${secret} ${after}`)).toBe(true);
      }),
    );
  });

  test('among several', () => {
    expect(secretDetector(['CANARY-one-7f3a', 'CANARY-two-9b1c'])('wrong o-9b1c')).toBe(true);
  });

  test.each(['secret', 'client', 'Client-Secret'])('even when it is nothing but the ordinary words %j', (secret) => {
    expect(isFound(secret, `no ${secret} here`)).toBe(true);
  });

  test('beside ordinary words that are a part of it', () => {
    expect(isFound('acme-client-secret', 'no acme-client here')).toBe(true);
  });
});

describe('what vendors write is not suspected', () => {
  const vendorTexts = [
    'Client authentication failed',
    'Bad client credentials',
    'Invalid client or Invalid client credentials',
    'The client secret supplied for a confidential client is invalid.',
    'AADSTS7000215: Invalid client secret provided. Ensure the secret being sent is the client secret value, not its ID.',
    'The provided authorization grant is invalid, expired or revoked.',
    'Unauthorized access token request: the scope is not permitted for this client_id.',
    'Client authentication failed (e.g., unknown client, no client authentication included).',
  ];

  test.each([
    ['q83vEjRWeJCrze8SNFZ4kA'],
    ['CANARY-client-secret-7f3a'],
    ['my-client-secret'],
    ['acme_access_token_password_1'],
    ['c924417c85b19eda40e171935503d8e9'],
  ])('with the secret %s', (secret) => {
    expect(vendorTexts.filter(secretDetector([secret]))).toEqual([]);
  });

  test('hardly ever, with any random secret', () => {
    const quotes = (secret: string) => vendorTexts.some(secretDetector([secret]));
    const sample = fc.sample(fc.base64String({ minLength: 40, maxLength: 40 }), { numRuns: 200, seed: 1 });
    expect(sample.filter(quotes)).toEqual([]);
  });

  test('without any secret', () => {
    expect(vendorTexts.filter(secretDetector([]))).toEqual([]);
    expect(vendorTexts.filter(secretDetector(['', ' \n']))).toEqual([]);
  });
});
