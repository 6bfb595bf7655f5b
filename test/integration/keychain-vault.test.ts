/** Real processes with real storage, and the key of their vault in a real Secret Service. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { databaseOf } from '../fixtures/disk-storage.ts';
import { KeychainClient } from '../fixtures/keychain-client.ts';
import { startSecretService } from '../fixtures/secret-service.ts';
import type { SecretService } from '../fixtures/secret-service.ts';

const secret = 'CANARY-secret';
const passphrase = 'CANARY-passphrase';
let service: SecretService;
let home: string;
let clients: KeychainClient[];

beforeAll(async () => {
  service = await startSecretService();
});
afterAll(() => service.stop());
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'tokentray-vault-'));
  clients = [];
});
afterEach(async () => {
  await Promise.all(clients.map((client) => client[Symbol.asyncDispose]()));
  rmSync(home, { recursive: true, force: true });
});

/** A process with the data folder open. */
async function start(...options: readonly ['os' | 'passphrase' | 'memory', string?]): Promise<KeychainClient> {
  const client = new KeychainClient(service);
  clients.push(client);
  await client.tell('open', home, ...options);
  return client;
}

/** Looks or works at the database behind everybody's back. */
function sql(statement: string): Record<string, unknown> | undefined {
  const database = new DatabaseSync(databaseOf(home));
  try {
    return database.prepare(statement).get();
  } finally {
    database.close();
  }
}

const vaultId = () => String(sql('SELECT vault_id FROM vault')?.['vault_id']);

describe('a secret stored by one process', () => {
  it.each([
    ['of 5 KB', `CANARY-${'k'.repeat(5_120)}`],
    ['with line breaks', '-----BEGIN CANARY-----\nline\r\n'],
    ['of other scripts', 'CANARY-äöü-密码-🔑'],
  ])('and %s, is read by another', async (_, text) => {
    await (await start('os')).tell('add', 'acme', text);
    expect(await (await start('os')).tell('read', 'acme')).toBe(text);
  });

  it('is in no file of the data folder', async () => {
    await (await start('os')).tell('add', 'acme', secret);
    const files = [databaseOf(home), `${databaseOf(home)}-wal`];
    expect(files.filter((file) => readFileSync(file).includes(secret))).toEqual([]);
  });

  it('is not read in the place of another profile', async () => {
    const client = await start('os');
    await client.tell('add', 'acme', secret);
    await client.tell('add', 'other', 'CANARY-other');
    sql(
      `UPDATE secrets SET sealed = (SELECT sealed FROM secrets JOIN profiles ON id = profile_id WHERE name = 'other')`,
    );
    await expect(client.tell('read', 'acme')).rejects.toMatchObject({ code: 'storage.record_damaged' });
  });

  it('is not read for another origin', async () => {
    const client = await start('os');
    await client.tell('add', 'acme', secret);
    sql(`UPDATE secrets SET bound_origin = 'https://evil.example.com'`);
    await expect(client.tell('read', 'acme')).rejects.toMatchObject({ code: 'storage.record_damaged' });
  });
});

describe('two processes that start for the first time at once', () => {
  it.each([1, 2, 3, 4, 5])('make one vault, which opens for both (round %i)', async () => {
    const [one, two] = await Promise.all([start('os'), start('os')]);
    await Promise.all([one.tell('add', 'first', 'CANARY-1'), two.tell('add', 'second', 'CANARY-2')]);
    expect(await one.tell('read', 'second')).toBe('CANARY-2');
    expect(await two.tell('read', 'first')).toBe('CANARY-1');
  });

  it('leave one entry in the keychain', async () => {
    const before = await service.countEntries('Tokentray');
    const [one, two] = await Promise.all([start('os'), start('os')]);
    await Promise.all([one.tell('unlock'), two.tell('unlock')]);
    expect(await service.countEntries('Tokentray')).toBe(before + 1);
  });
});

describe('a vault in the keychain', () => {
  beforeEach(async () => (await start('os')).tell('add', 'acme', secret));

  it('is opened by a process that would have made one under a passphrase', async () => {
    const client = await start('passphrase');
    expect([await client.tell('read', 'acme'), await client.tell('mode')]).toEqual([secret, 'os']);
  });

  it('does not open while the keyring is locked, and opens in the same process afterwards', async () => {
    const client = await start('os');
    await service.lock();
    await expect(client.tell('read', 'acme')).rejects.toMatchObject({ code: 'storage.keychain_locked' });
    await service.unlock();
    expect(await client.tell('read', 'acme')).toBe(secret);
  });

  it('goes on serving a process that had opened it before the keyring was locked', async () => {
    const client = await start('os');
    await client.tell('unlock');
    await service.lock();
    expect(await client.tell('read', 'acme')).toBe(secret);
    await service.unlock();
  });

  it('opens after the keyring was started anew', async () => {
    const client = await start('os');
    await service.restart();
    expect(await client.tell('read', 'acme')).toBe(secret);
  });

  it('says that its entry was deleted, and makes no other', async () => {
    const client = await start('os');
    await client.tell('delete', 'Tokentray', vaultId());
    const before = [vaultId(), await service.countEntries('Tokentray')];
    await expect(client.tell('add', 'second', secret)).rejects.toMatchObject({
      code: 'storage.keychain_entry_missing',
    });
    expect([vaultId(), await service.countEntries('Tokentray')]).toEqual(before);
  });

  it('tells in no failure what its entry holds', async () => {
    const client = await start('os');
    const entry = (await client.tell('get', 'Tokentray', vaultId())) ?? 'no entry';
    sql(`UPDATE vault SET check_value = zeroblob(32)`);
    await expect(client.tell('read', 'acme')).rejects.toMatchObject({
      code: 'storage.vault_damaged',
      text: expect.not.stringContaining(entry),
    });
  });

  it('moves to a passphrase, and leaves no entry behind', async () => {
    const client = await start('os');
    const before = await service.countEntries('Tokentray');
    await client.tell('rewrap', 'passphrase', passphrase);
    expect(await service.countEntries('Tokentray')).toBe(before - 1);
    expect(await (await start('os', passphrase)).tell('read', 'acme')).toBe(secret);
  });
});

describe('a vault under a passphrase', () => {
  beforeEach(async () => (await start('passphrase', passphrase)).tell('add', 'acme', secret));

  it('opens with it where no keychain is', async () => {
    const client = new KeychainClient();
    clients.push(client);
    await client.tell('open', home, 'os', passphrase);
    expect(await client.tell('read', 'acme')).toBe(secret);
  });

  it.each([
    ['storage.passphrase_wrong', 'CANARY-other'],
    ['storage.passphrase_needed', undefined],
  ])('fails with %s when %s is given', async (code, given) => {
    await expect((await start('os', given)).tell('read', 'acme')).rejects.toMatchObject({ code });
  });

  it('moves into the keychain', async () => {
    await (await start('os', passphrase)).tell('rewrap', 'os');
    expect(await (await start('os')).tell('read', 'acme')).toBe(secret);
  });
});

describe('a vault in memory', () => {
  it('is gone for another process', async () => {
    await (await start('memory')).tell('add', 'acme', secret);
    await expect((await start('memory')).tell('read', 'acme')).rejects.toMatchObject({
      code: 'storage.memory_vault_gone',
    });
  });
});
