import { describe, expect, it } from 'vitest';
import { shortcutFor, shortcutText, windowShortcuts } from '../../../renderer/views/shell/shortcuts.ts';
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
    ['k', 'switcher'],
    ['/', 'shortcuts'],
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

  it('let Escape lead back from where somebody types, too', () => {
    expect(shortcutFor(stroke('Escape', { isTyping: true }), 'linux')).toBe('leave');
  });

  it('open the sheet by a question mark, where none is typed', () => {
    expect([shortcutFor(stroke('?'), 'linux'), shortcutFor(stroke('?', { isTyping: true }), 'linux')]).toEqual([
      'shortcuts',
      undefined,
    ]);
  });

  it('are each found by every one of their keys, and by no other’s', () => {
    for (const platform of ['linux', 'win32', 'darwin'] as const) {
      for (const { shortcut, keys } of windowShortcuts) {
        for (const { key, command = false } of keys) {
          const held = platform === 'darwin' ? { metaKey: command } : { ctrlKey: command };
          expect(shortcutFor(stroke(key, held), platform)).toBe(shortcut);
        }
      }
    }
  });

  it('leave Alt to the keyboard layout', () => {
    expect(shortcutFor(stroke('/', { altKey: true, ctrlKey: true }), 'win32')).toBeUndefined();
  });

  it('are written as the platform writes them', () => {
    expect([shortcutText('N', 'darwin'), shortcutText('N', 'win32')]).toEqual(['⌘N', 'Ctrl+N']);
  });
});
