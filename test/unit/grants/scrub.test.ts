import { describe, expect, test } from 'vitest';
import { scrub } from '../../../main/grants/scrub.ts';
import { secretDetector } from '../../../main/grants/secret-detector.ts';

const secret = 'CANARY-q83vEjRWeJC';
const jwt = `${Buffer.from('{"alg":"HS256"}').toString('base64url')}.${Buffer.from('{"sub":"jane"}').toString('base64url')}.c2ln`;
const clean = (text: string, maxLength?: number) => scrub(text, secretDetector([secret]), maxLength);

describe('what is kept', () => {
  test('the words of the server', () => {
    expect(clean('Zugriff verweigert: ungültiger Schlüssel.')).toBe('Zugriff verweigert: ungültiger Schlüssel.');
  });

  test('the words around a token, which gets a mark', () => {
    expect(clean(`Invalid access token: ${jwt} (expired)`)).toBe('Invalid access token: … (expired)');
  });

  test('one line, without what steers terminals or turns the direction of text', () => {
    expect(clean('one\u001B[31m two\r\n\tthree\u202E four\u0000\u2028five\u0085six')).toBe(
      'one two three four five six',
    );
  });

  test('escapes that hide nothing', () => {
    expect(clean('Client &quot;acme&quot; not found')).toBe('Client &quot;acme&quot; not found');
  });

  test('the wanted length, with a mark at the cut', () => {
    const short = clean('word '.repeat(100), 50);
    expect([short?.length, short?.endsWith('…')]).toEqual([50, true]);
  });

  test('whole characters at the cut', () => {
    expect(clean('😀'.repeat(20), 10)?.isWellFormed()).toBe(true);
  });
});

describe('nothing is kept', () => {
  test.each([
    ['of a text without a visible character', ' \r\n\t\u0000\u200B'],
    ['of a text that quotes the secret', `The secret ${secret} is wrong`],
    ['of a text that quotes a part of it', 'The secret starts with CANARY-q'],
    ['of a text that quotes it split by a control character', 'Wrong: CANARY-q8\u00013vEjRWeJC'],
    ['of a text that quotes it letter by letter in colours', secret.replaceAll(/./g, '\u001B[0m$&')],
    ['of a text that hides a token behind escapes', `Wrong: ${jwt.replaceAll('J', '&#74;')}`],
    ['of a text that hides a parameter behind escapes', String.raw`{\"refresh_token\":\"abc1\"}`],
    ['of a text that quotes the secret beyond the wanted length', `${'word '.repeat(60)}${secret}`],
  ])('%s', (_what, text) => {
    expect(clean(text)).toBeUndefined();
  });

  test('where a mark would be the secret', () => {
    expect(scrub('wrong key=abc', secretDetector(['y=…']))).toBeUndefined();
  });

  test('where a cut would be the secret', () => {
    expect(scrub('word '.repeat(60), secretDetector(['d…']))).toBeUndefined();
  });
});

test('a token that was split by a control character gets one mark', () => {
  expect(clean(`no ${jwt.slice(0, 5)}\u0001${jwt.slice(5)} here`)).toBe('no … here');
});

test('a megabyte of text is no way to hang', () => {
  for (const text of ['a', 'aB', 'a-', 'eyJ', '. ', '\u0000', '&amp;', '%26amp%3B', '\\', 'key=']) {
    expect((clean(text.repeat(1_000_000 / text.length)) ?? '').length).toBeLessThanOrEqual(200);
  }
});
