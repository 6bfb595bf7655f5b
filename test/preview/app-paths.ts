/** `app.getPath` and `app.setPath`: the places Electron knows by name. */
import { existsSync, mkdirSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { Lifecycle } from './lifecycle.ts';

type PathName = Parameters<Electron.App['getPath']>[0];

export interface AppPaths {
  getPath(name: PathName): string;
  setPath(name: string, path: string): void;
  setAppLogsPath(path?: string): void;
}

/** Places that Chromium opens when it starts. */
const fixedAtReady: ReadonlySet<string> = new Set(['userData', 'sessionData', 'crashDumps']);

export function createAppPaths(lifecycle: Lifecycle, appName: () => string): AppPaths {
  const chosen = new Map<string, string>();
  const home = homedir();
  const appData = process.env['XDG_CONFIG_HOME'] ?? join(home, '.config');
  const defaults: Record<PathName, () => string> = {
    home: () => home,
    appData: () => appData,
    assets: () => join(appData, 'assets'),
    userData: () => join(getPath('appData'), appName()),
    sessionData: () => getPath('userData'),
    temp: () => tmpdir(),
    exe: () => process.execPath,
    module: () => process.execPath,
    desktop: () => join(home, 'Desktop'),
    documents: () => join(home, 'Documents'),
    downloads: () => join(home, 'Downloads'),
    music: () => join(home, 'Music'),
    pictures: () => join(home, 'Pictures'),
    videos: () => join(home, 'Videos'),
    recent: () => join(home, 'Recent'),
    logs: () => join(getPath('userData'), 'logs'),
    crashDumps: () => join(getPath('userData'), 'Crashpad'),
  };

  function getPath(name: PathName): string {
    const path = chosen.get(name) ?? (Object.hasOwn(defaults, name) ? defaults[name]() : undefined);
    if (path === undefined) throw new Error(`Failed to get '${name}' path`);
    return path;
  }

  return {
    getPath,
    setPath(name, path) {
      if (fixedAtReady.has(name)) lifecycle.requireNotReady(`app.setPath('${name}') should be called`);
      if (!isAbsolute(path)) throw new Error('Path must be absolute');
      if (!Object.hasOwn(defaults, name)) throw new Error('Failed to set path');
      // Electron's documentation demands it, and Chromium would make the folder with its own ideas of who may read it.
      if (!existsSync(path)) throw new Error(`app.setPath('${name}'): there is no folder ${path}`);
      chosen.set(name, path);
    },
    setAppLogsPath(path = join(getPath('userData'), 'logs')) {
      mkdirSync(path, { recursive: true });
      chosen.set('logs', path);
    },
  };
}
