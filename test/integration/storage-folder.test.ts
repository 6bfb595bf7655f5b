/** The data folder: where it is, who may enter it, and what happens when it cannot be used. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databaseOf, openDiskStorage, Workplace } from '../fixtures/disk-storage.ts';

let place: Workplace;
beforeEach(() => void (place = new Workplace()));
afterEach(() => place.clean());

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

describe('the data folder', () => {
  it('is made with mode 0700, its parents too', () => {
    openDiskStorage(join(place.home, 'deep', 'down')).close();
    expect([place.home, join(place.home, 'deep'), join(place.home, 'deep', 'down')].map(modeOf)).toEqual([
      '700',
      '700',
      '700',
    ]);
  });

  it('holds only files with mode 0600', async () => {
    const previous = process.umask(0o000);
    try {
      await place.storage().settings.set('proxy', 'none');
    } finally {
      process.umask(previous);
    }
    const modes = readdirSync(place.home).map((file) => [file, modeOf(join(place.home, file))]);
    expect(Object.fromEntries(modes)).toEqual({
      'tokentray.db': '600',
      'tokentray.db-shm': '600',
      'tokentray.db-wal': '600',
    });
  });

  it('is closed to others when somebody made it empty and open', () => {
    mkdirSync(place.home, { mode: 0o755 });
    place.storage();
    expect(modeOf(place.home)).toBe('700');
  });

  it('keeps its mode when it already holds other files', () => {
    mkdirSync(place.home, { mode: 0o755 });
    writeFileSync(join(place.home, 'notes.txt'), 'mine');
    place.storage();
    expect(modeOf(place.home)).toBe('755');
  });

  it('has a database that was left open to others closed again', () => {
    place.storage().close();
    chmodSync(databaseOf(place.home), 0o644);
    place.storage();
    expect(modeOf(databaseOf(place.home))).toBe('600');
  });

  it('is refused when it is a file, which stays as it is', () => {
    writeFileSync(place.home, 'mine');
    expect(() => place.storage()).toThrow(
      expect.objectContaining({
        code: 'storage.folder_unusable',
        data: expect.objectContaining({ systemCode: 'ENOTDIR' }),
      }),
    );
    expect(readFileSync(place.home, 'utf8')).toBe('mine');
  });

  it('is refused when it lies below a file', () => {
    writeFileSync(join(place.root, 'file'), 'mine');
    expect(() => openDiskStorage(join(place.root, 'file', 'data'))).toThrow(
      expect.objectContaining({ code: 'storage.folder_unusable' }),
    );
  });

  it('is refused when something else stands where the database should be', () => {
    mkdirSync(databaseOf(place.home), { recursive: true });
    expect(() => place.storage()).toThrow(expect.objectContaining({ code: 'storage.folder_unusable' }));
  });
});

describe('TOKENTRAY_HOME', () => {
  const run = (environment: Record<string, string>) => {
    for (const folder of ['home', 'cwd']) mkdirSync(join(place.root, folder));
    return execFileSync(
      resolve('node_modules/.bin/node'),
      [fileURLToPath(new URL('../fixtures/use-data-folder.ts', import.meta.url))],
      {
        cwd: join(place.root, 'cwd'),
        env: { HOME: join(place.root, 'home'), TMPDIR: join(place.root, 'cwd'), ...environment },
        encoding: 'utf8',
      },
    );
  };
  const filesBelow = (folder: string) => readdirSync(join(place.root, folder), { recursive: true });

  it('moves every file', () => {
    expect(run({ TOKENTRAY_HOME: place.home })).toBe(place.home);
    expect(readdirSync(place.home)).toContain('tokentray.db');
    expect([...filesBelow('home'), ...filesBelow('cwd')]).toEqual([]);
  });

  it('leaves them in the home directory when it is not set', () => {
    const folder = run({});
    expect(folder.startsWith(join(place.root, 'home'))).toBe(true);
    expect(readdirSync(folder)).toContain('tokentray.db');
  });
});
