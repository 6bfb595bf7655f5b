import fc from 'fast-check';
import { expect, test } from 'vitest';
import { secretForms } from '../../../main/grants/secret-forms.ts';

const utf8 = (text: string) => Buffer.from(text);

test.each([
  ['as it is', 'a b"é'],
  ['form-encoded', 'a+b%22%C3%A9'],
  ['percent-encoded', 'a%20b%22%C3%A9'],
  ['as JSON writes it', String.raw`a b\"é`],
  ['in hexadecimal digits', '61206222c3a9'],
  ['its UTF-8 read as Latin-1', 'a b"Ã©'],
])('a secret is known %s', (_how, form) => {
  expect(secretForms('a b"é')).toContain(form);
});

test('its UTF-8 is also known as Windows reads it', () => {
  expect(secretForms('5€')).toContain('5â‚¬');
});

test('the secret itself comes first', () => {
  expect(secretForms('CANARY')[0]).toBe('CANARY');
});

test('base64 of anything that holds the secret holds one of its forms', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 4 }), fc.string(), fc.string(), (secret, before, after) => {
      const base64 = utf8(`${before}${secret}${after}`).toString('base64');
      const within = secretForms(secret).filter((form) => base64.includes(form) && form.length >= utf8(secret).length);
      expect(within).not.toEqual([]);
    }),
  );
});

test('base64 of Basic credentials holds a form of the secret, whatever the id', () => {
  fc.assert(
    fc.property(fc.string(), (id) => {
      const header = utf8(`${encodeURIComponent(id)}:CANARY%2Bsecret`).toString('base64');
      expect(secretForms('CANARY+secret').some((form) => form.length > 15 && header.includes(form))).toBe(true);
    }),
  );
});
