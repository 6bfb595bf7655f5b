/** Files that only their owner may read and write. */
import { chmodSync, closeSync, existsSync, openSync, statSync } from 'node:fs';

/** Creates an empty file with mode 0600; one that is there is left as it is. Throws system errors. */
export function createPrivateFile(path: string): void {
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    // Never opened when it exists: closing a descriptor of a database drops this process's locks on it (POSIX).
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** Closes to others what a copy or another program left open to them. Throws system errors. */
export function makePrivate(path: string, companions: readonly string[]): void {
  if (process.platform === 'win32' || (statSync(path).mode & 0o077) === 0) return;
  for (const file of [path, ...companions]) if (existsSync(file)) chmodSync(file, 0o600);
}

/** Runs with umask 077 in force, for the files that SQLite creates by itself. Children started later do not inherit it. */
export function withPrivateUmask<T>(run: () => T): T {
  const previous = process.umask(0o077);
  try {
    return run();
  } finally {
    process.umask(previous);
  }
}
