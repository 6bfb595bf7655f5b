import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scrub } from '../../../main/grants/scrub.ts';
import { secretForms } from '../../../main/grants/secret-forms.ts';

const jwt = `${Buffer.from('{"alg":"HS256"}').toString('base64url')}.${Buffer.from('{"sub":"CANARY"}').toString('base64url')}.c2ln`;

describe('what is removed', () => {
  test.each([
    ['a JWT', jwt],
    ['a JWT without a signature', jwt.slice(0, jwt.lastIndexOf('.'))],
    ['a very short JWT', 'eyJhIjoxfQ.e30'],
    ['a UUID, which is what some opaque tokens look like', '9499b299-95fa-47fb-815c-85d5f6b43e86'],
    ['hexadecimal digits', 'c924417c85b19eda40e171935503d8e9'],
    ['base64 with its punctuation', 'q83vEjRWeJCrze8SNFZ4kA+/q83vEg=='],
    ['base64url', 'q83vEjRWeJ_rze8SNFZ4-kCrze8S'],
    ['a long run of letters', 'abcdefghijklmnopqrstuvwxyz'],
    ['a long number', '12345678901234567890'],
  ])('%s', (_what, token) => {
    expect(scrub(`Invalid access token: ${token}. Sign in again.`, [])).not.toContain(token.slice(0, 15));
  });

  test('control characters, line ends, and characters that turn the direction of text', () => {
    expect(scrub('one\u001B[31m two\r\nthree\u202E four\u0000', [])).toBe('one [31m two three four');
  });

  test('whatever goes beyond the wanted length', () => {
    expect(scrub('word '.repeat(100), [])?.length).toBeLessThanOrEqual(200);
  });

  test('a text of which nothing is left', () => {
    expect(scrub(' \r\n\t', [])).toBeUndefined();
  });
});

describe('what stays', () => {
  test.each([
    'Bad client credentials',
    'The client application is not authorized for grant client_credentials.',
    'See https://dev-12345.okta.com/oauth2/v1/token for urn:ietf:params:oauth:grant-type:jwt-bearer',
    'AADSTS7000215: Invalid client secret provided.',
    'InvalidClientCredentialsException at token endpoint',
    'Zugriff verweigert: ungültiger Schlüssel',
  ])('%s', (text) => {
    expect(scrub(text, [])).toBe(text);
  });
});

describe("the request's own secret never survives", () => {
  const secret = fc.oneof(
    fc.string({ minLength: 1, unit: 'binary' }),
    fc.string({ minLength: 1 }),
    fc.base64String({ minLength: 8 }),
    fc.stringMatching(/^[a-z]+( [a-z]+)*$/),
  );
  const clientId = fc.string({ minLength: 1 });
  const form = fc.nat({ max: 20 });

  test('in any spelling, anywhere in a text', () => {
    fc.assert(
      fc.property(secret, clientId, form, fc.string(), fc.string(), (secret, id, which, before, after) => {
        const forms = secretForms(id, secret);
        const quoted = forms[which % forms.length] ?? secret;
        const clean = scrub(`${before}${quoted}${after}`, forms) ?? '';
        expect(clean).not.toContain(secret);
        expect(clean).not.toContain(quoted);
      }),
      { numRuns: 500 },
    );
  });

  test('at the end of a text that is cut there', () => {
    fc.assert(
      fc.property(secret, fc.integer({ min: 150, max: 210 }), (secret, length) => {
        const clean = scrub(`${'. '.repeat(length / 2)}${secret}`, secretForms('id', secret)) ?? '';
        expect(clean).not.toContain(secret);
      }),
    );
  });

  test.each(['…', 'd…'])('when it is %j, which scrubbing itself may write', (odd) => {
    expect(scrub(`wrong … ${'word '.repeat(60)}`, secretForms('id', odd)) ?? '').not.toContain(odd);
  });

  test('when invisible characters were put between its letters', () => {
    const forms = secretForms('id', 'CANARYsecret');
    expect(scrub('wrong secret CANARY\u200Bsecret', forms)).toBe('wrong secret …');
  });

  test('in other capitals', () => {
    expect(scrub('wrong secret canarySECRET', secretForms('id', 'CANARYsecret'))).toBe('wrong secret …');
  });
});

test('scrubbing a megabyte of text is no way to hang', () => {
  const forms = secretForms('id', 'CANARY');
  for (const text of ['a', 'aB', 'a-', 'eyJ', '. ', '\u0000']) {
    expect((scrub(text.repeat(1_000_000 / text.length), forms) ?? '').length).toBeLessThanOrEqual(200);
  }
});
