/** Whether a Linux desktop shows tray icons: asks its session bus for the service that collects them. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** What a program printed. Rejects when there is no such program, or when it fails. */
export type RunProgram = (program: string, words: readonly string[]) => Promise<string>;

/** Freedesktop's StatusNotifierItem: panels and the extensions of GNOME register it, stock GNOME does not. */
const collector = 'org.kde.StatusNotifierWatcher';
const bus = 'org.freedesktop.DBus';
const busPath = '/org/freedesktop/DBus';

/** The same question to the bus (NameHasOwner of the D-Bus specification) by whatever program there is for it. */
const questions: readonly (readonly [program: string, words: readonly string[]])[] = [
  ['gdbus', ['call', '--session', '-d', bus, '-o', busPath, '-m', `${bus}.NameHasOwner`, collector]],
  ['busctl', ['--user', 'call', bus, busPath, bus, 'NameHasOwner', 's', collector]],
  ['dbus-send', ['--session', '--print-reply', `--dest=${bus}`, busPath, `${bus}.NameHasOwner`, `string:${collector}`]],
];

/** False also where it cannot be found out: a window too many does less harm than an application nobody can reach. */
export async function hasTrayHost(run: RunProgram = runProgram): Promise<boolean> {
  for (const [program, words] of questions) {
    try {
      return /\btrue\b/.test(await run(program, words));
    } catch {
      // The next program may be there.
    }
  }
  return false;
}

const execute = promisify(execFile);

async function runProgram(program: string, words: readonly string[]): Promise<string> {
  const { stdout } = await execute(program, words, { timeout: 2_000 });
  return stdout;
}
