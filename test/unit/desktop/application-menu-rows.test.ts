import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { applicationMenu } from '../../../main/desktop/application-menu-rows.ts';
import type { Destination } from '../../../preload/replies.ts';
import { windowShortcuts } from '../../../renderer/views/shell/shortcuts.ts';
import type { Keys } from '../../../renderer/words/shortcut-words.ts';

const opened: Destination[] = [];
const menu = applicationMenu('darwin', (destination) => opened.push(destination)) ?? [];
const rows = menu.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));

function choose(label: string): Destination | undefined {
  const click = rows.find((row) => row.label === label)?.click as (() => void) | undefined;
  click?.();
  return opened.at(-1);
}

describe('the menu of the application on macOS', () => {
  it('has the roles that text fields copy and paste by', () => {
    expect(menu.map(({ role }) => role)).toContain('editMenu');
  });

  it('leads to the sheet of shortcuts, and to the quick switcher', () => {
    expect(choose('Keyboard Shortcuts')).toEqual({ view: 'shortcuts' });
    expect(choose('Quick Switcher')).toEqual({ view: 'switcher' });
  });

  it('shows keys that the window listens to', () => {
    const listened = new Set(windowShortcuts.flatMap(({ keys }) => keys).map(({ key }: Keys) => `Command+${key}`));
    const shown = rows.flatMap(({ accelerator }: MenuItemConstructorOptions) => accelerator ?? []);
    expect(shown.filter((keys) => !listened.has(keys))).toEqual([]);
    expect(shown).not.toEqual([]);
  });
});

describe('elsewhere', () => {
  it.each(['linux', 'win32'] as const)('%s has none', (platform) => {
    expect(applicationMenu(platform, () => undefined)).toBeNull();
  });
});
