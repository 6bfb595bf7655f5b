import { expect, it } from 'vitest';
import { acceleratorOf } from '../../../../renderer/views/settings/recorded-keys.ts';
import type { Stroke } from '../../../../renderer/views/settings/recorded-keys.ts';

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

it.each<[string, Partial<Stroke>, 'darwin' | 'linux', string | null]>([
  [
    'a letter with Control and Shift',
    { key: 'K', code: 'KeyK', ctrlKey: true, shiftKey: true },
    'linux',
    'Control+Shift+K',
  ],
  ['a letter where keys are placed otherwise', { key: 'z', code: 'KeyY', ctrlKey: true }, 'linux', 'Control+Z'],
  ['the Windows key', { key: 'k', code: 'KeyK', metaKey: true }, 'linux', 'Super+K'],
  ['Command', { key: 'k', code: 'KeyK', metaKey: true }, 'darwin', 'Command+K'],
  ['what Option makes of a letter', { key: '˚', code: 'KeyK', altKey: true }, 'darwin', 'Alt+K'],
  [
    'what Shift makes of a digit',
    { key: '!', code: 'Digit1', ctrlKey: true, shiftKey: true },
    'linux',
    'Control+Shift+1',
  ],
  ['the space bar', { key: ' ', code: 'Space', altKey: true }, 'linux', 'Alt+Space'],
  ['an arrow', { key: 'ArrowUp', code: 'ArrowUp', ctrlKey: true }, 'linux', 'Control+Up'],
  ['a function key', { key: 'F9', code: 'F9' }, 'linux', 'F9'],
  ['modifiers alone', { key: 'Shift', code: 'ShiftLeft', ctrlKey: true, shiftKey: true }, 'linux', null],
])('%s', (_what, stroke, platform, accelerator) => {
  expect(acceleratorOf({ ...none, key: '', code: '', ...stroke }, platform)).toBe(accelerator);
});
