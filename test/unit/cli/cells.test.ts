import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { padEnd, truncate, wrap } from '../../../main/cli/cells.ts';
import { displayWidth } from '../../../main/cli/table.ts';

describe('truncate', () => {
  it('leaves what fits', () => {
    expect(truncate('acme-prod', 9)).toBe('acme-prod');
  });

  it('ends what does not fit in an ellipsis', () => {
    expect(truncate('acme-prod', 6)).toBe('acme-…');
  });

  it('counts wide characters twice', () => {
    expect(truncate('東京都庁', 5)).toBe('東京…');
  });

  it('never cuts a character that is made of several', () => {
    expect(truncate('👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 3)).toBe('👩‍👩‍👧‍👦…');
  });

  it('never takes more cells than it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(30), (text, cells) => {
        expect(displayWidth(truncate(text, cells))).toBeLessThanOrEqual(cells);
      }),
    );
  });
});

describe('padEnd', () => {
  it('fills up to the width that a terminal shows', () => {
    expect(padEnd('東京', 6)).toBe('東京  ');
  });
});

describe('wrap', () => {
  it('breaks between words', () => {
    expect(wrap('the secret was rejected', 12)).toStrictEqual(['the secret', 'was rejected']);
  });

  it('breaks a word that is longer than a line', () => {
    expect(wrap('at https://example.com now', 10)).toStrictEqual(['at', 'https://ex', 'ample.com', 'now']);
  });

  it('makes no line of nothing', () => {
    expect(wrap('', 10)).toStrictEqual([]);
  });

  it('keeps every line within the width and loses no character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 30 }), (text, cells) => {
        const lines = wrap(text, cells);
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(cells);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
    );
  });
});
