/** Dialogs that ask for a file: a test names one, a person chooses from the downloads. */
import { readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { extname, isAbsolute, join } from 'node:path';
import type { DialogControl, PretendedDesktop } from './pretended-desktop.ts';

export type FileDialogs = Pick<Electron.Dialog, 'showOpenDialog' | 'showSaveDialog'>;

/** More would not fit into the strip. */
const mostOffered = 8;

export function createFileDialogs(desktop: PretendedDesktop): FileDialogs {
  /** Null: cancelled. */
  function ask(message: string, offered: readonly string[]): Promise<string | null> {
    const { promise, resolve } = Promise.withResolvers<string | null>();
    function end(path: string | null): void {
      desktop.dialogs.delete(control);
      desktop.changed();
      resolve(path);
    }
    const control: DialogControl = {
      shown: { message, detail: '', buttons: [...offered, 'Cancel'] },
      answer: (button) => end(button === null ? null : (offered[button] ?? null)),
      choose: end,
    };
    desktop.dialogs.add(control);
    desktop.changed();
    return promise;
  }

  return {
    async showOpenDialog(
      first: Electron.BaseWindow | Electron.OpenDialogOptions,
      second?: Electron.OpenDialogOptions,
    ): Promise<Electron.OpenDialogReturnValue> {
      const options: Electron.OpenDialogOptions = second ?? first;
      const { title = 'Open', filters = [] } = options;
      const path = await ask(title, filesIn(downloads(), filters));
      return path === null ? { canceled: true, filePaths: [] } : { canceled: false, filePaths: [path] };
    },
    async showSaveDialog(
      first: Electron.BaseWindow | Electron.SaveDialogOptions,
      second?: Electron.SaveDialogOptions,
    ): Promise<Electron.SaveDialogReturnValue> {
      const options: Electron.SaveDialogOptions = second ?? first;
      const { title = 'Save', defaultPath = 'untitled' } = options;
      const path = await ask(title, [isAbsolute(defaultPath) ? defaultPath : join(downloads(), defaultPath)]);
      return path === null ? { canceled: true, filePath: '' } : { canceled: false, filePath: path };
    },
  };
}

const downloads = (): string => join(homedir(), 'Downloads');

function filesIn(folder: string, filters: readonly Electron.FileFilter[]): readonly string[] {
  const extensions = new Set(filters.flatMap((filter) => filter.extensions));
  try {
    return readdirSync(folder)
      .filter((name) => extensions.has('*') || extensions.has(extname(name).slice(1)))
      .slice(0, mostOffered)
      .map((name) => join(folder, name));
  } catch {
    // There is no such folder on a machine that only tests.
    return [];
  }
}
