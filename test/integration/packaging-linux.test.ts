/** What the packages for Linux install and where, and how desktops see it. */
import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { autostartEntry, autostartPath } from '../../main/desktop/autostart-entry.ts';
import type { LinuxRecipe } from '../packaging/linux-recipes.ts';
import { makeStandInRuntime } from '../packaging/stand-in-runtime.ts';

let folder: string;
const recipes = new Map<LinuxRecipe['target'], LinuxRecipe>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tokentray-deb-'));
  const runtime = join(folder, 'runtime');
  makeStandInRuntime(runtime, 'linux');
  const program = new URL('../packaging/linux-recipes.ts', import.meta.url);
  const child = fork(program, [runtime, join(folder, 'out')], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { PATH: process.env['PATH'], HOME: folder, HTTPS_PROXY: 'http://127.0.0.1:9', npm_config_offline: 'true' },
  });
  const ended = once(child, 'close');
  child.on('message', (message) => {
    const recipe = message as LinuxRecipe;
    recipes.set(recipe.target, recipe);
  });
  await ended;
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function recipeOf(target: LinuxRecipe['target']): LinuxRecipe {
  const recipe = recipes.get(target);
  if (recipe === undefined) throw new Error(`electron-builder came to no ${target}`);
  return recipe;
}

/** Source of what the package for Debian installs at a path. */
const sourceOf = (target: string) =>
  recipeOf('deb')
    .args.find((arg) => arg.endsWith(`=${target}`))
    ?.split('=')[0];

it('makes tokentray a command, which is the command line and not the application', async () => {
  const source = sourceOf('/usr/bin/tokentray') ?? '';
  const { stdout } = await promisify(execFile)('sh', ['-x', source, 'status']).catch(
    ({ stderr }: { stderr: string }) => ({ stdout: stderr }),
  );
  expect(stdout).toContain('+ exec /opt/Tokentray/resources/cli/tokentray status');
  expect(recipeOf('deb').args).toContainEqual(expect.stringMatching(/-unpacked\/=\/opt\/Tokentray$/));
});

it('names the desktop file like the windows, by which desktops find the icon', () => {
  expect(sourceOf('/usr/share/applications/dev.tokentray.app.desktop')).toBeDefined();
  expect(recipeOf('deb').desktopFile).toContain('\nStartupWMClass=dev.tokentray.app\n');
  expect(recipeOf('deb').desktopFile).toContain('\nExec=/opt/Tokentray/tokentray-app %U\n');
  expect(recipeOf('deb').desktopFile).toContain('\nCategories=Development;\n');
});

it('brings the icon that the desktop file names, in every size', () => {
  const icon = /^Icon=(?<name>.+)$/m.exec(recipeOf('deb').desktopFile)?.groups?.['name'];
  for (const size of [16, 32, 48, 256, 512]) {
    expect(sourceOf(`/usr/share/icons/hicolor/${size}x${size}/apps/${icon}.png`)).toMatch(/\.png$/);
  }
});

it("leaves Chromium's sandbox on in both", () => {
  expect(recipeOf('deb').desktopFile).not.toContain('sandbox');
  expect(recipeOf('AppImage').desktopFile).toContain('\nExec=AppRun %U\n');
});

it('agrees with the entry that starts the application at login', () => {
  const icon = (entry: string) => /^Icon=.+$/m.exec(entry)?.[0];
  expect(icon(autostartEntry(['tokentray-app']))).toBe(icon(recipeOf('deb').desktopFile));
  const name = basename(autostartPath({ HOME: '/home/jane' }) ?? '');
  expect(sourceOf(`/usr/share/applications/${name}`)).toBeDefined();
});
