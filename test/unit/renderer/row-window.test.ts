import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowForKey } from '../../../renderer/views/list/grid-keys.ts';
import { rowTops, rowWindow, scrollTopFor } from '../../../renderer/views/list/row-window.ts';

const lists = fc.record({
  heights: fc.array(fc.constantFrom(68, 36), { maxLength: 600 }),
  scrollTop: fc.integer({ min: -100, max: 50_000 }),
  viewHeight: fc.integer({ min: 0, max: 3_000 }),
});

describe('the rows that are in the document', () => {
  it('hold every row that can be seen', () => {
    fc.assert(
      fc.property(lists, ({ heights, ...place }) => {
        const tops = rowTops(heights);
        const { start, end } = rowWindow(tops, place);
        const from = Math.max(0, place.scrollTop);
        heights.forEach((height, row) => {
          const top = tops[row] ?? 0;
          if (top + height > from && top < from + place.viewHeight) expect(row >= start && row < end).toBe(true);
        });
      }),
    );
  });

  it('are the last ones, where the list is shorter now than it was scrolled', () => {
    const tops = rowTops(Array.from({ length: 20 }, () => 50));
    const shortened = rowWindow(tops, { scrollTop: 5_000, viewHeight: 300 });
    expect(shortened).toEqual(rowWindow(tops, { scrollTop: 700, viewHeight: 300 }));
  });

  it('stay few, however long the list is', () => {
    fc.assert(
      fc.property(lists, ({ heights, ...place }) => {
        const { start, end } = rowWindow(rowTops(heights), place);
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(heights.length);
        expect(end - start).toBeLessThanOrEqual(Math.ceil(place.viewHeight / 36) + 14);
      }),
    );
  });
});

describe('scrolling to a row', () => {
  const tops = rowTops(Array.from({ length: 40 }, () => 50));
  const place = { scrollTop: 500, viewHeight: 300 };

  it.each([
    ['that is above', 2, 100],
    ['that is below', 30, 1_250],
    ['that can be seen already', 12, 500],
  ])('%s', (_, index, scrollTop) => {
    expect(scrollTopFor(index, tops, place)).toBe(scrollTop);
  });
});

describe('the keys of the list', () => {
  it.each([
    ['ArrowDown', 4, 5],
    ['ArrowUp', 4, 3],
    ['PageDown', 4, 9],
    ['PageUp', 4, 0],
    ['Home', 4, 0],
    ['End', 4, 9],
    ['ArrowDown', 9, 9],
    ['ArrowUp', 0, 0],
  ])('%s goes from %i to %i of ten', (key, from, to) => {
    expect(rowForKey(key, from, 10)).toBe(to);
  });

  it('leave every other key alone', () => {
    expect(['a', 'Tab', 'toString'].map((key) => rowForKey(key, 4, 10))).toEqual([undefined, undefined, undefined]);
  });
});
