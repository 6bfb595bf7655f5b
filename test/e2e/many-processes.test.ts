/** One refresher for a data folder: many processes, with and without an agent, ask a tenant once. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCommandLine, profileText } from '../fixtures/command-line.ts';
import type { CommandLine } from '../fixtures/command-line.ts';
import { startTokenServer } from '../fixtures/token-server.ts';
import type { ServerAnswer, TokenServer } from '../fixtures/token-server.ts';

const passphrase = { TOKENTRAY_KEYCHAIN: 'passphrase', TOKENTRAY_PASSPHRASE: 'CANARY correct horse' };
const secrets = JSON.stringify({ clientSecret: 'CANARY-many' });

let cli: CommandLine;
let server: TokenServer;

const answer = (index: number, over: ServerAnswer = {}): ServerAnswer => ({
  body: { access_token: `token-${index}`, token_type: 'Bearer', expires_in: 749 },
  ...over,
});

beforeEach(async () => {
  cli = createCommandLine(passphrase);
  server = await startTokenServer((_request, index) => answer(index));
});

afterEach(async () => {
  await server.close();
  cli.remove();
});

async function add(name: string, over: Record<string, unknown> = {}): Promise<void> {
  const file = join(cli.root, `${name}.json`);
  await writeFile(file, profileText(name, server.tokenEndpoint, over));
  await cli.succeed(['add', '--file', file, '--secrets', '-'], { input: secrets });
}

async function askThirtyTimes(): Promise<Set<string>> {
  const tokens = await Promise.all(Array.from({ length: 30 }, () => cli.succeed(['token', 'acme'])));
  return new Set(tokens);
}

describe('thirty processes that ask for one expired token', () => {
  it('make one request without an agent', async () => {
    await add('acme');
    server.answerWith((_request, index) => answer(index, { delayMs: 300 }));
    expect([...(await askThirtyTimes())]).toEqual(['token-0\n']);
    expect(server.requests).toHaveLength(1);
  });

  it('make one request through the agent', async () => {
    await add('acme', { refresh: { mode: 'on-use' } });
    const agent = await cli.startAgent();
    server.answerWith((_request, index) => answer(index, { delayMs: 300 }));
    expect([...(await askThirtyTimes())]).toEqual(['token-0\n']);
    expect(server.requests).toHaveLength(1);
    expect(await agent.stop()).toBe(0);
  });
});

describe('processes that ask for different profiles', () => {
  it('never wait for each other, whatever the server of one does', async () => {
    await add('silent');
    for (const name of ['acme', 'beta', 'corp']) await add(name, { clientId: name });
    server.answerWith(({ body }, index) => (body.includes('6c9f1a2e') ? { fate: 'never' } : answer(index)));
    const stuck = cli.start(['token', 'silent']);
    while (server.requests.length === 0) await delay(20);
    const waiting = cli.start(['token', 'silent']);
    const asked = ['acme', 'beta', 'corp'].map((name) => cli.succeed(['token', name]));
    const tokens = await Promise.race([Promise.all(asked), delay(20_000, 'still waiting')]);
    expect(new Set(tokens).size).toBe(3);
    expect([stuck.exitCode, waiting.exitCode]).toEqual([null, null]);
    for (const child of [stuck, waiting]) child.kill('SIGKILL');
  });
});

describe('a process killed in the middle of its request', () => {
  it('delays the next one no longer than its own request takes', async () => {
    await add('acme');
    server.answerWith((_request, index) => (index === 0 ? { fate: 'never' } : answer(index)));
    const killed = cli.start(['token', 'acme']);
    while (server.requests.length === 0) await delay(20);
    const waiting = cli.succeed(['token', 'acme']);
    await delay(500);
    killed.kill('SIGKILL');
    const leaseHasNotRunOut = delay(20_000, 'still waiting');
    expect(await Promise.race([waiting, leaseHasNotRunOut])).toBe('token-1\n');
  });
});

describe('the agent', () => {
  it('renews a profile that another process added while it ran', async () => {
    const agent = await cli.startAgent();
    await add('acme');
    while (server.requests.length === 0) await delay(20);
    expect(await cli.succeed(['token', 'acme'])).toBe('token-0\n');
    expect(server.requests).toHaveLength(1);
    await agent.stop();
  });

  it('keeps a short-lived token fresh by its timer', async () => {
    server.answerWith((_request, index) => answer(index, { body: { access_token: `t${index}`, expires_in: 10 } }));
    await add('acme');
    const agent = await cli.startAgent();
    while (server.requests.length < 3) await delay(50);
    expect(await cli.succeed(['token', 'acme', '--min-valid', '1'])).toMatch(/^t[2-9]\n$/);
    await agent.stop();
  });

  it('is one for a data folder', async () => {
    const agent = await cli.startAgent();
    const second = await cli.run(['agent']);
    expect(second.code).toBe(1);
    expect(second.stderr).toContain('already');
    await agent.stop();
  });

  it('shows the command line what it knows', async () => {
    await add('acme');
    const agent = await cli.startAgent();
    await cli.succeed(['token', 'acme']);
    const [status] = JSON.parse(await cli.succeed(['status', '--json'])) as { nextRefreshAt: string | null }[];
    expect(status?.nextRefreshAt).toEqual(expect.any(String));
    await agent.stop();
  });

  it('keeps a vault in memory for the command line', async () => {
    const memory = { environment: { TOKENTRAY_KEYCHAIN: 'memory' } };
    const agent = await cli.startAgent(memory);
    await add('acme');
    expect(await cli.succeed(['token', 'acme'])).toBe('token-0\n');
    await agent.stop();
    expect((await cli.run(['token', 'acme', '--force'])).code).toBe(7);
  });
});
