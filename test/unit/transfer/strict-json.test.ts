import { describe, expect, it } from 'vitest';
import { readStrictJson } from '../../../main/transfer/strict-json.ts';

function detailOf(text: string): string {
  try {
    readStrictJson(text);
  } catch (error) {
    return (error as { data: { detail: string } }).data.detail;
  }
  return 'taken';
}

describe('what is refused', () => {
  it('a member that stands there twice, with its line and without its name', () => {
    expect(detailOf('{"a": 1,\n "clientId": "x", "clientI\\u0064": "CANARY"}')).toMatch(/^line 2: a member/);
  });

  it('the name __proto__, however it is written', () => {
    expect(detailOf('{"x": {"__proto__": {}}}')).toContain('__proto__');
    expect(detailOf('{"x": {"\\u005f_proto__": {}}}')).toContain('__proto__');
  });

  it('values without bottom', () => {
    expect(detailOf('['.repeat(400_000) + ']'.repeat(400_000))).toContain('nested');
  });

  it('what is no JSON, with the place', () => {
    expect(detailOf('{"a": CANARY}')).toMatch(/line 1, column 7/);
    expect(detailOf('{"a": CANARY}')).not.toContain('CANARY');
  });
});

describe('what is taken', () => {
  it('names that stand in different objects, and in texts', () => {
    expect(readStrictJson('[{"a": "\\"a\\": 1, {"}, {"a": ["a", "a"]}]')).toEqual([
      { a: '"a": 1, {' },
      { a: ['a', 'a'] },
    ]);
  });
});
