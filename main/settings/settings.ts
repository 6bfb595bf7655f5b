/** What a person can set for the whole application: the values are read at once, and checked when they are written. */
import { TokentrayError } from '../errors.ts';
import { closestName } from '../profiles/suggest.ts';
import type { SettingStore } from '../storage/storage.ts';
import { hiddenSettings, visibleSettings } from './setting-keys.ts';
import type { SettingKey, VisibleSettingKey } from './setting-keys.ts';

export interface SettingDescription {
  readonly key: VisibleSettingKey;
  readonly value: string | null;
  readonly isDefault: boolean;
  readonly help: string;
}

export interface Settings {
  /** Undefined: not set. */
  get(key: SettingKey): string | undefined;
  /** Rejects with `config.setting_invalid`, then nothing is changed; and with `storage.*`. */
  set(key: string, text: string): Promise<void>;
  /** Back to the default. Rejects with `config.setting_invalid` for an unknown key, and with `storage.*`. */
  unset(key: string): Promise<void>;
  /** Several at once, undefined for back to the default. Rejects like `set`; with `config.setting_invalid` nothing is changed. */
  setAll(texts: Readonly<Record<string, string | undefined>>): Promise<void>;
  list(): readonly SettingDescription[];
}

export function createSettings(store: SettingStore): Settings {
  const get = (key: SettingKey): string | undefined => {
    const value = store.get(key);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  return {
    get,
    async set(key, text) {
      const known = knownKey(key);
      // Loaded here because every command reads settings and hardly any writes one.
      const { checkSetting } = await import('./check-setting.ts');
      await store.set(known, checkSetting(known, text));
    },
    async setAll(texts) {
      const { checkSetting } = await import('./check-setting.ts');
      const checked = Object.entries(texts).map(([key, text]) => {
        const known = knownKey(key);
        return { known, value: text === undefined ? undefined : checkSetting(known, text) };
      });
      for (const { known, value } of checked) await store.set(known, value);
    },
    async unset(key) {
      await store.set(knownKey(key), undefined);
    },
    list: () =>
      visibleKeys.map((key) => {
        const value = get(key);
        return { key, value: value ?? null, isDefault: value === undefined, help: visibleSettings[key].help };
      }),
  };
}

const visibleKeys = Object.keys(visibleSettings) as VisibleSettingKey[];

function knownKey(key: string): SettingKey {
  const known = [...visibleKeys, ...hiddenSettings].find((each) => each === key);
  if (known !== undefined) return known;
  const suggestion = closestName(key, visibleKeys);
  throw new TokentrayError('config.setting_invalid', {
    data: {
      detail: 'there is no such setting',
      ...(suggestion === undefined ? {} : { suggestion }),
    },
  });
}
