/** What can be set for the whole application. */

/** What a person is told of a setting, and what a form needs to know to ask for it. */
export interface SettingFacts {
  readonly label: string;
  readonly help: string;
  /** The same for somebody who sees the control, and what it is set to. */
  readonly hint: string;
  /**
   * Of the text that stands for the value: a `switch` is `on` or `off`, `seconds` are a whole number, a `file` is an absolute
   * path, a `shortcut` is an accelerator of Electron.
   */
  readonly kind: 'text' | 'switch' | 'choice' | 'seconds' | 'file' | 'shortcut';
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
  startAtLogin: {
    label: 'Start at login',
    help: 'Whether the tray application starts when you log in: on or off. Default: off.',
    hint: 'Tokens are fresh before you need the first one.',
    kind: 'switch',
    default: 'off',
  },
  quickSwitcherShortcut: {
    label: 'Shortcut of the quick switcher',
    help: 'Keys that open the quick switcher from every application, such as CommandOrControl+Shift+K. Default: none.',
    hint: 'Finds and copies a token from within every application.',
    kind: 'shortcut',
    default: null,
  },
  refreshEarlySeconds: {
    label: 'Renew tokens ahead of their expiry',
    help: 'Seconds before expiry at which tokens are renewed, at most 3600, unless their profile says it; at least a tenth of the lifetime, at most half of it or ten minutes. Default: 60.',
    hint: 'For profiles that do not say it themselves: at least a tenth of a token’s lifetime, at most half of it or ten minutes.',
    kind: 'seconds',
    default: '60',
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
    help: 'Whether the tray application notifies of what the settings beginning with notify choose: on or off. Default: on.',
    hint: 'For profiles that are in use. Nothing is said while all is well.',
    kind: 'switch',
    default: 'on',
  },
  notifyExpired: {
    label: 'A token expired',
    help: 'Whether it notifies when a token expired that is refreshed by hand, or could not be renewed in time: on or off. Default: on.',
    hint: 'One that is refreshed by hand, or that could not be renewed in time.',
    kind: 'switch',
    default: 'on',
  },
  notifyExpiring: {
    label: 'A token is going to expire',
    help: 'Whether it notifies when a token will expire before it can be renewed: on or off. Default: on.',
    hint: 'Before it can be renewed: the server is out of reach, or the session ends first.',
    kind: 'switch',
    default: 'on',
  },
  notifySignIn: {
    label: 'A sign-in is needed',
    help: 'Whether it notifies when a session ended and you must sign in again: on or off. Default: on.',
    hint: 'A session ended; with a button that signs in.',
    kind: 'switch',
    default: 'on',
  },
  notifyRejected: {
    label: 'A secret was rejected',
    help: 'Whether it notifies when a server refuses a profile for good, as with a wrong secret: on or off. Default: on.',
    hint: 'Or the server refuses the profile for another reason; with a button that opens the form.',
    kind: 'switch',
    default: 'on',
  },
  notifyRecovered: {
    label: 'A profile works again',
    help: 'Whether it notifies when a profile works again after it told of a failure: on or off. Default: on.',
    hint: 'After you were told that it did not.',
    kind: 'switch',
    default: 'on',
  },
  notifyCredentialEnds: {
    label: 'A credential is going to end',
    help: 'Whether it notifies 14 days and 1 day before a personal access token, key or client secret ends: on or off. Default: on.',
    hint: '14 days and 1 day before the end of a personal access token, key or client secret.',
    kind: 'switch',
    default: 'on',
  },
  productionGuard: {
    label: 'Ask before copying a production token',
    help: 'Whether window and tray ask before they copy the token of a profile whose environment is production: on or off. Default: on.',
    hint: 'For profiles whose environment is production. After a yes, the same profile does not ask again for five minutes.',
    kind: 'switch',
    default: 'on',
  },
  productionClipboardSeconds: {
    label: 'Clear a production token after',
    help: 'Seconds after which the token of a production profile is taken off the clipboard, at most 86400; 0, or more than clipboardSeconds: when the others are. Default: 15.',
    hint: 'Seconds after which it is taken off the clipboard; 0: when the others are.',
    kind: 'seconds',
    default: '15',
  },
  proxy: {
    label: 'Proxy',
    help: 'Proxy for all requests, such as http://proxy.example.com:8080. Default: HTTPS_PROXY, which also gives the user name and password when it names the same proxy.',
    hint: 'For all requests but those to hosts in NO_PROXY, which are reached directly. Empty: the proxy of the environment (HTTPS_PROXY), else that of the system; without one, no proxy.',
    kind: 'text',
    default: null,
  },
  caFile: {
    label: 'Certificate authorities',
    help: 'Absolute path of a file with certificates (PEM) to trust besides those of the system. Default: none.',
    hint: 'Absolute path of a file with certificates (PEM) to trust besides those of the system.',
    kind: 'file',
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

/**
 * Set by what a person does elsewhere, and not listed: `defaultProfile` holds an id, `pinnedProfiles` a JSON list of ids,
 * `listView` as JSON how the window's list is grouped, sorted and filtered, `announcedEnds` as JSON which ends of
 * credentials a person was told of.
 */
export const hiddenSettings = ['defaultProfile', 'pinnedProfiles', 'listView', 'announcedEnds'] as const;

export type SettingKey = VisibleSettingKey | (typeof hiddenSettings)[number];

type KeyOfKind<Kind extends SettingFacts['kind']> = {
  [Key in VisibleSettingKey]: (typeof visibleSettings)[Key]['kind'] extends Kind ? Key : never;
}[VisibleSettingKey];

/** Those that are `on` or `off`. */
export type SwitchKey = KeyOfKind<'switch'>;

/** Those that are a whole number of seconds. */
export type SecondsKey = KeyOfKind<'seconds'>;
