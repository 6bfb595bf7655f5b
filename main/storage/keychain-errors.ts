/** What the keychain library says in English sentences, translated into the application's own errors. */
import { TokentrayError } from '../errors.ts';
import type { KeychainBackend } from '../errors.ts';

type KeychainCode = 'storage.keychain_unavailable' | 'storage.keychain_locked';

interface Reading {
  readonly pattern: RegExp;
  readonly code: KeychainCode;
  /** Goes on after the name of the backend. */
  readonly words: string;
}

const unavailable = 'storage.keychain_unavailable';
const locked = 'storage.keychain_locked';

/** First match counts. Texts of libdbus, dbus-secret-service, Apple's Security framework and keyring-core. */
const readings: readonly Reading[] = [
  {
    pattern: /native binding|cannot find module|dlopen/i,
    code: unavailable,
    words: 'needs a library that is not installed for this system',
  },
  {
    pattern: /autolaunch|failed to connect|address|disconnected|no dbus session/i,
    code: unavailable,
    words: 'cannot be reached: there is no session bus (see DBUS_SESSION_BUS_ADDRESS)',
  },
  {
    pattern: /not provided by any|name \S+ (has no owner|does not exist)/i,
    code: unavailable,
    words: 'is provided by nobody: neither gnome-keyring, KWallet nor KeePassXC runs',
  },
  { pattern: /exited with|failed to execute|launch helper/i, code: unavailable, words: 'could not be started' },
  { pattern: /did not receive a reply|timed? ?out/i, code: unavailable, words: 'did not answer' },
  { pattern: /no result found/i, code: unavailable, words: 'has no default keyring yet' },
  { pattern: /logon_session/i, code: unavailable, words: 'is not available in this logon session' },
  {
    pattern: /prompt was dismissed/i,
    code: locked,
    words: 'was not unlocked: its prompt was dismissed or could not be shown',
  },
  { pattern: /\blocked/i, code: locked, words: 'is locked' },
  { pattern: /denied|prevents|not permitted|not allowed|user cancell?ed/i, code: locked, words: 'refused access' },
];

/** The operating system's keychain in words. */
export function keychainName(platform: NodeJS.Platform): string {
  if (platform === 'darwin') return 'macOS Keychain';
  return platform === 'win32' ? 'Windows Credential Manager' : 'Secret Service over D-Bus';
}

function keychainBackend(platform: NodeJS.Platform): KeychainBackend {
  if (platform === 'darwin') return 'macos-keychain';
  return platform === 'win32' ? 'windows-credential-manager' : 'secret-service';
}

/** The library's own text is not passed on, and neither is its error: nobody promises that they are free of values. */
export function keychainError(thrown: unknown, platform: NodeJS.Platform): TokentrayError {
  const message = thrown instanceof Error ? thrown.message : '';
  const reading = readings.find(({ pattern }) => pattern.test(message)) ?? unread(message, platform);
  return new TokentrayError(reading.code, {
    data: { keychain: keychainBackend(platform), detail: `${keychainName(platform)} ${reading.words}` },
  });
}

/** The prompt of a keychain is still open after a caller's patience. */
export function promptOverdue(platform: NodeJS.Platform): TokentrayError {
  return new TokentrayError(locked, {
    data: {
      keychain: keychainBackend(platform),
      detail: `${keychainName(platform)} waits for somebody to answer its prompt`,
    },
  });
}

function unread(message: string, platform: NodeJS.Platform): Pick<Reading, 'code' | 'words'> {
  // macOS speaks the person's language: what is no lack of a keychain ("platform storage") is almost always a refusal.
  const isRefusal = platform === 'darwin' && message.startsWith('Platform failure');
  return isRefusal ? { code: locked, words: 'refused access' } : { code: unavailable, words: 'failed' };
}
