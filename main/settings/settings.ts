/** What a person can set for the whole application: the values are read at once, and checked when they are written. */
import { TokentrayError } from '../errors.ts';
import { closestName } from '../profiles/suggest.ts';
import type { SettingStore } from '../storage/storage.ts';

/** Settings that a person sees, with what they are for. All are absent by default. */
const visible = {
  proxy: 'Proxy for all requests, such as http://proxy.example.com:8080. Default: HTTPS_PROXY and HTTP_PROXY.',
  caFile: 'Absolute path of a file with certificates (PEM) to trust besides those of the system. Default: none.',
} as const;

type VisibleSettingKey = keyof typeof visible;
/** `defaultProfile` holds an id and is set by choosing the default profile; it is not listed. */
export type SettingKey = VisibleSettingKey | 'defaultProfile';

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
    async unset(key) {
      await store.set(knownKey(key), undefined);
    },
    list: () =>
      visibleKeys.map((key) => {
        const value = get(key);
        return { key, value: value ?? null, isDefault: value === undefined, help: visible[key] };
      }),
  };
}

const visibleKeys = Object.keys(visible) as VisibleSettingKey[];

function knownKey(key: string): SettingKey {
  const known = [...visibleKeys, 'defaultProfile' as const].find((each) => each === key);
  if (known !== undefined) return known;
  const suggestion = closestName(key, visibleKeys);
  throw new TokentrayError('config.setting_invalid', {
    data: {
      detail: 'there is no such setting',
      ...(suggestion === undefined ? {} : { suggestion }),
    },
  });
}
