/** What can be set for the whole application. */

/** What a person is told of a setting, and what a form needs to know to ask for it. */
export interface SettingFacts {
  readonly label: string;
  readonly help: string;
  /** Of the text that stands for the value: a `switch` is `on` or `off`, `seconds` are a whole number. */
  readonly kind: 'text' | 'switch' | 'choice' | 'seconds';
  /** What holds while nothing is set; null: nothing does. */
  readonly default: string | null;
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
}

/** Settings that a person sees. All are absent by default. */
export const visibleSettings = {
  theme: {
    label: 'Appearance',
    help: 'Colours of the window: system, light or dark. Default: system.',
    kind: 'choice',
    default: 'system',
    choices: [
      { value: 'system', label: 'Like the system' },
      { value: 'light', label: 'Light' },
      { value: 'dark', label: 'Dark' },
    ],
  },
  clipboardSeconds: {
    label: 'Clear the clipboard after',
    help: 'Seconds after which the tray application takes a copied token off the clipboard, at most 86400; 0 leaves it there. Default: 60.',
    kind: 'seconds',
    default: '60',
  },
  notifications: {
    label: 'Notifications',
    help: 'Whether the tray application notifies when a token cannot be renewed: on or off. Default: on.',
    kind: 'switch',
    default: 'on',
  },
  startAtLogin: {
    label: 'Start at login',
    help: 'Whether the tray application starts when you log in: on or off. Default: off.',
    kind: 'switch',
    default: 'off',
  },
  proxy: {
    label: 'Proxy',
    help: 'Proxy for all requests, such as http://proxy.example.com:8080. Default: HTTPS_PROXY, which also gives the user name and password when it names the same proxy.',
    kind: 'text',
    default: null,
  },
  caFile: {
    label: 'Certificate authorities',
    help: 'Absolute path of a file with certificates (PEM) to trust besides those of the system. Default: none.',
    kind: 'text',
    default: null,
  },
} as const satisfies Readonly<Record<string, SettingFacts>>;

export type VisibleSettingKey = keyof typeof visibleSettings;

/** `defaultProfile` holds an id and is set by choosing the default profile; it is not listed. */
export type SettingKey = VisibleSettingKey | 'defaultProfile';
