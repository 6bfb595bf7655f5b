/** The value of a setting that holds now: what was set, else its default. */
import { visibleSettings } from './setting-keys.ts';
import type { SwitchKey, VisibleSettingKey } from './setting-keys.ts';
import type { Settings } from './settings.ts';

/** Null where nothing is set and there is no default. */
export function settingValue(settings: Pick<Settings, 'get'>, key: VisibleSettingKey): string | null {
  return settings.get(key) ?? visibleSettings[key].default;
}

export function isOn(settings: Pick<Settings, 'get'>, key: SwitchKey): boolean {
  return settingValue(settings, key) === 'on';
}
