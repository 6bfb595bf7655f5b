/** What stands in the menu of the application, as data. */
import type { MenuItemConstructorOptions } from 'electron';
import type { Destination } from '../../preload/replies.ts';

/** Null where there is none. The page hears the keys first, and takes those that it knows: the menu shows them, and has them while no window is open. */
export function applicationMenu(
  platform: NodeJS.Platform,
  open: (destination: Destination) => void,
): MenuItemConstructorOptions[] | null {
  if (platform !== 'darwin') return null;
  return [
    { role: 'appMenu' },
    // Copying and pasting in text fields comes from its roles.
    { role: 'editMenu' },
    {
      label: 'Go',
      submenu: [
        { label: 'Quick Switcher', accelerator: 'Command+K', click: () => open({ view: 'switcher' }) },
        { label: 'Profiles', click: () => open({ view: 'list' }) },
        { label: 'Settings…', accelerator: 'Command+,', click: () => open({ view: 'settings' }) },
      ],
    },
    { role: 'windowMenu' },
    {
      role: 'help',
      submenu: [{ label: 'Keyboard Shortcuts', accelerator: 'Command+/', click: () => open({ view: 'shortcuts' }) }],
    },
  ];
}
