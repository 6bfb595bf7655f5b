/** The value of a setting that holds now: what was set, else its default. */
import { visibleSettings } from './setting-keys.ts';
import type { SecondsKey, SwitchKey, VisibleSettingKey } from './setting-keys.ts';
import type { Settings } from './settings.ts';

/** Null where nothing is set and there is no default. */
export function settingValue(settings: Pick<Settings, 'get'>, key: VisibleSettingKey): string | null {
  return settings.get(key) ?? visibleSettings[key].default;
}

export function isOn(settings: Pick<Settings, 'get'>, key: SwitchKey): boolean {
  return settingValue(settings, key) === 'on';
}

/** The default where the database holds what this version would not have stored. */
export function secondsOf(settings: Pick<Settings, 'get'>, key: SecondsKey): number {
  const text = settings.get(key) ?? '';
  return Number(/^\d+$/.test(text) ? text : visibleSettings[key].default);
}
