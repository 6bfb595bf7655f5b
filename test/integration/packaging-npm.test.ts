/** The npm package of the command line: what is in it, and that it runs as npm unpacks it. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };

const exec = promisify(execFile);

interface Pack {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

let folder: string;
let pack: Pack;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tokentray-npm-'));
  const words = ['pack', './out/cli', '--json', '--offline', '--pack-destination', folder];
  const { stdout } = await exec('npm', words, { env: { PATH: process.env['PATH'], HOME: folder } });
  const answer = JSON.parse(stdout) as Readonly<Record<string, Pack>>;
  [pack = { filename: '', files: [] }] = Object.values(answer);
  await exec('tar', ['-xzf', join(folder, pack.filename), '-C', folder]);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('holds the command line and its papers, and nothing of the tray application', () => {
  const code = /^(tokentray\.js|chunks\/[\w-]+\.js|package\.json)$/;
  expect(
    pack.files
      .map(({ path }) => path)
      .filter((path) => !code.test(path))
      .toSorted(),
  ).toEqual(['CHANGELOG.md', 'LICENSE', 'LICENSES-OF-OTHERS.md', 'README.md', 'SECURITY.md']);
});

it('names its command, the Node it needs, and the one dependency that is not bundled', () => {
  const own = JSON.parse(readFileSync(join(folder, 'package', 'package.json'), 'utf8')) as Record<string, unknown>;
  const { version, engines, dependencies } = manifest;
  expect(own).toMatchObject({ name: 'tokentray', version, engines, bin: { tokentray: 'tokentray.js' } });
  expect(own['dependencies']).toEqual(dependencies);
  expect(Object.keys(dependencies)).toEqual(['keytar']);
  expect(own).not.toHaveProperty('scripts');
});

it('runs as its own program', async () => {
  const PATH = dirname(process.execPath);
  const { stdout } = await exec(join(folder, 'package', 'tokentray.js'), ['--version'], {
    env: { PATH, HOME: folder },
  });
  expect(stdout).toBe(`${manifest.version}\n`);
});
