/** What the package for Debian installs, and where. */
import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { autostartEntry, autostartPath } from '../../main/desktop/autostart-entry.ts';
import type { DebRecipe } from '../packaging/deb-recipe.ts';
import { makeStandInRuntime } from '../packaging/stand-in-runtime.ts';

let folder: string;
let recipe: DebRecipe;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tokentray-deb-'));
  const runtime = join(folder, 'runtime');
  makeStandInRuntime(runtime, 'linux');
  const program = new URL('../packaging/deb-recipe.ts', import.meta.url);
  const child = fork(program, [runtime, join(folder, 'out')], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { PATH: process.env['PATH'], HOME: folder, HTTPS_PROXY: 'http://127.0.0.1:9', npm_config_offline: 'true' },
  });
  const ended = once(child, 'close');
  child.once('message', (message) => (recipe = message as DebRecipe));
  await ended;
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Source of what is installed at a path. */
const sourceOf = (target: string) => recipe.args.find((arg) => arg.endsWith(`=${target}`))?.split('=')[0];

it('makes tokentray a command, which is the command line and not the application', async () => {
  const source = sourceOf('/usr/bin/tokentray') ?? '';
  const { stdout } = await promisify(execFile)('sh', ['-x', source, 'status']).catch(
    ({ stderr }: { stderr: string }) => ({ stdout: stderr }),
  );
  expect(stdout).toContain('+ exec /opt/Tokentray/resources/cli/tokentray status');
  expect(recipe.args).toContain(`${join(folder, 'out')}/linux-unpacked/=/opt/Tokentray`);
});

it('names the desktop file like the windows, by which desktops find the icon', () => {
  expect(sourceOf('/usr/share/applications/dev.tokentray.app.desktop')).toBeDefined();
  expect(recipe.desktopFile).toContain('\nStartupWMClass=dev.tokentray.app\n');
  expect(recipe.desktopFile).toContain('\nExec=/opt/Tokentray/tokentray-app %U\n');
  expect(recipe.desktopFile).toContain('\nCategories=Development;\n');
});

it('brings the icon that the desktop file names, in every size', () => {
  const icon = /^Icon=(?<name>.+)$/m.exec(recipe.desktopFile)?.groups?.['name'];
  for (const size of [16, 32, 48, 256, 512]) {
    expect(sourceOf(`/usr/share/icons/hicolor/${size}x${size}/apps/${icon}.png`)).toMatch(/\.png$/);
  }
});

it('agrees with the entry that starts the application at login', () => {
  const icon = (entry: string) => /^Icon=.+$/m.exec(entry)?.[0];
  expect(icon(autostartEntry(['tokentray-app']))).toBe(icon(recipe.desktopFile));
  const name = basename(autostartPath({ HOME: '/home/jane' }) ?? '');
  expect(sourceOf(`/usr/share/applications/${name}`)).toBeDefined();
});
