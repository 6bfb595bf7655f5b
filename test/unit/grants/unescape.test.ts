import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unescapeLayers } from '../../../main/grants/unescape.ts';

const innermost = (text: string) => unescapeLayers(text).at(-1);

describe('taken off', () => {
  test.each([
    ['names of HTML', '&lt;a&gt; &amp; &quot;b&quot; &apos;&sol;&NewLine;', '<a> & "b" \'/\n'],
    ['names of HTML without a semicolon', '&lt &gt', '< >'],
    ['letters with accents, to the letter', 'caf&eacute; &Uuml;', 'cafe U'],
    ['numbers of HTML', '&#60;&#x3C;&#X3c;&#0060', '<<<<'],
    ['JSON', String.raw`\"\/\u00e9\u003C`, '"/é<'],
    ['what other languages write', String.raw`\x3c\u{1F600}\074`, '<😀<'],
    ['lists of bytes', 'not [60, 98, 62, -61, -87]', 'not [<b>é]'],
    ['lists of hexadecimal bytes', '0x3C,0x62,0x3e,0x0', '<b>\0'],
    ['percent signs', '%3C%c3%a9%u003c', '<é<'],
  ])('%s', (_what, text, plain) => {
    expect(innermost(text)).toBe(plain);
  });

  test.each([
    ['HTML in HTML in HTML', '&amp;amp;amp;lt;'],
    ['JSON in JSON', String.raw`\\\\u003c`],
    ['percent signs in percent signs', '%2525253C'],
    ['HTML in percent signs in JSON', String.raw`\u0025\u0032\u0036lt%3B`],
    ['four kinds of layers', '%26#92;x25&#x33;C'],
  ])('%s', (_what, text) => {
    expect(innermost(text)).toBe('<');
  });
});

test.each(['R&D', '100 %', 'a &b; c', '&#xFFFFFF;', '%', '%zz', '&', 'Müller & Söhne', '&#99999999;', '1, 2, 3'])(
  '%j, where nothing or nonsense is escaped, breaks nothing',
  (text) => {
    expect(unescapeLayers(text)[0]).toBe(text);
  },
);

test('bytes that are no UTF-8 are replaced', () => {
  expect(innermost('a%E9b')).toBe('a\uFFFDb');
});

test('a text without escapes has one layer', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[^%&\\,]*$/), (text) => {
      expect(unescapeLayers(text)).toEqual([text]);
    }),
  );
});

test('no text has more than eight layers', () => {
  const hostile = fc.array(fc.constantFrom('&', 'amp;', '#', '38;', '%', '25', '26', '\\', 'u0025', 'x'), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(hostile, (parts) => {
      expect(unescapeLayers(parts.join('')).length).toBeLessThanOrEqual(8);
    }),
  );
});
