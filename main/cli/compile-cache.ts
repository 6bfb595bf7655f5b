/** Keeps compiled code from one run to the next, where nobody else can put any. */
import { existsSync, lstatSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * In the data folder, like everything that the application writes; not before there is one, because the storage decides how it
 * is made. Does nothing where the folder cannot be made or is not private.
 */
export function useCompileCache(home: string): void {
  if (!existsSync(join(home, 'tokentray.db'))) return;
  const folder = join(home, 'compile-cache');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (isPrivate(folder)) process.getBuiltinModule('node:module').enableCompileCache(folder);
  } catch {
    // It only costs time.
  }
}

function isPrivate(folder: string): boolean {
  if (process.platform === 'win32') return true;
  const { uid, mode } = lstatSync(folder);
  return uid === process.getuid?.() && (mode & 0o077) === 0;
}
