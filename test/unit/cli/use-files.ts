/** Files that a test writes for a command to read; deleted after each test. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';

export interface TestFiles {
  /** Path of a file that does not exist. */
  absent(): string;
  /** Writes text as it is and anything else as JSON; returns the path. */
  write(content: unknown): string;
}

export function useFiles(): TestFiles {
  let folder = '';
  let next = 1;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tokentray-cli-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  return {
    absent: () => join(folder, 'absent.json'),
    write(content) {
      const path = join(folder, `${next++}.json`);
      writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
      return path;
    },
  };
}
