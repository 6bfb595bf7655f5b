/**
 * A program, what `npm start` runs after building: starts the tray application in Electron; where its runtime cannot be
 * had, in the preview host; and without a display or a browser, the agent in the terminal.
 */
import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { downloadElectron, installedElectron } from './electron-runtime.ts';
import { hasDisplay } from './has-display.ts';
import { runElectron } from './run-electron.ts';

/** The preview host ends with this code (EX_UNAVAILABLE of sysexits.h) where no browser is installed. */
const noBrowser = 69;

const folder = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const environment = process.env;

async function start(args: readonly string[]): Promise<number> {
  const electron = await ensureElectron();
  if ('executable' in electron) return runElectron(electron.executable, args, folder, environment);
  say(`Electron's runtime cannot be had here: ${electron.reason}`);
  if (hasDisplay(environment, process.platform)) {
    say('Going on in the preview host, which shows the same application in an installed browser.');
    const code = await run(['test/preview/run.ts', ...args]);
    if (code !== noBrowser) return code;
    say('There is no Chromium, Chrome or Edge either. Going on in the terminal.');
  } else {
    say('There is no display either. Going on in the terminal.');
  }
  return run(['out/cli/tokentray.js', 'agent', ...args]);
}

async function ensureElectron(): Promise<{ executable: string } | { reason: string }> {
  const installed = installedElectron(environment);
  if (installed !== undefined) return { executable: installed };
  say("Downloading Electron's runtime, once (some 120 MB) …");
  const reason = await downloadElectron(environment);
  if (reason !== undefined) return { reason };
  const executable = installedElectron(environment);
  return executable === undefined ? { reason: 'the download held no executable' } : { executable };
}

function run(args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, args, { cwd: folder, stdio: 'inherit' });
  process.on('SIGINT', leaveItToTheOther);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve) => {
    child.once('error', ({ message }) => {
      say(message);
      resolve(1);
    });
    child.once('close', (code) => resolve(code ?? 1));
  });
}

/** A terminal sends its signals to both processes; this one only waits for the other to have ended in order. */
function leaveItToTheOther(): void {}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

process.exitCode = await start(process.argv.slice(2));
