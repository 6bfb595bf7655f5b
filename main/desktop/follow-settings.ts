/** Settings that the desktop itself carries out: now, and whenever somebody changes them. */
import type { Settings } from '../settings/settings.ts';
import { isOn, settingValue } from '../settings/setting-value.ts';
import type { Storage } from '../storage/storage.ts';

type Theme = 'system' | 'light' | 'dark';

export interface DesktopSettings {
  theme(theme: Theme): void;
  /** Not called at the start while it is off: nobody asked for a change. */
  startAtLogin(isOn: boolean): void;
  /** In Electron's way of writing; null: none. Not called at the start while there is none. */
  quickSwitcher(shortcut: string | null): void;
  /** Something could not be carried out. */
  onFailure(error: unknown): void;
}

/** Returns what ends it. */
export function followSettings(
  settings: Pick<Settings, 'get'>,
  storage: Pick<Storage, 'onChange'>,
  desktop: DesktopSettings,
): () => void {
  let theme: Theme = 'system';
  let startsAtLogin = false;
  let shortcut: string | null = null;

  function follow(): void {
    const nextTheme = themeOf(settings);
    if (nextTheme !== theme) desktop.theme((theme = nextTheme));
    const nextStart = isOn(settings, 'startAtLogin');
    if (nextStart !== startsAtLogin) desktop.startAtLogin((startsAtLogin = nextStart));
    const nextShortcut = settingValue(settings, 'quickSwitcherShortcut');
    if (nextShortcut !== shortcut) desktop.quickSwitcher((shortcut = nextShortcut));
  }

  function followOrTell(): void {
    try {
      follow();
    } catch (error) {
      desktop.onFailure(error);
    }
  }

  followOrTell();
  return storage.onChange((change) => {
    if (change.settings) followOrTell();
  });
}

function themeOf(settings: Pick<Settings, 'get'>): Theme {
  const theme = settingValue(settings, 'theme');
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}
