/** What becomes of the application when the terminal that it was started from is closed. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';

const faults = pathToFileURL('main/desktop/faults.ts').href;

/** Has a fault once its standard error is gone, and says how often it was to be reported. */
const program = `
  import { surviveFaults } from ${JSON.stringify(faults)};
  let reports = 0;
  surviveFaults(process, {
    write: (text) => { reports++; process.stderr.write(text); },
    on: (event, listener) => process.stderr.on(event, listener),
  });
  process.stdin.once('data', () => {
    Promise.reject(new Error('fault'));
    setTimeout(() => { process.stdout.write(String(reports)); process.exit(); }, 200);
  });
`;

it('reports a fault once, and does not go on reporting that it cannot', async () => {
  const child = spawn(process.execPath, ['--no-warnings', '--input-type=module', '-e', program]);
  child.stderr.destroy();
  await once(child.stderr, 'close');
  child.stdin.write('go\n');
  expect(await text(child.stdout)).toBe('1');
});
