import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../../main/profiles/json-text.ts';

function problemOf(text: string): string | undefined {
  const parsed = parseJson(text);
  return 'problem' in parsed ? parsed.problem : undefined;
}

it('reads JSON behind a byte order mark', () => {
  expect(parseJson('\uFEFF{"a":[1]}')).toEqual({ value: { a: [1] } });
});

describe.each([
  ['nothing', '', 'line 1, column 1'],
  ['blanks only', ' \n ', 'line 2, column 2'],
  ['a missing comma', '{\n  "a": 1\n  "b": 2\n}', 'line 3, column 3'],
  ['a missing colon', '{"a" 1}', 'line 1, column 6'],
  ['a missing value', '{"a":}', 'line 1, column 6'],
  ['a comma too many', '{"a": 1,\r\n}', 'line 2, column 1'],
  ['a comma too many in a list', '[1,]', 'line 1, column 4'],
  ['a name without quotes', '{a: 1}', 'line 1, column 2'],
  ['single quotes', "{'a': 1}", 'line 1, column 2'],
  ['curly quotes', '{\u201ca\u201d: 1}', 'line 1, column 2'],
  ['a comment', '{\n  // the tenant\n}', 'line 2, column 3'],
  ['a text that is not closed', '{"a": "b', 'line 1, column 7'],
  ['a text that goes over the line', '{"a": "b\n"}', 'line 1, column 7'],
  ['a tab in a text', '{"a": "b\tc"}', 'line 1, column 9'],
  ['a lonely backslash', '{"a": "C:\\Users"}', 'line 1, column 10'],
  ['a brace that is not closed', '{"a": {"b": 1}', 'line 1, column 15'],
  ['the wrong bracket', '[1}', 'line 1, column 3'],
  ['a bracket too many', '[1]]', 'line 1, column 4'],
  ['a leading zero', '[01]', 'line 1, column 3'],
  ['a word', 'hello', 'line 1, column 1'],
  ['a word that begins like a literal', '[truest]', 'line 1, column 6'],
  ['NaN', '[NaN]', 'line 1, column 2'],
])('JSON with %s', (_name, text, place) => {
  it(`is refused at ${place}`, () => {
    expect(problemOf(text)?.split(':')[0]).toBe(place);
  });
});

it('repeats nothing of the text', () => {
  for (const text of ['{"clientSecret": CANARY}', '{CANARY', '["CANARY', '{"CANARY":"x" y}']) {
    expect(problemOf(text)).not.toContain('CANARY');
  }
});

it('finds the place in a document that is nested deeper than the stack', () => {
  expect(problemOf('['.repeat(200_000))).toContain('column 200001');
});

it('agrees with JSON.parse about what is JSON, and always knows a reason', () => {
  const json = fc.json().filter((text) => text.length > 1);
  const damage = '{}[]":,\\ntf0-1.e\'/\u0001x'.split('');
  const damaged = fc
    .tuple(json, fc.nat(), fc.nat({ max: 2 }), fc.constantFrom(...damage))
    .map(([text, at, cut, insert]) => {
      const place = at % text.length;
      return text.slice(0, place) + insert + text.slice(place + cut);
    });
  fc.assert(
    fc.property(damaged, (text) => {
      const problem = problemOf(text);
      expect(problem === undefined).toBe(isJson(text));
      if (problem !== undefined) expect(problem).toMatch(/^line \d+, column \d+: \S/);
    }),
    { numRuns: 2000 },
  );
});

it('finds the end of every document that was cut off', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue(), { minLength: 1 }), fc.nat(), (value, at) => {
      const text = JSON.stringify(value);
      const cut = text.slice(0, at % text.length);
      const column = Number(/column (\d+)/.exec(problemOf(cut) ?? '')?.[1]);
      // Never behind the end, and before it only where a text, a number or a word was cut in two.
      expect(column).toBeLessThanOrEqual(cut.length + 1);
      expect(isJson(cut.slice(0, column - 1))).toBe(false);
    }),
  );
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
