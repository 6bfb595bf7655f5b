/** The check that the workflow makes of a packaged application, where Electron is replaced by what runs without it. */
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { asar } from '../packaging/builder-libraries.ts';
import { packageApplication } from '../packaging/package-application.ts';
import type { PackagedApplication } from '../packaging/package-application.ts';

const exec = promisify(execFile);
const check = fileURLToPath(new URL('../packaging/start-and-quit.ts', import.meta.url));

let application: PackagedApplication;

beforeAll(async () => {
  application = await packageApplication('linux');
});

afterAll(() => application?.remove());

function checkWith(script: string): Promise<{ readonly stdout: string }> {
  writeFileSync(application.executable, `#!/bin/sh\n${script}\n`);
  const installers = dirname(dirname(application.executable));
  return exec(process.execPath, [check, installers], { env: { PATH: process.env['PATH'] } });
}

it('accepts an application that answers and then quits when it is asked to', async () => {
  const { stdout } = await checkWith('exec "${0%/*}/resources/cli/tokentray" agent');
  expect(stdout).toContain('started and quit');
});

it('accepts what was packed, which has all that it needs to run', async () => {
  const unpacked = join(dirname(application.executable), 'unpacked');
  asar.extractAll(join(application.resources, 'app.asar'), unpacked);
  const preview = [process.execPath, resolve('test/preview/run.ts'), `--app=${unpacked}`, '--headless'];
  const { stdout } = await checkWith(`exec ${preview.map((word) => `'${word}'`).join(' ')}`);
  expect(stdout).toContain('started and quit');
});

it('refuses an application that ends at once', async () => {
  await expect(checkWith('exit 0')).rejects.toMatchObject({ code: 1 });
});

it('refuses an application that ends in disorder', async () => {
  const disorder = '"${0%/*}/resources/cli/tokentray" agent & trap "kill $!; exit 3" TERM; wait';
  await expect(checkWith(disorder)).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('quit with 3') });
});
