import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestNumber, parseExactJson } from '../../../main/tokens/exact-json.ts';

const rewritten = (text: string) => JSON.stringify(parseExactJson(text));

describe('a number comes out as it was written', () => {
  it.each([
    '9007199254740993',
    '-9007199254740993',
    '123456789012345678901234567890',
    '9007199254740990.7',
    '0.1000000000000000055511151231257827',
    '1e400',
    '-1E400',
    '5e-400',
    '1.23456789012345e-320',
  ])('%s', (text) => {
    expect(rewritten(`{"deep":[${text}]}`)).toBe(`{"deep":[${text}]}`);
  });

  it('for every whole number', () => {
    fc.assert(
      fc.property(fc.bigInt(), (value) => {
        expect(rewritten(String(value))).toBe(String(value));
      }),
    );
  });
});

it.each([
  ['0', 0],
  ['-15', -15],
  ['1565888319.1234567', 1_565_888_319.1234567],
  ['9007199254740992', 2 ** 53],
  ['1.50E3', 1500],
  ['10e-1', 1],
  ['0.10', 0.1],
  ['1e21', 1e21],
])('%s, which a JavaScript number can hold, is one', (text, value) => {
  expect(parseExactJson(text)).toBe(value);
});

it('everything else is what JSON.parse makes of it', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value);
      expect(parseExactJson(text)).toEqual(JSON.parse(text));
    }),
  );
});

it('a member named __proto__ is a member like others', () => {
  expect(rewritten('{"__proto__":{"a":9007199254740993}}')).toBe('{"__proto__":{"a":9007199254740993}}');
});

it('what is no JSON is refused', () => {
  expect(() => parseExactJson('{"a":01}')).toThrow(SyntaxError);
});

it.each([
  ['15', 15],
  ['9007199254740993', 9_007_199_254_740_992],
  ['1e400', Infinity],
  ['"15"', undefined],
  ['{"rawJSON":"15"}', undefined],
  ['null', undefined],
])('the nearest number to %s is %s', (text, nearest) => {
  expect(nearestNumber(parseExactJson(text))).toBe(nearest);
});
