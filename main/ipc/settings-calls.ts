/** Calls of the settings page. */
import type { SettingItem, SettingsView } from '../../preload/replies.ts';
import { visibleSettings } from '../settings/setting-keys.ts';
import type { SettingFacts, VisibleSettingKey } from '../settings/setting-keys.ts';
import { settingValue } from '../settings/setting-value.ts';
import type { CallsOf } from './answer.ts';
import type { CallPorts, Desktop } from './ports.ts';

type SettingsPorts = Pick<CallPorts, 'settings' | 'storage'>;

/** What takes effect on the desktop follows the stored value, whoever changed it. */
export function settingsCalls(ports: SettingsPorts, desktop: Pick<Desktop, 'chooseCertificates'>): CallsOf<'settings'> {
  const { settings } = ports;
  const view = (): SettingsView => settingsView(ports);
  return {
    'settings.list': view,
    async 'settings.set'({ key, value }) {
      if (value === null) await settings.unset(key);
      else await settings.set(key, value);
      return view();
    },
    async 'settings.chooseCaFile'() {
      const path = await desktop.chooseCertificates();
      if (path !== null) await settings.set('caFile', path);
      return view();
    },
    async 'settings.setAll'({ values }) {
      const texts = Object.entries(values).map(([key, value]) => [key, value ?? undefined] as const);
      await settings.setAll(Object.fromEntries(texts));
      return view();
    },
  };
}

function settingsView({ settings, storage }: SettingsPorts): SettingsView {
  return {
    items: (Object.keys(visibleSettings) as VisibleSettingKey[]).map((key) => settingItem(settings, key)),
    vaultMode: storage.vault.mode() ?? null,
    dataFolder: storage.home,
  };
}

function settingItem(settings: SettingsPorts['settings'], key: VisibleSettingKey): SettingItem {
  const { label, hint, kind, choices }: SettingFacts = visibleSettings[key];
  return {
    key,
    label,
    help: hint,
    kind,
    ...(choices === undefined ? {} : { choices }),
    value: settingValue(settings, key) ?? '',
    isDefault: settings.get(key) === undefined,
  };
}
