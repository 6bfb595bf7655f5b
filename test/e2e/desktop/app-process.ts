/** Where an application under test lives: its own folders, its environment, its output and its end. */
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LaunchOptions } from './app-under-test.ts';

export interface AppFolders {
  readonly home: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** What a program needs of the machine's own environment to show windows and speak to the desktop. */
const passedOn = ['PATH', 'DISPLAY', 'WAYLAND_DISPLAY', 'XAUTHORITY', 'XDG_RUNTIME_DIR', 'SYSTEMROOT', 'LOCALAPPDATA'];

/** Of all applications that this process starts. */
const place = join(tmpdir(), `tokentray-apps-${process.pid}`);
const removeAll = () => rmSync(place, { recursive: true, force: true });

/** Everything that the application may write is below one temporary folder, gone when the test run ends. */
export function prepareFolders(options: LaunchOptions): AppFolders {
  if (!process.listeners('exit').includes(removeAll)) process.once('exit', removeAll);
  mkdirSync(place, { recursive: true, mode: 0o700 });
  const root = mkdtempSync(join(place, 'app-'));
  const home = options.home ?? join(root, 'data');
  const machine = passedOn.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  const environment = {
    ...Object.fromEntries(machine),
    HOME: join(root, 'home'),
    TMPDIR: root,
    TOKENTRAY_HOME: home,
    LANG: 'C.UTF-8',
    TZ: 'UTC',
    ...options.environment,
  };
  return { home, environment };
}

export interface Watched {
  output(): string;
  /** Resolves with the exit code. */
  readonly ended: Promise<number | null>;
  kill(): Promise<void>;
}

export function watchProcess(child: ChildProcess): Watched {
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  // A test run that is broken off leaves nothing behind.
  const killNow = () => void child.kill('SIGKILL');
  process.once('exit', killNow);
  void ended.then(() => process.off('exit', killNow));
  return {
    output: () => output,
    ended,
    async kill() {
      killNow();
      await ended;
    },
  };
}
