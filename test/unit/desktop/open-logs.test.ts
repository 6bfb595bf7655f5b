import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createOpenLogs } from '../../../main/desktop/open-logs.ts';

const home = mkdtempSync(join(tmpdir(), 'tokentray-open-logs-'));
const folder = join(home, 'logs');
afterAll(() => rmSync(home, { recursive: true }));

function openLogs(openPath: (path: string) => Promise<string>): { told: string[]; run: () => Promise<void> } {
  const told: string[] = [];
  const announce = ({ body }: { readonly body: string }) => void told.push(body);
  return { told, run: createOpenLogs({ home, openPath, announce, open: () => undefined }) };
}

test('the folder of the log is opened, also before anything was logged', async () => {
  const opened: string[] = [];
  const { told, run } = openLogs(async (path) => {
    opened.push(path);
    return '';
  });
  await run();
  expect([opened, told, existsSync(folder)]).toEqual([[folder], [], true]);
});

test.each([
  ['the system knows no program for it', async () => 'No application is registered'],
  [
    'the system fails',
    async () => {
      throw new Error('no bus');
    },
  ],
])('where %s, the person is told where it is', async (_case, openPath) => {
  const { told, run } = openLogs(openPath);
  await run();
  expect(told).toEqual([`They are in ${folder}.`]);
});
