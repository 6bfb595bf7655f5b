import { describe, expect, it } from 'vitest';
import { printable, printableJson } from '../../../main/cli/printable.ts';

describe('printable text', () => {
  it('shows escape sequences instead of obeying them', () => {
    expect(printable('a\u001b[2Jb\u009b1mc\u0007')).toBe('a\\u001b[2Jb\\u009b1mc\\u0007');
  });

  it('shows characters that would reorder what follows', () => {
    expect(printable('abc\u202egnp.exe\u2066')).toBe('abc\\u202egnp.exe\\u2066');
  });

  it('stays on one line', () => {
    expect(printable('one\r\ntwo\tthree\rfour\u2028five')).toBe('one two three\\u000dfour\\u2028five');
  });

  it('leaves letters of all scripts, emoji and joiners alone', () => {
    expect(printable('Größe 東京 👩‍💻 العربية')).toBe('Größe 東京 👩‍💻 العربية');
  });
});

describe('printable JSON', () => {
  it('means the same after it was made harmless', () => {
    const value = { 'k\u009b': ['\u001b[31m', '\u202e', '\u007f', 'plain\n'] };
    expect(JSON.parse(printableJson(value))).toEqual(value);
  });

  it('holds no control character but the line breaks of its layout', () => {
    expect(printableJson({ a: '\u0085\u009b\u202e', b: 1 })).toBe('{\n  "a": "\\u0085\\u009b\\u202e",\n  "b": 1\n}');
  });

  it('stands on one line where that is asked', () => {
    expect(printableJson({ a: [1, 2] }, 0)).toBe('{"a":[1,2]}');
  });
});
