/** What the process's exit code says about a failure; part of the public surface. */
import type { ErrorCode } from '../errors.ts';

/**
 * 0 done · 1 anything else · 2 usage or invalid profile · 3 no such profile · 4 a person must sign in or enter a secret ·
 * 5 refused by the server · 6 network · 7 keychain or vault.
 */
export type ExitCode = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;

type Family<Code> = Code extends `${infer First}.${string}` ? First : never;

const byFamily: Readonly<Record<Family<ErrorCode>, ExitCode>> = {
  config: 2,
  auth: 4,
  network: 6,
  storage: 7,
  ipc: 1,
  internal: 1,
};

const exceptions: Readonly<Partial<Record<ErrorCode, ExitCode>>> = {
  'config.profile_not_found': 3,
  'config.no_default_profile': 3,
  'auth.refused': 5,
  'storage.profile_damaged': 2,
  'storage.database_newer': 1,
  'storage.database_busy': 1,
  'storage.database_damaged': 1,
  'storage.folder_unusable': 1,
  'storage.disk_full': 1,
};

export function exitCodeOf(code: ErrorCode): ExitCode {
  return exceptions[code] ?? byFamily[code.slice(0, code.indexOf('.')) as Family<ErrorCode>];
}

/** In the words of the manual pages. */
export const exitCodeWords: Readonly<Record<ExitCode, string>> = {
  0: 'done',
  1: 'anything else',
  2: 'wrong usage, or an invalid profile',
  3: 'no such profile',
  4: 'a person must sign in, or enter a secret',
  5: 'refused by the server',
  6: 'network',
  7: 'keychain or vault',
};
