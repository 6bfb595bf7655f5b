/** Finds an installed Chromium, Chrome or Edge in the places where the three systems keep one. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const commands = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const macApplications = [
  'Chromium.app/Contents/MacOS/Chromium',
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];
const windowsPrograms = [
  'Chromium\\Application\\chrome.exe',
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/** Every place to look at, best first. */
function browserPlaces(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  if (platform === 'win32') {
    const roots = ['LOCALAPPDATA', 'PROGRAMFILES', 'PROGRAMFILES(X86)'].map((name) => environment[name]);
    return roots.flatMap((root) => (root === undefined ? [] : windowsPrograms.map((program) => `${root}\\${program}`)));
  }
  if (platform === 'darwin') {
    const roots = ['/Applications', join(environment['HOME'] ?? '/', 'Applications')];
    return roots.flatMap((root) => macApplications.map((application) => join(root, application)));
  }
  const folders = [...(environment['PATH'] ?? '').split(':'), '/usr/bin', '/snap/bin'].filter(Boolean);
  return commands.flatMap((command) => folders.map((folder) => join(folder, command)));
}

/** Path of the browser; undefined when there is none. */
export function findBrowser(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
  exists: (path: string) => boolean = existsSync,
): string | undefined {
  return browserPlaces(platform, environment).find(exists);
}
