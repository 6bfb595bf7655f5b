import { describe, expect, it } from 'vitest';
import { shortcutFor, shortcutText } from '../../../renderer/views/shell/shortcuts.ts';
import type { Stroke } from '../../../renderer/views/shell/shortcuts.ts';

const stroke = (key: string, over: Partial<Stroke> = {}): Stroke => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isTyping: false,
  ...over,
});

describe('the shortcuts of the window', () => {
  it.each([
    ['f', 'search'],
    ['F', 'search'],
    ['n', 'add'],
    [',', 'settings'],
  ])('Ctrl+%s asks for %s', (key, shortcut) => {
    expect(shortcutFor(stroke(key, { ctrlKey: true }), 'linux')).toBe(shortcut);
  });

  it('take the Command key on macOS, and there alone', () => {
    const pressed = stroke('f', { metaKey: true });
    expect([shortcutFor(pressed, 'darwin'), shortcutFor(pressed, 'win32')]).toEqual(['search', undefined]);
  });

  it('leave Ctrl+F on macOS to the text field', () => {
    expect(shortcutFor(stroke('f', { ctrlKey: true }), 'darwin')).toBeUndefined();
  });

  it('let a slash be typed where somebody types', () => {
    expect([shortcutFor(stroke('/'), 'linux'), shortcutFor(stroke('/', { isTyping: true }), 'linux')]).toEqual([
      'search',
      undefined,
    ]);
  });

  it('leave Alt to the keyboard layout', () => {
    expect(shortcutFor(stroke('/', { altKey: true, ctrlKey: true }), 'win32')).toBeUndefined();
  });

  it('are written as the platform writes them', () => {
    expect([shortcutText('N', 'darwin'), shortcutText('N', 'win32')]).toEqual(['⌘N', 'Ctrl+N']);
  });
});
