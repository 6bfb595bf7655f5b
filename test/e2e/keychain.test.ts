/** The vault from the command line, with a real Secret Service that comes, goes, locks and forgets. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCommandLine, profileText } from '../fixtures/command-line.ts';
import type { CommandLine, Outcome } from '../fixtures/command-line.ts';
import { startSecretService } from '../fixtures/secret-service.ts';
import type { SecretService } from '../fixtures/secret-service.ts';
import { startTokenServer } from '../fixtures/token-server.ts';
import type { TokenServer } from '../fixtures/token-server.ts';

const secrets = JSON.stringify({ clientSecret: `CANARY-${'ü\n'.repeat(2_000)}ü` });

let service: SecretService;
let server: TokenServer;
let cli: CommandLine;

beforeEach(async () => {
  service = await startSecretService();
  server = await startTokenServer((_request, index) => ({ body: { access_token: `token-${index}`, expires_in: 749 } }));
  cli = createCommandLine(service.environment);
});

afterEach(async () => {
  cli.remove();
  await server.close();
  await service.stop();
});

async function add(environment: Record<string, string> = {}, name = 'acme'): Promise<Outcome> {
  const file = join(cli.root, `${name}.json`);
  await writeFile(file, profileText(name, server.tokenEndpoint));
  return cli.run(['add', '--file', file, '--secrets', '-'], { input: secrets, environment });
}

function expectFailure(outcome: Outcome, code: number): void {
  expect(outcome).toMatchObject({ code, stdout: '' });
  expect(outcome.stderr.trimEnd().split('\n')).toHaveLength(2);
  expect(outcome.stderr).not.toMatch(/CANARY|^\s+at /m);
}

describe('with a keychain', () => {
  it('one entry serves any number of profiles, with secrets of 6 KB in any script', async () => {
    for (const name of ['one', 'two', 'three']) expect((await add({}, name)).code).toBe(0);
    expect(await service.countEntries('Tokentray')).toBe(1);
    expect(await cli.succeed(['token', 'two'])).toBe('token-0\n');
    const sent = new URLSearchParams(server.requests[0]?.body);
    expect(sent.get('client_secret')).toBe((JSON.parse(secrets) as { clientSecret: string }).clientSecret);
  });

  it('two first commands at once share one vault', async () => {
    const outcomes = await Promise.all([add({}, 'one'), add({}, 'two'), add({}, 'three')]);
    expect(outcomes.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(await service.countEntries('Tokentray')).toBe(1);
    for (const name of ['one', 'two', 'three']) await cli.succeed(['token', name]);
  });

  it('the mode of an existing vault wins over TOKENTRAY_KEYCHAIN', async () => {
    await add();
    const environment = { TOKENTRAY_KEYCHAIN: 'passphrase', TOKENTRAY_PASSPHRASE: 'CANARY other' };
    expect(await cli.succeed(['token', 'acme'], { environment })).toBe('token-0\n');
    expect(await cli.succeed(['settings', 'get', 'keychain'], { environment })).toContain('os');
  });

  it('the vault moves to a passphrase and back without entering a secret again', async () => {
    const environment = { TOKENTRAY_PASSPHRASE: 'CANARY correct horse' };
    await add();
    await cli.succeed(['settings', 'set', 'keychain', 'passphrase'], { environment });
    expect(await service.countEntries('Tokentray')).toBe(0);
    expectFailure(await cli.run(['token', 'acme']), 7);
    expectFailure(await cli.run(['token', 'acme'], { environment: { TOKENTRAY_PASSPHRASE: 'CANARY wrong' } }), 7);
    expect(await cli.succeed(['token', 'acme'], { environment })).toBe('token-0\n');
    await cli.succeed(['settings', 'set', 'keychain', 'os'], { environment });
    expect(await cli.succeed(['token', 'acme'])).toBe('token-0\n');
  });
});

describe('a keychain that', () => {
  it('is missing is named, with the other modes, and nothing is stored', async () => {
    await service.stopKeyring();
    const outcome = await add();
    expectFailure(outcome, 7);
    expect(outcome.stderr).toMatch(/Secret Service/);
    expect(outcome.stderr).toMatch(/passphrase/);
    expect(JSON.parse(await cli.succeed(['list', '--json']))).toEqual([]);
  });

  it('is locked fails clearly, sends nothing, and works once unlocked', async () => {
    await add();
    await service.lock();
    expectFailure(await cli.run(['token', 'acme']), 7);
    expect(server.requests).toHaveLength(0);
    await service.unlock();
    expect(await cli.succeed(['token', 'acme'])).toBe('token-0\n');
  });

  it('asks somebody who is away keeps no command waiting for longer than its bound', async () => {
    const silent = await startSecretService({ prompter: 'silent' });
    const environment = { ...silent.environment };
    const home = createCommandLine(environment);
    const file = join(home.root, 'acme.json');
    await writeFile(file, profileText('acme', server.tokenEndpoint));
    await home.succeed(['add', '--file', file, '--secrets', '-'], { input: secrets });
    await silent.lock();
    expectFailure(await home.run(['token', 'acme']), 7);
    expect(server.requests).toHaveLength(0);
    home.remove();
    await silent.stop();
  });

  it('was restarted still opens the vault', async () => {
    await add();
    await cli.succeed(['token', 'acme']);
    await service.restart();
    expect(await cli.succeed(['token', 'acme'])).toBe('token-0\n');
  });

  it('is locked under a running agent keeps it answering, and lets it renew later', async () => {
    await add();
    const agent = await cli.startAgent();
    expect(await cli.succeed(['token', 'acme'])).toBe('token-0\n');
    await service.lock();
    expect(await cli.succeed(['token', 'acme'])).toBe('token-0\n');
    expect(await agent.stop()).toBe(0);
  });
});

describe('a vault in memory', () => {
  it('is refused to a command that ends, and nothing is stored', async () => {
    expectFailure(await add({ TOKENTRAY_KEYCHAIN: 'memory' }), 7);
    expect(JSON.parse(await cli.succeed(['list', '--json']))).toEqual([]);
  });
});
