/** The words of the settings page, beside those that main has for each setting. */
import type { QuickSwitcherView } from '../../preload/views.ts';
import { counted } from './counted.ts';

export const settingWords = {
  title: 'Settings',
  tryAgain: 'Try again',
  saved: 'Saved',
  resetOne: 'Reset to default',
  choose: 'Choose file…',
  seconds: 'seconds',
  search: 'Search settings',
  clearSearch: 'Clear the search',
  vaultTitle: 'How secrets are kept',
  aboutTitle: 'About',
  resetTitle: 'Start over',
} as const;

export const settingGroupTitles = {
  general: 'General',
  tokens: 'Tokens',
  production: 'Production',
  notifications: 'Notifications',
  network: 'Network',
  log: 'Log',
} as const;

export function chooseLabel(setting: string): string {
  return `Choose file: ${setting}`;
}

export function resetLabel(setting: string): string {
  return `Reset ${setting}`;
}

export function nothingFound(query: string): string {
  return `No setting has “${query}” in it.`;
}

export const defaultProfileWords = {
  label: 'Default profile',
  help: 'What a click on the tray icon copies, and what commands mean that name no profile.',
  placeholder: 'None chosen',
  empty: 'No such profile.',
  search: 'Search profiles',
} as const;

export const shortcutFieldWords = {
  none: 'None',
  record: 'Record',
  change: 'Change',
  clear: 'Clear',
  recording: 'Press the keys together. Esc leaves it as it is.',
  cancel: 'Cancel',
} as const;

/** For a button of it. */
export function shortcutAction(action: string, setting: string): string {
  return `${action}: ${setting}`;
}

/** Null while the keys work. */
export function shortcutProblem({ keys, state }: QuickSwitcherView): string | null {
  if (state === 'ready') return null;
  if (state === 'refused')
    return `${keys} does nothing: the system did not give these keys, as when another program has them.`;
  return `The desktop was asked for ${keys}, and does not tell whether it agreed. Try it.`;
}

export const resetAllWords = {
  label: 'Reset all settings',
  nothing: 'Every setting has its default.',
  keeps: 'Profiles, secrets, the default profile, pins, and how secrets are kept stay as they are.',
  undo: 'Undo',
  undone: 'The settings are as they were',
} as const;

const settings = { one: 'setting', other: 'settings' } as const;

/** What a reset does; `labels` of the settings that it changes. */
export function resetHelp(labels: readonly string[]): string {
  if (labels.length === 0) return `${resetAllWords.nothing} ${resetAllWords.keeps}`;
  const list = new Intl.ListFormat('en', { type: 'conjunction' }).format(labels);
  return `Puts ${counted(labels.length, settings)} back to the default: ${list}. ${resetAllWords.keeps}`;
}

export function resetDone(count: number): string {
  return `${counted(count, settings)} back to the default`;
}
