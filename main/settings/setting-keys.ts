/** What can be set for the whole application. */

/** What a person is told of a setting, and what a form needs to know to ask for it. */
export interface SettingFacts {
  readonly label: string;
  readonly help: string;
  /** The same for somebody who sees the control, and what it is set to. */
  readonly hint: string;
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
    hint: 'Colours of this window.',
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
    hint: 'Seconds after which a copied token is taken off the clipboard again; 0 leaves it there.',
    kind: 'seconds',
    default: '60',
  },
  notifications: {
    label: 'Notifications',
    help: 'Whether the tray application notifies when a token cannot be renewed: on or off. Default: on.',
    hint: 'Says when a token cannot be renewed, and stays silent while all is well.',
    kind: 'switch',
    default: 'on',
  },
  startAtLogin: {
    label: 'Start at login',
    help: 'Whether the tray application starts when you log in: on or off. Default: off.',
    hint: 'Tokens are fresh before you need the first one.',
    kind: 'switch',
    default: 'off',
  },
  proxy: {
    label: 'Proxy',
    help: 'Proxy for all requests, such as http://proxy.example.com:8080. Default: HTTPS_PROXY, which also gives the user name and password when it names the same proxy.',
    hint: 'Used for all requests. Empty: the proxy of the environment (HTTPS_PROXY) or of the system.',
    kind: 'text',
    default: null,
  },
  caFile: {
    label: 'Certificate authorities',
    help: 'Absolute path of a file with certificates (PEM) to trust besides those of the system. Default: none.',
    hint: 'Absolute path of a file with certificates (PEM) to trust besides those of the system.',
    kind: 'text',
    default: null,
  },
  logLevel: {
    label: 'Log',
    help: 'How much the agent and the tray application write into the log that "tokentray logs" shows: error, warn, info or debug. Default: info.',
    hint: 'How much is written into the log; secrets and tokens never are.',
    kind: 'choice',
    default: 'info',
    choices: [
      { value: 'error', label: 'What needs you' },
      { value: 'warn', label: 'Every failure' },
      { value: 'info', label: 'What happens' },
      { value: 'debug', label: 'Everything' },
    ],
  },
} as const satisfies Readonly<Record<string, SettingFacts>>;

export type VisibleSettingKey = keyof typeof visibleSettings;

/** `defaultProfile` holds an id and is set by choosing the default profile; it is not listed. */
export type SettingKey = VisibleSettingKey | 'defaultProfile';
