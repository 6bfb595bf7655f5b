/** Who may read what lies in the data folder. */
import { accessSync, constants, lstatSync, readdirSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { join } from 'node:path';
import { storageError } from './storage-errors.ts';

export interface FolderModes {
  /** By a name relative to the folder; the folder itself is `.`. */
  readonly entries: readonly { readonly name: string; readonly mode: number; readonly uid: number }[];
}

/** What Tokentray itself puts there; what the desktop's own engine keeps in folders beside it is behind the folder's mode. */
const ours = /^(tokentray\.db|agent\.sock|logs$)/;

/** Undefined where there is no such folder. Throws `storage.folder_unusable` where it is none, or cannot be written. */
export function folderModes(home: string): FolderModes | undefined {
  try {
    const folder = lstatSync(home, { throwIfNoEntry: false });
    if (folder === undefined) return undefined;
    const names = readdirSync(home).filter((name) => ours.test(name));
    accessSync(home, constants.R_OK | constants.W_OK | constants.X_OK);
    const found = names.map((name) => [name, lstatSync(join(home, name), { throwIfNoEntry: false })] as const);
    return {
      entries: [['.', folder] as const, ...found].flatMap(([name, stats]) =>
        stats === undefined ? [] : [facts(name, stats)],
      ),
    };
  } catch (error) {
    throw storageError(error, home);
  }
}

function facts(name: string, { mode, uid }: Stats): FolderModes['entries'][number] {
  return { name, mode: mode & 0o777, uid };
}
