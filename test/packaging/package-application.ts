/** Packages the build into a folder, as `npm run package` does before it makes installers of it, without any network. */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { makeStandInRuntime } from './stand-in-runtime.ts';
import type { StandInPlatform } from './stand-in-runtime.ts';

const exec = promisify(execFile);

/** A port at which nobody listens: whatever wants to be downloaded fails, and with it the packaging. */
const nowhere = 'http://127.0.0.1:9';

const platforms = {
  linux: { option: '--linux', executable: 'tokentray-app' },
  win32: { option: '--win', executable: 'Tokentray.exe' },
} as const;

export interface PackagedApplication {
  readonly executable: string;
  readonly resources: string;
  /** Names in the folders in which Electron and the tools of electron-builder are kept when they were downloaded. */
  downloads(): readonly string[];
  remove(): void;
}

/** For the architecture of this machine. Rejects with what electron-builder printed. */
export async function packageApplication(platform: StandInPlatform): Promise<PackagedApplication> {
  const root = mkdtempSync(join(tmpdir(), 'tokentray-package-'));
  const caches = [join(root, 'electron-cache'), join(root, 'builder-cache')] as const;
  const { option, executable } = platforms[platform];
  makeStandInRuntime(join(root, 'runtime'), platform);
  const settings = [`-c.electronDist=${join(root, 'runtime')}`, `-c.directories.output=${join(root, 'out')}`];
  const remove = () => rmSync(root, { recursive: true, force: true });
  const packaging = exec(process.execPath, ['node_modules/electron-builder/cli.js', option, '--dir', ...settings], {
    env: {
      PATH: process.env['PATH'],
      HOME: root,
      HTTPS_PROXY: nowhere,
      HTTP_PROXY: nowhere,
      ELECTRON_GET_USE_PROXY: 'true',
      npm_config_offline: 'true',
      electron_config_cache: caches[0],
      ELECTRON_BUILDER_CACHE: caches[1],
    },
  });
  await packaging.catch((error: unknown) => {
    remove();
    throw error;
  });
  // The name has the architecture in it where that is not the usual one.
  const folder = readdirSync(join(root, 'out')).find((name) => name.endsWith('-unpacked')) ?? '';
  const packaged = join(root, 'out', folder);
  return {
    executable: join(packaged, executable),
    resources: join(packaged, 'resources'),
    downloads: () => caches.flatMap((cache) => (existsSync(cache) ? readdirSync(cache) : [])),
    remove,
  };
}
