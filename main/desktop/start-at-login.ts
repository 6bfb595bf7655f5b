/** Starts the application when the person logs in, or no longer. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { App } from 'electron';
import { autostartEntry, autostartPath } from './autostart-entry.ts';
import type { Command } from './launch.ts';

export interface StartAtLoginParts {
  readonly app: Pick<App, 'setLoginItemSettings'>;
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Starts the application hidden. */
  readonly command: Command;
}

/** Throws the system's error where the file cannot be written. */
export function setStartAtLogin(isOn: boolean, parts: StartAtLoginParts): void {
  const { app, platform, environment } = parts;
  const { program, arguments: words } = parts.command;
  if (platform === 'darwin') app.setLoginItemSettings({ openAtLogin: isOn });
  // Electron quotes the words itself.
  else if (platform === 'win32') app.setLoginItemSettings({ openAtLogin: isOn, path: program, args: [...words] });
  else writeEntry(autostartPath(environment), isOn, [...homeOf(environment), program, ...words]);
}

function writeEntry(path: string | undefined, isOn: boolean, command: readonly string[]): void {
  if (path === undefined) return;
  if (!isOn) return rmSync(path, { force: true });
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, autostartEntry(command));
}

/** A session that begins knows nothing of the variable that chose this data folder. */
function homeOf({ TOKENTRAY_HOME: home }: Readonly<Record<string, string | undefined>>): readonly string[] {
  return home === undefined || home === '' ? [] : ['env', `TOKENTRAY_HOME=${home}`];
}
