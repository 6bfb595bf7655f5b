/** Threat: somebody copies the data folder, reads a backup of it, or shares the machine. */
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { filesHolding, holds } from '../fixtures/canary-search.ts';
import { createCommandLine, profileText } from '../fixtures/command-line.ts';
import type { CommandLine } from '../fixtures/command-line.ts';
import { startSecretService } from '../fixtures/secret-service.ts';
import type { SecretService } from '../fixtures/secret-service.ts';
import { startTokenServer } from '../fixtures/token-server.ts';
import type { TokenServer } from '../fixtures/token-server.ts';

const secret = 'CANARY-of-the-stolen-folder-0123456789';
const token = 'CANARY-token-of-the-stolen-folder-0123456789';
const passphrase = 'CANARY-passphrase-of-the-stolen-folder';

let service: SecretService;
let server: TokenServer;
let cli: CommandLine;
const output: string[] = [];

beforeEach(async () => {
  service = await startSecretService();
  server = await startTokenServer([{ body: { access_token: token, expires_in: 749 } }]);
  cli = createCommandLine(service.environment);
  output.length = 0;
});

afterEach(async () => {
  cli.remove();
  await server.close();
  await service.stop();
});

async function tokentray(
  words: readonly string[],
  environment: Record<string, string> = {},
  input = '',
): Promise<void> {
  const { stdout, stderr } = await cli.run(words, { environment, input });
  if (words[0] !== 'token') output.push(stdout);
  output.push(stderr);
}

/** Everything a person does in a day, failures included. */
async function live(environment: Record<string, string>): Promise<void> {
  const file = join(cli.root, 'acme.json');
  writeFileSync(file, profileText('acme', server.tokenEndpoint));
  const secrets = JSON.stringify({ clientSecret: secret });
  await tokentray(['add', '--file', file, '--secrets', '-'], environment, secrets);
  const agent = await cli.startAgent({ environment });
  await tokentray(['token'], environment);
  await tokentray(['show', 'acme', '--json'], environment);
  await tokentray(['status', '--json'], environment);
  await agent.stop();
  const refusal = { error: 'invalid_client', error_description: `wrong ${secret}, had ${token}` };
  server.answerWith([{ status: 401, body: refusal }]);
  await tokentray(['token', '--force'], environment);
  await tokentray(['status'], environment);
  server.answerWith([{ status: 500, body: `<p>${secret}</p>` }]);
  await tokentray(['edit', 'acme', '--secrets', '-'], environment, secrets);
  await tokentray(['token', '--force', '--json'], { ...environment, TOKENTRAY_DEBUG: '1' });
  await tokentray(['history', 'acme', '--json'], environment);
  await tokentray(['export'], environment);
}

describe('a copied data folder', () => {
  it('under the keychain of the system holds no secret and no token in any shape', async () => {
    await live({});
    expect(server.requests.length).toBeGreaterThanOrEqual(3);
    expect(filesHolding(cli.root, [secret, token])).toEqual([]);
  });

  it('under a passphrase holds no secret, no token and no passphrase in any shape', async () => {
    await live({ TOKENTRAY_KEYCHAIN: 'passphrase', TOKENTRAY_PASSPHRASE: passphrase });
    expect(filesHolding(cli.root, [secret, token, passphrase])).toEqual([]);
  });

  it('cannot be opened with the keychain of somebody else', async () => {
    await live({});
    const other = await startSecretService();
    const { code, stdout } = await cli.run(['token', 'acme'], { environment: { ...other.environment } });
    await other.stop();
    expect({ code, stdout }).toEqual({ code: 7, stdout: '' });
  });

  it('is closed to other users of the machine, its socket too', async () => {
    await live({});
    const agent = await cli.startAgent();
    expect(statSync(cli.home).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(cli.home)) {
      expect({ name, open: statSync(join(cli.home, name)).mode & 0o077 }).toEqual({ name, open: 0 });
    }
    await agent.stop();
  });
});

describe('what was printed', () => {
  it('holds no secret and no token, however often the server repeats them', async () => {
    await live({});
    expect(output.join('\n')).toContain('invalid_client');
    expect(output.join('\n')).toContain('"what": "failed"');
    expect([secret, token].filter((canary) => holds(output.join('\n'), canary))).toEqual([]);
  });
});

describe('the search itself', () => {
  it('finds a secret in every shape', () => {
    const shapes = [secret, encodeURIComponent(secret), Buffer.from(`xx${secret}yy`).toString('base64')];
    for (const shape of [...shapes, Buffer.from(secret).toString('hex')])
      expect(holds(`…${shape}…`, secret)).toBe(true);
    expect(holds('nothing here', secret)).toBe(false);
  });

  it('finds a token that stands in a database unsealed', () => {
    writeFileSync(join(cli.root, 'planted'), `x${token}x`);
    expect(filesHolding(cli.root, [token])).toEqual([join(cli.root, 'planted')]);
  });
});

describe('the list of processes', () => {
  it('never shows a secret', async () => {
    server.answerWith([{ delayMs: 1_500, body: { access_token: token } }]);
    const file = join(cli.root, 'acme.json');
    writeFileSync(file, profileText('acme', server.tokenEndpoint));
    await tokentray(['add', '--file', file, '--secrets', '-'], {}, JSON.stringify({ clientSecret: secret }));
    const child = cli.start(['token', 'acme']);
    while (server.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    const argv = readFileSync(`/proc/${child.pid}/cmdline`, 'utf8');
    const environment = readFileSync(`/proc/${child.pid}/environ`, 'utf8');
    child.kill();
    expect(argv).toContain('token');
    expect([argv, environment].filter((text) => holds(text, secret))).toEqual([]);
  });
});
