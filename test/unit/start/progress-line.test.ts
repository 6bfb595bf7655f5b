/** How far a download is. */
import { describe, expect, it } from 'vitest';
import { progressLine } from '../../../main/start/progress-line.ts';

describe('the progress of a download', () => {
  it('counts against the length that the server gave', () => {
    expect(progressLine({ transferred: 30_500_000, total: 121_900_000 })).toBe('  30 of 122 MB (25 %)');
  });

  it.each([null, 0])('only counts when the length is %s', (total) => {
    expect(progressLine({ transferred: 2_000_000, total })).toBe('  2 MB');
  });
});
