/** What the agent prints where nobody watches it on a terminal, and when nobody reads it any more. */
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createCommandLine } from '../fixtures/command-line.ts';
import type { CommandLine } from '../fixtures/command-line.ts';

let cli: CommandLine;

beforeEach(() => {
  cli = createCommandLine({ TOKENTRAY_KEYCHAIN: 'passphrase', TOKENTRAY_PASSPHRASE: 'CANARY correct horse' });
});

afterEach(() => cli.remove());

it('the agent ends in order when its reader wants no more, as in tokentray agent | head -1', async () => {
  const agent = cli.start(['agent']);
  let errors = '';
  agent.stderr.on('data', (text) => (errors += String(text)));
  const ended = once(agent, 'close');
  await once(agent.stdout, 'data');
  agent.stdout.destroy();
  expect(await ended).toEqual([0, null]);
  expect(errors).toBe('');
});

it('the agent names its data folder so that it is found from everywhere, and in one word', async () => {
  const agent = cli.start(['agent'], { environment: { TOKENTRAY_HOME: "it's here" } });
  const ended = once(agent, 'close');
  let text = '';
  agent.stdout.setEncoding('utf8').on('data', (more: string) => (text += more));
  while (!text.includes('add --file')) await delay(20);
  agent.kill('SIGINT');
  await ended;
  expect(text).toContain(`TOKENTRAY_HOME='${join(cli.root, "it'\\''s here")}' `);
});
