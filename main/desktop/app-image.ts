/** The AppImage that this application runs from: a file that is mounted at another place each time. */
import { realpathSync } from 'node:fs';
import { sep } from 'node:path';

/**
 * Path of the file; undefined where the application is installed otherwise. Its variables alone do not tell: a terminal
 * that is an AppImage hands its own on to everything that is started in it.
 */
export function ownAppImage(
  execPath: string,
  { APPIMAGE: file, APPDIR: mount }: Readonly<Record<string, string | undefined>>,
): string | undefined {
  if (file === undefined || file === '' || mount === undefined || mount === '') return undefined;
  return execPath.startsWith(real(mount) + sep) || execPath.startsWith(mount + sep) ? file : undefined;
}

/** What a program is told of its own path follows no links. */
function real(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}
