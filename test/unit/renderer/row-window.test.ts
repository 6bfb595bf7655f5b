import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowForKey } from '../../../renderer/views/list/grid-keys.ts';
import { rowWindow, scrollTopFor } from '../../../renderer/views/list/row-window.ts';

const lists = fc.record({
  rowCount: fc.nat(5_000),
  rowHeight: fc.integer({ min: 20, max: 200 }),
  scrollTop: fc.integer({ min: -100, max: 400_000 }),
  viewHeight: fc.integer({ min: 0, max: 3_000 }),
});

describe('the rows that are in the document', () => {
  it('hold every row that can be seen', () => {
    fc.assert(
      fc.property(lists, (list) => {
        const { start, end } = rowWindow(list);
        const firstSeen = Math.floor(Math.max(0, list.scrollTop) / list.rowHeight);
        const lastSeen = Math.ceil((Math.max(0, list.scrollTop) + list.viewHeight) / list.rowHeight);
        for (let row = firstSeen; row < Math.min(lastSeen, list.rowCount); row += 1) {
          expect(row >= start && row < end).toBe(true);
        }
      }),
    );
  });

  it('stay few, however long the list is', () => {
    fc.assert(
      fc.property(lists, (list) => {
        const { start, end } = rowWindow(list);
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(list.rowCount);
        expect(end - start).toBeLessThanOrEqual(Math.ceil(list.viewHeight / list.rowHeight) + 14);
      }),
    );
  });
});

describe('scrolling to a row', () => {
  const place = { rowHeight: 50, scrollTop: 500, viewHeight: 300 };

  it.each([
    ['that is above', 2, 100],
    ['that is below', 30, 1_250],
    ['that can be seen already', 12, 500],
  ])('%s', (_, index, scrollTop) => {
    expect(scrollTopFor(index, place)).toBe(scrollTop);
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
