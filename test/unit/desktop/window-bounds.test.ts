import { describe, expect, it } from 'vitest';
import { openingBounds, readPlace, smallestWindow } from '../../../main/desktop/window-bounds.ts';

const display = { x: 0, y: 25, width: 1_920, height: 1_055 };
const second = { x: 1_920, y: 0, width: 1_280, height: 1_024 };
const place = (x: number, y: number, width = 900, height = 700) => ({ x, y, width, height, isMaximized: false });

describe('the window', () => {
  it('is placed by the system the first time', () => {
    expect(openingBounds(undefined, [display])).not.toHaveProperty('x');
  });

  it.each([
    ['on the first display', place(100, 100)],
    ['on the second display', place(2_000, 50)],
    ['across both', place(1_700, 50)],
    ['hanging over the lower edge', place(300, 900)],
  ])('opens where it was: %s', (_case, kept) => {
    const { x, y, width, height } = kept;
    expect(openingBounds(kept, [display, second])).toEqual({ x, y, width, height });
  });

  it.each([
    ['on a display that is gone', place(2_000, 50)],
    ['below every display', place(100, 5_000)],
    ['with no more than a sliver to see', place(-880, 100)],
  ])('keeps its size and lets the system place it when it was %s', (_case, kept) => {
    expect(openingBounds(kept, [display])).toEqual({ width: 900, height: 700 });
  });

  it('does not open with its title under the bar of the system', () => {
    expect(openingBounds(place(100, 0), [display])).toMatchObject({ y: 25 });
  });

  it('is never larger than the display, nor smaller than it works', () => {
    expect(openingBounds(place(0, 25, 5_000, 4_000), [display])).toMatchObject({ width: 1_920, height: 1_055 });
    expect(openingBounds(place(0, 25, 10, 10), [display])).toMatchObject(smallestWindow);
  });
});

describe('the remembered place', () => {
  it('is read back', () => {
    expect(readPlace(JSON.stringify({ ...place(1, 2), isMaximized: true }))).toEqual({
      ...place(1, 2),
      isMaximized: true,
    });
  });

  it.each([
    '',
    'null',
    '[]',
    '{"x":1}',
    '{"x":1,"y":2,"width":"900","height":1e999}',
    '{"x":0.5,"y":1,"width":9,"height":9}',
  ])('is none when the file holds %j', (text) => {
    expect(readPlace(text)).toBeUndefined();
  });
});
