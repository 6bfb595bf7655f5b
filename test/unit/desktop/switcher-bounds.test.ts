import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { switcherBounds, switcherOptions, switcherSize } from '../../../main/desktop/switcher-options.ts';
import { windowOptions } from '../../../main/desktop/window-options.ts';

describe('the quick switcher', () => {
  it('stands whole on the display with the pointer, wherever that is', () => {
    const side = fc.integer({ min: -4_000, max: 4_000 });
    const area = fc.record({ x: side, y: side, width: fc.nat({ max: 6_000 }), height: fc.nat({ max: 4_000 }) });
    fc.assert(
      fc.property(area, (workArea) => {
        const { x, y, width, height } = switcherBounds(workArea);
        expect(x).toBeGreaterThanOrEqual(workArea.x);
        expect(y).toBeGreaterThanOrEqual(workArea.y);
        expect(x + width).toBeLessThanOrEqual(workArea.x + workArea.width);
        expect(y + height).toBeLessThanOrEqual(workArea.y + workArea.height);
      }),
    );
  });

  it('has its usual size where there is room', () => {
    expect(switcherBounds({ x: 0, y: 0, width: 1920, height: 1080 })).toMatchObject(switcherSize);
  });

  it('is as closed to its page as the main window', () => {
    const look = { title: 'x', isDark: false, preload: '/preload.cjs', hasDevTools: false };
    const { webPreferences } = switcherOptions({ ...look, platform: 'linux' });
    expect(webPreferences).toEqual(windowOptions({ ...look, bounds: { width: 1, height: 1 } }).webPreferences);
  });
});
