/** Everything that a log may say, and how much it matters. */
import { TokentrayError } from '../errors.ts';
import type { ErrorCode, ErrorData } from '../errors.ts';

/** From what matters most to what matters least. */
export const logLevels = ['error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof logLevels)[number];

/** `profile` is the name of one. */
export type LogEvent =
  | { readonly event: 'started'; readonly role: 'agent' | 'application'; readonly version: string }
  | { readonly event: 'stopped' }
  | { readonly event: 'token-obtained'; readonly profile: string; readonly expiresAtMs: number | null }
  | { readonly event: 'token-failed'; readonly profile: string; readonly error: LoggedError }
  | { readonly event: 'sign-in-started'; readonly profile: string }
  | { readonly event: 'sign-in-done'; readonly profile: string }
  | { readonly event: 'sign-in-cancelled'; readonly profile: string }
  | { readonly event: 'sign-in-failed'; readonly profile: string; readonly error: LoggedError }
  | { readonly event: 'vault-opened' }
  | { readonly event: 'vault-out-of-reach'; readonly error: LoggedError }
  /** Somebody changed profiles or settings. */
  | { readonly event: 'storage-changed'; readonly profiles: number | 'many'; readonly settings: boolean };

export interface LoggedError {
  readonly code: ErrorCode;
  readonly data: ErrorData;
}

const levels: Readonly<Record<LogEvent['event'], LogLevel | 'as-error'>> = {
  started: 'info',
  stopped: 'info',
  'token-obtained': 'info',
  'token-failed': 'as-error',
  'sign-in-started': 'info',
  'sign-in-done': 'info',
  'sign-in-cancelled': 'info',
  'sign-in-failed': 'as-error',
  'vault-opened': 'info',
  'vault-out-of-reach': 'as-error',
  'storage-changed': 'debug',
};

/** A failure that is tried again by itself is a warning, one that needs a person an error. */
export function levelOf(event: LogEvent): LogLevel {
  const level = levels[event.event];
  if (level !== 'as-error') return level;
  return 'error' in event && new TokentrayError(event.error.code).retry === 'later' ? 'warn' : 'error';
}

/** Whether what is of `level` is written, or shown, where `least` is asked for. */
export function isWanted(level: LogLevel, least: LogLevel): boolean {
  return logLevels.indexOf(level) <= logLevels.indexOf(least);
}
