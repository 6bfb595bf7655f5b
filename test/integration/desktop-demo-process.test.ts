/** The second process in which the demo runs. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDemoStarter } from '../../main/desktop/demo-process.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tokentray-starter-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Writes a line, and ends when that is gone. */
const program = `
  const { appendFileSync, existsSync } = require('node:fs');
  appendFileSync('starts', process.argv.slice(1).join(' ') + ' ' + (process.env.MARK ?? '') + '\\n');
  setInterval(() => existsSync('starts') || process.exit(), 20);
`;

const starts = () => readFileSync(join(folder, 'starts'), 'utf8').trim().split('\n');

describe('the demo', () => {
  it('is a process of its own, once while it runs', async () => {
    const chdir = `process.chdir(${JSON.stringify(folder)});`;
    const start = createDemoStarter({
      command: { program: process.execPath, arguments: ['-e', chdir + program, '--', '--demo'] },
      environment: { MARK: 'given' },
    });
    await start();
    await start();
    await vi.waitFor(() => expect(starts()).toEqual(['--demo given']), { timeout: 5_000 });
  });

  it('that cannot be started is a failure', async () => {
    const start = createDemoStarter({ command: { program: join(folder, 'missing'), arguments: [] }, environment: {} });
    await expect(start()).rejects.toMatchObject({ code: 'internal.unexpected', data: { systemCode: 'ENOENT' } });
  });
});
