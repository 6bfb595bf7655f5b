/** The command line as the installers bring it: with its own Node, and none in the PATH. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { createCommandLine, profileText } from '../fixtures/command-line.ts';
import type { CommandLine } from '../fixtures/command-line.ts';
import { startSecretService } from '../fixtures/secret-service.ts';
import { startTokenServer, tokenAnswer } from '../fixtures/token-server.ts';
import type { TokenServer } from '../fixtures/token-server.ts';
import { packageApplication } from '../packaging/package-application.ts';
import type { PackagedApplication } from '../packaging/package-application.ts';

const withPassphrase = { TOKENTRAY_KEYCHAIN: 'passphrase', TOKENTRAY_PASSPHRASE: 'CANARY passphrase' };

let application: PackagedApplication;
let launcher: string;
let server: TokenServer;
let cli: CommandLine;

beforeAll(async () => {
  application = await packageApplication('linux');
  launcher = join(application.resources, 'cli', 'tokentray');
});

afterAll(() => application?.remove());

beforeEach(async () => {
  server = await startTokenServer([tokenAnswer('CANARY-token')]);
  cli = createCommandLine({ PATH: '/nonexistent' }, [launcher]);
});

afterEach(async () => {
  cli.remove();
  await server.close();
});

async function add(environment: Readonly<Record<string, string>>): Promise<void> {
  const file = join(cli.root, 'acme.json');
  writeFileSync(file, profileText('acme', server.tokenEndpoint));
  const input = JSON.stringify({ clientSecret: 'CANARY-secret' });
  await cli.succeed(['add', '--file', file, '--secrets', '-'], { input, environment });
}

it('says its version', async () => {
  expect(await cli.succeed(['--version'])).toBe(`${manifest.version}\n`);
});

it('gets a token under a passphrase', async () => {
  await add(withPassphrase);
  expect(await cli.succeed(['token', 'acme'], { environment: withPassphrase })).toBe('CANARY-token\n');
});

it('finds the keychain of the system with the library beside it', async () => {
  const service = await startSecretService();
  try {
    await add(service.environment);
    expect(await cli.succeed(['token', 'acme'], { environment: service.environment })).toBe('CANARY-token\n');
    expect(await service.countEntries('Tokentray')).toBe(1);
  } finally {
    await service.stop();
  }
});

it('is found through a link to a relative link', async () => {
  const bin = join(cli.root, 'a bin');
  mkdirSync(bin);
  symlinkSync(launcher, join(cli.root, 'launcher'));
  symlinkSync('../launcher', join(bin, 'tokentray'));
  const linked = createCommandLine({ PATH: `${bin}:/usr/bin:/bin` }, ['tokentray']);
  expect(await linked.succeed(['--version'])).toBe(`${manifest.version}\n`);
  linked.remove();
});

it('runs in its own Node, not in Electron', async () => {
  const seen = await cli.succeed(['--version'], { environment: { NODE_OPTIONS: `--import=${report()}` } });
  expect(seen).toBe(`${join(application.resources, 'cli', 'node')}\n${manifest.version}\n`);
});

/** A module that prints which program runs it. */
function report(): string {
  return `data:text/javascript,process.stdout.write(process.execPath+String.fromCharCode(10))`;
}
