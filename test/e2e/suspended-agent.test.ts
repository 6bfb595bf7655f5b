/** An agent that is suspended, as by a debugger or a laptop's power saving, keeps nobody from a token. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createCommandLine, profileText } from '../fixtures/command-line.ts';
import type { CommandLine } from '../fixtures/command-line.ts';
import { startTokenServer } from '../fixtures/token-server.ts';
import type { TokenServer } from '../fixtures/token-server.ts';

let cli: CommandLine;
let server: TokenServer;
let agent: Awaited<ReturnType<CommandLine['startAgent']>>;

beforeEach(async () => {
  cli = createCommandLine({ TOKENTRAY_KEYCHAIN: 'passphrase', TOKENTRAY_PASSPHRASE: 'CANARY correct horse' });
  server = await startTokenServer((_request, index) => ({
    body: { access_token: `token-${index}`, token_type: 'Bearer', expires_in: 749 },
  }));
  const file = join(cli.root, 'acme.json');
  await writeFile(file, profileText('acme', server.tokenEndpoint, { refresh: { mode: 'on-use' } }));
  await cli.succeed(['add', '--file', file, '--secrets', '-'], { input: '{"clientSecret":"CANARY-suspended"}' });
  await cli.succeed(['token', 'acme']);
  agent = await cli.startAgent();
  agent.process.kill('SIGSTOP');
});

afterEach(async () => {
  agent.process.kill('SIGCONT');
  await agent.stop();
  await server.close();
  cli.remove();
});

it.each([
  ['the stored token', ['token', 'acme'], 'token-0\n'],
  ['a new one', ['token', 'acme', '--force'], 'token-1\n'],
])('a command prints %s all the same, with one line about the agent', async (_case, words, printed) => {
  const { code, stdout, stderr } = await cli.run(words);
  expect([code, stdout]).toEqual([0, printed]);
  expect(stderr).toMatch(/^[^\n]*\bagent\b[^\n]*\n$/);
});
