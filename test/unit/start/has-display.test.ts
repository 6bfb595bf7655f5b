/** Whether windows can be shown. */
import { describe, expect, it } from 'vitest';
import { hasDisplay } from '../../../main/start/has-display.ts';

describe('a display', () => {
  it.each([{ DISPLAY: ':0' }, { WAYLAND_DISPLAY: 'wayland-0' }])('is there with %o', (environment) => {
    expect(hasDisplay(environment, 'linux')).toBe(true);
  });

  it.each([{}, { DISPLAY: '' }])('is not there with %o', (environment) => {
    expect(hasDisplay(environment, 'linux')).toBe(false);
  });

  it.each(['darwin', 'win32'] as const)('is taken for granted on %s', (platform) => {
    expect(hasDisplay({}, platform)).toBe(true);
  });
});
