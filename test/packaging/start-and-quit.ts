/**
 * A program: runs the packaged command line, then starts the packaged application, waits until its agent answers, and asks it
 * to quit. No test can look inside: the fuses keep every debugger out. Argument: the folder of the installers.
 */
import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { socketPath } from '../../main/agent/socket-path.ts';
import manifest from '../../package.json' with { type: 'json' };

const startMs = 60_000;
const quitMs = 30_000;

const { platform } = process;
const [installers = 'out/installers'] = process.argv.slice(2);

/** Where electron-builder leaves the application before it makes installers of it. */
function packagedPaths(): { readonly executable: string; readonly commandLine: string } {
  const wanted = platform === 'darwin' ? /^mac/ : platform === 'win32' ? /^win.*-unpacked$/ : /^linux.*-unpacked$/;
  const [folder, ...others] = readdirSync(installers).filter((name) => wanted.test(name));
  if (folder === undefined || others.length > 0) throw new Error(`${installers} holds no application, or several`);
  const packaged = join(installers, folder);
  if (platform === 'darwin') {
    const contents = join(packaged, 'Tokentray.app', 'Contents');
    return {
      executable: join(contents, 'MacOS', 'Tokentray'),
      commandLine: join(contents, 'Resources', 'cli', 'tokentray'),
    };
  }
  const resources = join(packaged, 'resources', 'cli');
  return platform === 'win32'
    ? { executable: join(packaged, 'Tokentray.exe'), commandLine: join(resources, 'tokentray.cmd') }
    : { executable: join(packaged, 'tokentray-app'), commandLine: join(resources, 'tokentray') };
}

async function untilAgentAnswers(application: ChildProcess, home: string): Promise<void> {
  const giveUp = AbortSignal.timeout(startMs);
  while (!(await answers(socketPath(home, platform)))) {
    if (application.exitCode !== null) throw new Error(`the application ended with ${application.exitCode}`);
    if (giveUp.aborted) throw new Error(`no agent after ${startMs / 1_000} seconds`);
    await delay(200);
  }
}

function answers(path: string): Promise<boolean> {
  return new Promise((settle) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      settle(true);
    });
    socket.once('error', () => settle(false));
  });
}

/** Windows has no signal that asks: there the application is ended, and only that it had started is checked. */
async function quit(application: ChildProcess): Promise<void> {
  const ended = once(application, 'close', { signal: AbortSignal.timeout(quitMs) });
  application.kill('SIGTERM');
  const [code] = (await ended) as [number | null];
  if (platform !== 'win32' && code !== 0) throw new Error(`the application quit with ${code ?? 'a signal'}`);
}

function checkCommandLine(path: string): void {
  const version = execFileSync(`"${path}" --version`, { encoding: 'utf8', shell: true }).trim();
  if (version !== manifest.version) throw new Error(`the packaged command line says ${version}`);
}

async function checkApplication(executable: string): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'tokentray-start-'));
  const application = spawn(executable, { env: { ...process.env, TOKENTRAY_HOME: home }, stdio: 'inherit' });
  try {
    await untilAgentAnswers(application, home);
    await quit(application);
  } finally {
    application.kill('SIGKILL');
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

try {
  const { executable, commandLine } = packagedPaths();
  checkCommandLine(commandLine);
  await checkApplication(executable);
  process.stdout.write(`${executable} started and quit\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
