import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readings } from '../../../main/grants/readings.ts';

const shared = (a: string, b: string) => readings(a).some((reading) => readings(b).includes(reading));

test.each([
  ['other capitals', 'STRAßE', 'strasse'],
  ['letters that changed', 'ΣΊΣΥΦΟΣ', 'σίσυφος'],
  ['accents that were lost', 'Crème brûlée', 'creme brulee'],
  ['wide letters', 'ＣＡＮＡＲＹ', 'CANARY'],
  ['question marks for what is not ASCII', 'aé→b', 'a??b'],
  ['line breaks, blanks and control characters', 'a\r\nb\u0000 c\u200Bd\u00A0', 'abcd'],
  ['escapes', 'a<b', 'a&lt;b'],
  ['a control character within an escape', 'a<b', 'a&l\u0001t;b'],
])('%s do not tell two texts apart', (_what, one, other) => {
  expect(shared(one, other)).toBe(true);
});

test('the first reading is the text as it stands', () => {
  expect(readings('A &lt; b')[0]).toBe('A&LT;B');
});

test('texts of other letters have nothing in common', () => {
  expect(shared('abcdef', 'abcdeg')).toBe(false);
});

test('a text has a reading in common with itself in capitals', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(shared(text, text.toUpperCase())).toBe(true);
      expect(shared(text, text.toLowerCase())).toBe(true);
    }),
  );
});
