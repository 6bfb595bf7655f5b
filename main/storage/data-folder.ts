/** Where the application keeps its files, and making that place private. */
import { homedir } from 'node:os';
import { accessSync, chmodSync, constants, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname, posix, win32 } from 'node:path';
import { storageError } from './storage-errors.ts';

const folderName = 'Tokentray';

/**
 * Absolute path of the data folder: `TOKENTRAY_HOME` where set (a relative one counts from the working directory),
 * else `Tokentray` in the platform's local data place. Touches nothing.
 */
export function dataFolder(
  environment: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
  homeDirectory: string,
): string {
  const paths = platform === 'win32' ? win32 : posix;
  const chosen = environment['TOKENTRAY_HOME'];
  if (chosen !== undefined && chosen !== '') return paths.resolve(chosen);
  return paths.join(localDataPlace(environment, platform, homeDirectory), folderName);
}

/** The same for this process. Throws `storage.folder_unusable` where it has no home and names no folder. */
export function ownDataFolder(environment: Readonly<Record<string, string | undefined>>): string {
  const chosen = environment['TOKENTRAY_HOME'];
  // A user without an entry in the system's list has no home: that matters only when one is needed.
  if (chosen !== undefined && chosen !== '') return dataFolder(environment, process.platform, '');
  try {
    return dataFolder(environment, process.platform, homedir());
  } catch (error) {
    throw storageError(error, 'TOKENTRAY_HOME');
  }
}

function localDataPlace(
  environment: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
  homeDirectory: string,
): string {
  if (platform === 'darwin') return posix.join(homeDirectory, 'Library', 'Application Support');
  if (platform === 'win32') {
    const local = environment['LOCALAPPDATA'];
    return local === undefined || local === '' ? win32.join(homeDirectory, 'AppData', 'Local') : local;
  }
  // The XDG Base Directory Specification wants a relative path ignored.
  const xdg = environment['XDG_DATA_HOME'];
  return xdg !== undefined && posix.isAbsolute(xdg) ? xdg : posix.join(homeDirectory, '.local', 'share');
}

/**
 * Makes the folder, private to its owner (0700), unless it is there. An empty folder that somebody made for us is
 * closed to others; one that already holds files keeps its mode, because it may be shared on purpose.
 * Throws `storage.folder_unusable` when it is no folder or cannot be written, `storage.disk_full` when it cannot be made.
 */
export function prepareFolder(home: string): void {
  try {
    makeFolder(home);
    // Before the permissions: those of a file are not what is wrong with it.
    const isEmpty = readdirSync(home).length === 0;
    accessSync(home, constants.R_OK | constants.W_OK | constants.X_OK);
    const othersMayEnter = process.platform !== 'win32' && (statSync(home).mode & 0o077) !== 0;
    if (othersMayEnter && isEmpty) chmodSync(home, 0o700);
  } catch (error) {
    throw storageError(error, home);
  }
}

/** Level by level: Node's recursive way does not come back where the parent is there and takes no folder (seen on /proc). */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    // Another process may have made it meanwhile.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
