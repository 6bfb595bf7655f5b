/** What the shortcut sheet says. */
import type { QuickSwitcherView } from '../../preload/views.ts';
import type { SwitcherChoice } from '../switcher/switcher-keys.ts';
import type { Shortcut } from '../views/shell/shortcuts.ts';

export const sheetTitle = 'Keyboard shortcuts';
export const sheetClose = 'Close';
export const sheetSettings = 'Choose keys';

export const everywhereTitle = 'From every application';
export const windowTitle = 'In the window';
export const listTitle = 'In the list';
export const switcherSection = 'In the quick switcher';

export const shortcutWords: Readonly<Record<Shortcut, string>> = {
  switcher: 'Quick switcher',
  search: 'Search the list',
  add: 'Add a tenant',
  settings: 'Settings',
  leave: 'Go back',
  shortcuts: 'Keyboard shortcuts',
};

export const switcherChoiceWords: Readonly<Record<SwitcherChoice, string>> = {
  raw: 'Copy the token itself',
  header: 'Copy as a request header',
  curl: 'Copy as a curl command',
  open: 'Open the profile',
};

export const walkWords = 'Walk through the profiles';
export const closeSwitcherWords = 'Close it, and go back to where you were';

export const noEverywhere = 'No keys are chosen for it yet.';

/** Of the keys that open the quick switcher from every application. */
export const everywhereStates: Readonly<Record<QuickSwitcherView['state'], string>> = {
  ready: '',
  refused: 'They do nothing: the system did not give them, as when another program has them.',
  unconfirmed:
    'Your desktop decides over them, and does not say what it decided. Where they do nothing, give keys in its own settings to the command that starts Tokentray, with --quick-switcher behind it.',
};
