import { expect, test } from 'vitest';
import { secretForms } from '../../../main/grants/secret-forms.ts';

const base64 = (text: string) => Buffer.from(text).toString('base64');

test.each([
  ['as it is', 'a b"+'],
  ['form-encoded', 'a+b%22%2B'],
  ['percent-encoded', 'a%20b%22%2B'],
  ['as JSON writes it', String.raw`a b\"+`],
  ['in base64', base64('a b"+')],
  ['in Basic credentials that are not encoded first', base64('i:d:a b"+')],
  ['in Basic credentials', base64('i%3Ad:a+b%22%2B')],
  ['in hexadecimal digits', '612062222b'],
])('a secret is known %s', (_how, form) => {
  expect(secretForms('i:d', 'a b"+')).toContain(form);
});

test('longer forms come first, so that no part of one is left over', () => {
  const lengths = secretForms('id', 'CANARY secret').map((form) => form.length);
  expect(lengths).toEqual(lengths.toSorted((a, b) => b - a));
});

test.each([undefined, ''])('%j is no secret and has no form', (secret) => {
  expect(secretForms('id', secret)).toEqual([]);
});
