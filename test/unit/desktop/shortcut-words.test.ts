import { describe, expect, it } from 'vitest';
import { shortcutWords } from '../../../main/desktop/shortcut-words.ts';

describe('a shortcut', () => {
  it.each([
    ['CommandOrControl+Shift+K', 'linux', 'Ctrl+Shift+K'],
    ['CommandOrControl+Shift+K', 'win32', 'Ctrl+Shift+K'],
    ['CommandOrControl+Shift+K', 'darwin', '⇧⌘K'],
    ['Control+Alt+Space', 'darwin', '⌃⌥Space'],
    ['Super+T', 'win32', 'Windows+T'],
    ['Super+T', 'linux', 'Super+T'],
    ['Alt+Plus', 'linux', 'Alt++'],
    ['F9', 'darwin', 'F9'],
  ] as const)('%s reads on %s as %s', (accelerator, platform, words) => {
    expect(shortcutWords(accelerator, platform)).toBe(words);
  });
});
