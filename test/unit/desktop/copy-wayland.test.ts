import { expect, test } from 'vitest';
import { isNativeWayland } from '../../../main/desktop/copy-wayland.ts';

const wayland = { XDG_SESSION_TYPE: 'wayland', WAYLAND_DISPLAY: 'wayland-0' };

test.each([
  ['in a Wayland session', 'linux', wayland, '', true],
  [
    'in a session that does not say what it is but has a compositor',
    'linux',
    { WAYLAND_DISPLAY: 'wayland-1' },
    '',
    true,
  ],
  ['in an X session', 'linux', { XDG_SESSION_TYPE: 'x11', WAYLAND_DISPLAY: 'wayland-0' }, '', false],
  ['without a session', 'linux', {}, '', false],
  ['through XWayland by choice', 'linux', wayland, 'x11', false],
  ['by choice', 'linux', {}, 'wayland', true],
  ['left to Chromium', 'linux', wayland, 'auto', true],
  ['on another system', 'darwin', wayland, '', false],
] as const)('%s', (_where, platform, environment, chosen, expected) => {
  expect(isNativeWayland(platform, environment, chosen)).toBe(expected);
});
