/** Runs the tray application in Electron and explains a start that Chromium refused. */
import { spawn } from 'node:child_process';
import { sandboxRepair } from './sandbox-refusal.ts';

/** A refused sandbox is told of in the first lines. */
const keptCharacters = 16_384;

/** Resolves with the exit code when the application has ended. Signals go to the application, which quits by itself. */
export function runElectron(
  executable: string,
  args: readonly string[],
  folder: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  // Terminals of editors that are made with Electron may hand this on, and it would make a plain Node of it.
  const { ELECTRON_RUN_AS_NODE: _, ...env } = environment;
  const child = spawn(executable, [folder, ...args], { env, stdio: ['inherit', 'inherit', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    if (said.length < keptCharacters) said += chunk.toString('utf8');
    process.stderr.write(chunk);
  });
  const pass = (signal: NodeJS.Signals) => child.kill(signal);
  process.on('SIGINT', pass);
  process.on('SIGTERM', pass);
  return new Promise((resolve) => {
    child.once('error', ({ message }) => {
      process.stderr.write(`Electron could not be started: ${message}\nDelete node_modules/electron and run: npm ci\n`);
      resolve(1);
    });
    child.once('close', (code, signal) => {
      const repair = code === 0 ? undefined : sandboxRepair(said, executable);
      if (repair !== undefined) process.stderr.write(`\n${repair.join('\n')}\n`);
      else if (signal !== null) process.stderr.write(`Electron was ended by ${signal}.\n`);
      resolve(code ?? 1);
    });
  });
}
