/** A database that lost a part, from the command line: what is told, what still works, and that the ways out do. */
import { copyFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCommandLine, profileText } from '../fixtures/command-line.ts';
import type { CommandLine } from '../fixtures/command-line.ts';
import { startTokenServer } from '../fixtures/token-server.ts';
import type { TokenServer } from '../fixtures/token-server.ts';

const secrets = { input: JSON.stringify({ clientSecret: 'CANARY-secret' }) };

let tenant: TokenServer;
let cli: CommandLine;

beforeEach(async () => {
  tenant = await startTokenServer((_request, index) => ({ body: { access_token: `token-${index}`, expires_in: 749 } }));
  cli = createCommandLine({ TOKENTRAY_KEYCHAIN: 'passphrase', TOKENTRAY_PASSPHRASE: 'CANARY correct horse' });
  for (const name of ['acme', 'billing']) await add(name);
});

afterEach(async () => {
  cli.remove();
  await tenant.close();
});

const databaseFile = () => join(cli.home, 'tokentray.db');

function fileOf(name: string): string {
  const file = join(cli.root, `${name}.json`);
  writeFileSync(file, profileText(name, tenant.tokenEndpoint));
  return file;
}

const add = (name: string) => cli.succeed(['add', '--file', fileOf(name), '--secrets', '-'], secrets);

function change(sql: string): void {
  const database = new DatabaseSync(databaseFile());
  expect(database.prepare(sql).run().changes).toBeGreaterThan(0);
  database.close();
}

function count(table: string): unknown {
  const database = new DatabaseSync(databaseFile());
  const row = database.prepare(`SELECT count(*) AS n FROM ${table}`).get();
  database.close();
  return row?.['n'];
}

describe('a database without its vault', () => {
  const backup = () => `${databaseFile()}.backup-1`;

  beforeEach(() => {
    copyFileSync(databaseFile(), backup());
    change('DELETE FROM vault');
  });

  it('gets no other vault, and loses nothing', async () => {
    const { code, stderr } = await cli.run(['add', '--file', fileOf('crm'), '--secrets', '-'], secrets);
    expect({ code, stderr }).toEqual({ code: 7, stderr: expect.stringContaining('acme, billing') as string });
    expect([count('vault'), count('secrets'), count('profiles')]).toEqual([0, 2, 2]);
  });

  it('works again with the backup that is named', async () => {
    const { stderr } = await cli.run(['token', 'acme']);
    expect(stderr).toContain(backup());
    renameSync(databaseFile(), join(cli.root, 'lost.db'));
    copyFileSync(backup(), databaseFile());
    expect(await cli.succeed(['token', 'acme'])).toBe('token-0\n');
  });

  it('works again without the profiles whose secrets are lost', async () => {
    for (const name of ['acme', 'billing']) await cli.succeed(['remove', name]);
    await add('crm');
    expect(await cli.succeed(['token', 'crm'])).toBe('token-0\n');
  });

  it('can be left for a new data folder with the same profiles', async () => {
    const file = join(cli.root, 'profiles.json');
    writeFileSync(file, await cli.succeed(['export']));
    renameSync(cli.home, join(cli.root, 'away'));
    await cli.succeed(['import', file]);
    await cli.succeed(['edit', 'acme', '--secrets', '-'], secrets);
    expect(await cli.succeed(['token', 'acme'])).toMatch(/^token-/);
  });
});

describe('a profile whose definition is damaged', () => {
  const spoil = () => change(`UPDATE profiles SET definition = '{bad' WHERE name = 'acme'`);

  it('is told by name, with what is wrong, to whoever asks for its token', async () => {
    spoil();
    const { code, stdout, stderr } = await cli.run(['token', 'acme']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/"acme".*\n.*JSON.*\n.*tokentray edit acme --file .*tokentray remove acme/);
  });

  it('leaves the others to the agent, which asks for no token of it', async () => {
    spoil();
    const agent = await cli.startAgent();
    expect(await cli.succeed(['token', 'billing'])).toBe('token-0\n');
    expect(await cli.run(['token', 'acme', '--force'])).toMatchObject({ code: 2, stdout: '' });
    expect(await agent.stop()).toBe(0);
    expect(tenant.requests).toHaveLength(1);
  });

  it.each([
    ['without an agent', false],
    ['with an agent', true],
  ])('is replaced with its secrets kept (%s)', async (_how, withAgent) => {
    spoil();
    const agent = withAgent ? await cli.startAgent() : undefined;
    await cli.succeed(['edit', 'acme', '--file', fileOf('acme')]);
    expect(await cli.succeed(['token', 'acme'])).toMatch(/^token-/);
    await agent?.stop();
  });

  it('is removed', async () => {
    spoil();
    await cli.succeed(['remove', 'acme']);
    expect(await cli.run(['list'])).toMatchObject({ code: 0, stderr: '' });
  });
});
