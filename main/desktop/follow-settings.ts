/** Settings that the desktop itself carries out: now, and whenever somebody changes them. */
import type { Settings } from '../settings/settings.ts';
import { isOn, settingValue } from '../settings/setting-value.ts';
import type { Storage } from '../storage/storage.ts';

export type Theme = 'system' | 'light' | 'dark';

export interface DesktopSettings {
  theme(theme: Theme): void;
  /** Not called at the start while it is off: nobody asked for a change. May throw. */
  startAtLogin(isOn: boolean): void;
}

/** Returns what ends it. */
export function followSettings(
  settings: Pick<Settings, 'get'>,
  storage: Pick<Storage, 'onChange'>,
  desktop: DesktopSettings,
): () => void {
  let theme: Theme = 'system';
  let startsAtLogin = false;

  function follow(): void {
    const nextTheme = themeOf(settings);
    if (nextTheme !== theme) desktop.theme((theme = nextTheme));
    const nextStart = isOn(settings, 'startAtLogin');
    if (nextStart !== startsAtLogin) desktop.startAtLogin((startsAtLogin = nextStart));
  }

  follow();
  return storage.onChange((change) => {
    if (change.settings) follow();
  });
}

function themeOf(settings: Pick<Settings, 'get'>): Theme {
  const theme = settingValue(settings, 'theme');
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}
