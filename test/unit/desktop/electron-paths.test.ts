import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { useDataFolder } from '../../../main/desktop/electron-paths.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'tokentray-paths-'));
});
afterEach(() => rmSync(home, { recursive: true }));

it('keeps everything that Chromium writes in folders of the data folder that nobody else can enter', () => {
  const places = new Map<string, string>();
  const folder = useDataFolder({ setPath: (name, path) => void places.set(name, path) }, home);
  expect(folder).toBe(join(home, 'desktop'));
  expect([...places.keys()].toSorted()).toEqual(['crashDumps', 'logs', 'sessionData', 'userData']);
  for (const path of places.values()) {
    expect(path.startsWith(folder)).toBe(true);
    expect(statSync(path).mode & 0o077).toBe(0);
  }
});
