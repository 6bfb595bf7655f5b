import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameLines } from '../../../main/cli/live-frame.ts';
import type { StatusInWords } from '../../../main/cli/status.ts';
import { profileStatusOf } from '../../fixtures/profile-status.ts';

const good = (name: string): StatusInWords => ({ status: profileStatusOf(name), words: undefined });
const bad = (name: string): StatusInWords => ({
  status: profileStatusOf(name, { appearance: 'attention' }),
  words: undefined,
});

/** The profiles as a table would give them, `bad` first, each of those with two lines of reasons. */
function frame(
  profiles: readonly StatusInWords[],
  rows: number,
  hint: readonly string[] = ['hint'],
): readonly string[] {
  return frameLines(
    {
      title: 'title',
      header: 'header',
      profiles,
      hint,
      row: ({ status }) => status.name,
      notes: ({ status }, most) => (status.appearance === 'attention' ? ['why', 'what to do'].slice(0, most) : []),
      more: (hidden) => `${hidden.length} more`,
    },
    rows,
  );
}

describe('a frame', () => {
  it('has air around the table where there is room', () => {
    expect(frame([good('a'), good('b')], 7)).toStrictEqual(['title', '', 'header', 'a', 'b', '', 'hint']);
  });

  it('gives up the air before anything else', () => {
    expect(frame([good('a'), good('b')], 6)).toStrictEqual(['title', 'header', 'a', 'b', 'hint']);
  });

  it.each([
    [5, ['title', 'header', 'a', '2 more', 'hint']],
    [4, ['title', 'header', 'a', '2 more']],
    [3, ['header', 'a', '2 more']],
    [2, ['a', '2 more']],
    [1, ['a']],
  ])('shows a profile on a terminal of %i lines', (rows, lines) => {
    expect(frame([good('a'), good('b'), good('c')], rows)).toStrictEqual(lines);
  });

  it('shortens the reasons, so that all that fail are seen', () => {
    expect(frame([bad('a'), bad('b'), good('c'), good('d')], 8)).toStrictEqual([
      'title',
      'header',
      'a',
      'why',
      'b',
      'why',
      '2 more',
      'hint',
    ]);
  });

  it('leaves the reasons out, and then the hint, so that all that fail are seen', () => {
    expect(frame([bad('a'), bad('b'), bad('c'), good('d'), good('e')], 6)).toStrictEqual([
      'title',
      'header',
      'a',
      'b',
      'c',
      '2 more',
    ]);
  });

  it('fits, shows a profile, and prefers every failing one to any reason, on every terminal', () => {
    const counts = fc.record({
      bad: fc.nat(12),
      good: fc.nat(12),
      rows: fc.integer({ min: 1, max: 40 }),
      hint: fc.nat(3),
    });
    fc.assert(
      fc.property(counts, (count) => {
        fc.pre(count.bad + count.good > 0);
        const profiles = [
          ...Array.from({ length: count.bad }, (_, at) => bad(`bad-${at}`)),
          ...Array.from({ length: count.good }, (_, at) => good(`good-${at}`)),
        ];
        const lines = frame(
          profiles,
          count.rows,
          Array.from({ length: count.hint }, () => 'hint'),
        );
        const shown = lines.filter((line) => /^(bad|good)-/.test(line));
        expect(lines.length).toBeLessThanOrEqual(count.rows);
        expect(shown.length).toBeGreaterThan(0);
        if (lines.includes('why')) expect(shown.filter((line) => line.startsWith('bad'))).toHaveLength(count.bad);
        const more = lines.find((line) => line.endsWith(' more'));
        if (count.rows > 1)
          expect(more).toBe(shown.length < profiles.length ? `${profiles.length - shown.length} more` : undefined);
      }),
    );
  });
});
