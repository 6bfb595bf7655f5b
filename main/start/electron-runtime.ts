/** Electron's runtime, which its npm package leaves to be downloaded before the first start. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { failureLine } from './failure-line.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const packageFolder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));

/** Path of the executable; undefined while it was not downloaded. */
export function installedElectron(environment: Environment): string | undefined {
  const nameFile = join(packageFolder, 'path.txt');
  const name = existsSync(nameFile) ? readFileSync(nameFile, 'utf8') : undefined;
  const own = environment['ELECTRON_OVERRIDE_DIST_PATH'];
  if (own === undefined && name === undefined) return undefined;
  const executable = join(own ?? join(packageFolder, 'dist'), name ?? 'electron');
  return existsSync(executable) ? executable : undefined;
}

/** Downloads and unpacks it, with progress on standard error. The answer is undefined when that worked, else why not. */
export async function downloadElectron(environment: Environment): Promise<string | undefined> {
  const downloader = join(dirname(fileURLToPath(import.meta.url)), 'download.ts');
  const downloaded = await run([downloader], environment, 'inherit');
  if (downloaded.code !== 0) return failureLine(downloaded.output);
  const unpacked = await run([join(packageFolder, 'install.js')], environment, 'pipe');
  return unpacked.code === 0 ? undefined : failureLine(unpacked.output);
}

/** In a process of its own: trust and proxies of Node's own fetch are read when a process starts. */
function run(
  args: readonly string[],
  environment: Environment,
  progress: 'inherit' | 'pipe',
): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, args, {
    env: withTrustAndProxies(environment),
    stdio: ['ignore', 'pipe', progress],
  });
  let output = '';
  const keep = (chunk: Buffer) => (output += chunk.toString('utf8'));
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return new Promise((resolve) => {
    child.once('error', ({ message }) => resolve({ code: null, output: message }));
    child.once('close', (code) => resolve({ code, output }));
  });
}

/** What the person set wins. */
export function withTrustAndProxies(environment: Environment): Environment {
  return { NODE_USE_SYSTEM_CA: '1', NODE_USE_ENV_PROXY: '1', ELECTRON_GET_USE_PROXY: 'true', ...environment };
}
