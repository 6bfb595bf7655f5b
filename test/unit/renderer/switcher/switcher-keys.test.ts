import { describe, expect, it } from 'vitest';
import { choiceFor, switcherChoices } from '../../../../renderer/switcher/switcher-keys.ts';
import { keysSpoken, keysText } from '../../../../renderer/words/shortcut-words.ts';
import type { Keys } from '../../../../renderer/words/shortcut-words.ts';

const none = { shiftKey: false, altKey: false, ctrlKey: false, metaKey: false };

describe('Enter in the quick switcher', () => {
  it.each([
    [none, 'raw'],
    [{ ...none, shiftKey: true }, 'header'],
    [{ ...none, altKey: true }, 'curl'],
    [{ ...none, ctrlKey: true }, 'open'],
    [{ ...none, metaKey: true }, undefined],
    [{ ...none, shiftKey: true, altKey: true }, undefined],
    [{ ...none, ctrlKey: true, shiftKey: true }, undefined],
  ])('with %o held is %s', (held, choice) => {
    expect(choiceFor(held, 'linux')).toBe(choice);
  });

  it('takes the Command key on macOS', () => {
    expect(choiceFor({ ...none, metaKey: true }, 'darwin')).toBe('open');
    expect(choiceFor({ ...none, ctrlKey: true }, 'darwin')).toBeUndefined();
  });

  it('does what its foot says, on every system', () => {
    for (const platform of ['linux', 'win32', 'darwin'] as const) {
      for (const { choice, keys } of switcherChoices) {
        const { shift = false, alt = false, command = false }: Keys = keys;
        const held = { shiftKey: shift, altKey: alt, ctrlKey: false, metaKey: false };
        const mine = platform === 'darwin' ? { metaKey: command } : { ctrlKey: command };
        expect(choiceFor({ ...held, ...mine }, platform)).toBe(choice);
      }
    }
  });
});

describe('keys', () => {
  it.each([
    [{ key: 'K', command: true }, 'Ctrl+K', '⌘K', 'Control K'],
    [{ key: 'Enter', shift: true }, 'Shift+Enter', '⇧↩', 'Shift Enter'],
    [{ key: 'Enter', alt: true }, 'Alt+Enter', '⌥↩', 'Alt Enter'],
    [{ key: '?' }, '?', '?', 'question mark'],
    [{ key: 'ArrowDown' }, '↓', '↓', 'Down arrow'],
  ])('%o are written and said as the system does', (keys, elsewhere, onMac, spoken) => {
    expect([keysText(keys, 'linux'), keysText(keys, 'darwin'), keysSpoken(keys, 'win32')]).toEqual([
      elsewhere,
      onMac,
      spoken,
    ]);
  });
});
