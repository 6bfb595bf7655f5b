/** What a demo that was killed leaves behind, and who removes it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  makeThrowAwayFolder,
  removeThrowAwayFolder,
  sweepThrowAwayFolders,
} from '../../main/demo/throw-away-folder.ts';
import { createProcessIdentity } from '../../main/storage/process-identity.ts';
import type { ProcessIdentity } from '../../main/storage/process-identity.ts';

let place: string;

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'tokentray-leftovers-'));
});

afterEach(() => rmSync(place, { recursive: true }));

const own = createProcessIdentity();

/** A process that has ended. */
async function endedProcess(): Promise<ProcessIdentity> {
  const child = spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' });
  await once(child, 'exit');
  return { ...own, pid: child.pid ?? 0 };
}

/** The folder of a demo that ended, with something in it. */
async function leftover(): Promise<string> {
  const folder = await makeThrowAwayFolder(place, await endedProcess());
  writeFileSync(join(folder, 'tokentray.db'), 'CANARY');
  return folder;
}

const sweep = () => sweepThrowAwayFolders(place, own);

describe('a demo that ends', () => {
  it('removes its folder', async () => {
    removeThrowAwayFolder(await leftover());
    expect(readdirSync(place)).toStrictEqual([]);
  });

  it('leaves what is still in use to a later one, and removes the rest', async () => {
    const folder = await leftover();
    mkdirSync(join(folder, 'desktop'));
    removeThrowAwayFolder(folder, (path, options) => {
      if (String(path).endsWith('desktop')) throw Object.assign(new Error('busy'), { code: 'EBUSY' });
      rmSync(path, options);
    });
    expect(readdirSync(folder)).not.toContain('tokentray.db');
    await sweep();
    expect(readdirSync(place)).toStrictEqual([]);
  });
});

describe('a demo that starts', () => {
  it('makes a folder that nobody else can enter', async () => {
    expect(statSync(await makeThrowAwayFolder(place, own)).mode & 0o777).toBe(0o700);
  });

  it('removes what a killed one left', async () => {
    await leftover();
    await leftover();
    await sweep();
    expect(readdirSync(place)).toStrictEqual([]);
  });

  it('removes what was left by a process whose pid another one has got since', async () => {
    const folder = await makeThrowAwayFolder(place, { ...own, started: async () => 'before this one' });
    await sweep();
    expect(existsSync(folder)).toBe(false);
  });

  it('leaves the folder of one that runs', async () => {
    const folder = await makeThrowAwayFolder(place, own);
    await sweep();
    expect(existsSync(folder)).toBe(true);
  });

  it('minds no folder for temporary files that it cannot list', async () => {
    await expect(sweepThrowAwayFolders(join(place, 'nowhere'), own)).resolves.toBeUndefined();
  });
});

describe('a demo that starts leaves alone', () => {
  const marker = (folder: string) => join(folder, 'demo-owner.json');

  it('a folder of another name', async () => {
    const folder = await leftover();
    const other = join(place, 'tokentray-mine');
    mkdirSync(other, { mode: 0o700 });
    writeFileSync(marker(other), '{"pid":1,"started":"0","host":"x"}');
    await sweep();
    expect([existsSync(folder), existsSync(other)]).toStrictEqual([false, true]);
  });

  it('a folder without a marker', async () => {
    const folder = await leftover();
    rmSync(marker(folder));
    await sweep();
    expect(existsSync(folder)).toBe(true);
  });

  it.each([
    ['nothing', ''],
    ['no JSON', 'x'],
    ['null', 'null'],
    ['no host', '{"pid":999999999,"started":null}'],
    ['another host', '{"pid":999999999,"started":null,"host":"another"}'],
    ['no pid', JSON.stringify({ started: null, host: hostname() })],
    ['a pid that stands for a group of processes', JSON.stringify({ pid: -1, started: null, host: hostname() })],
    ['no start', JSON.stringify({ pid: 999_999_999, host: hostname() })],
    ['too much', `${JSON.stringify({ pid: 999_999_999, started: null, host: hostname() })}${' '.repeat(2_000)}`],
  ])('a folder whose marker holds %s', async (_case, text) => {
    const folder = await leftover();
    writeFileSync(marker(folder), text);
    await sweep();
    expect(existsSync(folder)).toBe(true);
  });

  it('a folder that others can enter', async () => {
    const folder = await leftover();
    chmodSync(folder, 0o755);
    await sweep();
    expect(existsSync(folder)).toBe(true);
  });

  it('a folder whose marker is a link', async () => {
    const folder = await leftover();
    const elsewhere = await leftover();
    rmSync(marker(folder));
    symlinkSync(marker(elsewhere), marker(folder));
    await sweep();
    expect(existsSync(folder)).toBe(true);
  });

  it('what a link of its name points to', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'tokentray-outside-'));
    const left = await makeThrowAwayFolder(outside, await endedProcess());
    symlinkSync(left, join(place, 'tokentray-demo-link'));
    await sweep();
    expect(existsSync(marker(left))).toBe(true);
    rmSync(outside, { recursive: true });
  });
});
