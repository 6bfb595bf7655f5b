/** Moves everything that Chromium writes into the data folder. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from 'electron';

/** Names of Electron's own places, with the folder of each below `<data folder>/desktop`. */
const places = { userData: '.', sessionData: 'session', logs: 'logs', crashDumps: 'crashes' } as const;

/** Only before ready. Returns the folder of the desktop's own files. Throws the system's error. */
export function useDataFolder(app: Pick<App, 'setPath'>, home: string): string {
  const desktop = join(home, 'desktop');
  for (const [name, folder] of Object.entries(places)) {
    const path = join(desktop, folder);
    mkdirSync(path, { recursive: true, mode: 0o700 });
    app.setPath(name, path);
  }
  return desktop;
}
