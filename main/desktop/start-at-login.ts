/** Starts the application when the person logs in, or no longer. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { App } from 'electron';
import { autostartEntry, autostartPath } from './autostart-entry.ts';

export interface StartAtLoginParts {
  readonly app: Pick<App, 'setLoginItemSettings'>;
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly program: string;
  /** That start the application hidden. */
  readonly arguments: readonly string[];
}

/** Throws the system's error where the file cannot be written. */
export function setStartAtLogin(isOn: boolean, parts: StartAtLoginParts): void {
  const { app, platform, environment, program } = parts;
  if (platform === 'darwin') app.setLoginItemSettings({ openAtLogin: isOn });
  else if (platform === 'win32') {
    const args = parts.arguments.map((argument) => (argument.includes(' ') ? `"${argument}"` : argument));
    app.setLoginItemSettings({ openAtLogin: isOn, path: program, args });
  } else writeEntry(autostartPath(environment), isOn, [...homeOf(environment), ...launcher(parts)]);
}

function writeEntry(path: string | undefined, isOn: boolean, command: readonly string[]): void {
  if (path === undefined) return;
  if (!isOn) return rmSync(path, { force: true });
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, autostartEntry(command));
}

/** An AppImage runs from a place that is another one each time; the variable names the file itself. */
function launcher({ environment, program, arguments: words }: StartAtLoginParts): readonly string[] {
  return [environment['APPIMAGE'] ?? program, ...words];
}

/** A session that begins knows nothing of the variable that chose this data folder. */
function homeOf({ TOKENTRAY_HOME: home }: Readonly<Record<string, string | undefined>>): readonly string[] {
  return home === undefined || home === '' ? [] : ['env', `TOKENTRAY_HOME=${home}`];
}
