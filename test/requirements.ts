/** The real parts that the tests need on the machine, and how they get there: installed, or asked for; never skipped. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { findBrowser } from './preview/find-browser.ts';

/** A command or file that must be found, or a look that finds it, and the Debian package that brings it. */
const requirements: readonly { readonly command: string | (() => boolean); readonly package: string }[] = [
  { command: 'dbus-daemon', package: 'dbus' },
  { command: 'gnome-keyring-daemon', package: 'gnome-keyring' },
  { command: 'tinyproxy', package: 'tinyproxy-bin' },
  { command: 'openssl', package: 'openssl' },
  { command: 'curl', package: 'curl' },
  { command: 'zsh', package: 'zsh' },
  { command: 'fish', package: 'fish' },
  { command: '/usr/share/bash-completion/bash_completion', package: 'bash-completion' },
  { command: () => findBrowser(process.platform, process.env) !== undefined, package: 'chromium' },
  { command: 'Xvfb', package: 'xvfb' },
  // Pictures are compared with those of other machines, and without any font text has no width.
  { command: hasFonts, package: 'fonts-dejavu-core' },
];

/**
 * Makes sure that everything is there. As root on Debian or Ubuntu, or with CI=true, it installs what is missing.
 * @returns what to do by hand, when something is missing that could not be installed
 */
export function meetRequirements(): string | undefined {
  if (missing().length === 0) return undefined;
  const names = missing().join(' ');
  const isRoot = process.getuid?.() === 0;
  const mayInstall = existsSync('/usr/bin/apt-get') && (isRoot || process.env['CI'] === 'true');
  const prefix = isRoot ? '' : 'sudo ';
  const byHand = `${prefix}apt-get update && ${prefix}apt-get install --no-install-recommends -y ${names}`;
  if (!mayInstall) return `The tests need ${names}. Install them first:\n  ${byHand}`;
  process.stdout.write(`Installing for the tests: ${names}\n`);
  const sudo = isRoot ? [] : ['sudo', '-n'];
  const apt = (...words: string[]) =>
    run([...sudo, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', ...words]);
  apt('update');
  apt('install', '--no-install-recommends', '-y', ...missing());
  return missing().length === 0 ? undefined : `Installing did not bring ${missing().join(' ')}. By hand:\n  ${byHand}`;
}

function missing(): string[] {
  return requirements.filter(({ command }) => !isFound(command)).map((requirement) => requirement.package);
}

function hasFonts(): boolean {
  return process.platform !== 'linux' || existsSync('/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf');
}

function isFound(command: string | (() => boolean)): boolean {
  if (typeof command !== 'string') return command();
  if (isAbsolute(command)) return existsSync(command);
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/sbin'];
  return folders.some((folder) => {
    try {
      accessSync(join(folder, command), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

function run([command = '', ...words]: readonly string[]): void {
  spawnSync(command, words, { stdio: ['ignore', 'ignore', 'inherit'] });
}
