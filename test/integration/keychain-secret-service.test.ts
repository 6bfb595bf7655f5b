/** The keychain adapter at a real Secret Service: gnome-keyring in a D-Bus session of its own. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { KeychainClient } from '../fixtures/keychain-client.ts';
import { startSecretService } from '../fixtures/secret-service.ts';
import type { SecretService } from '../fixtures/secret-service.ts';
import { startSessionBus } from '../fixtures/session-bus.ts';

const key = 'CANARY-wrapping-key-0123456789';
let service: SecretService;
let client: KeychainClient;

beforeAll(async () => {
  service = await startSecretService();
  client = new KeychainClient(service);
});
afterAll(async () => {
  await client[Symbol.asyncDispose]();
  await service.stop();
});

describe('an entry', () => {
  it('is given back as it was stored', async () => {
    await client.tell('set', 'Tokentray', 'stored', key);
    expect(await client.tell('get', 'Tokentray', 'stored')).toBe(key);
  });

  it('is found by another process', async () => {
    await client.tell('set', 'Tokentray', 'shared', key);
    await using other = new KeychainClient(service);
    expect(await other.tell('get', 'Tokentray', 'shared')).toBe(key);
  });

  it('is replaced by a later one', async () => {
    await client.tell('set', 'Tokentray', 'replaced', 'CANARY-first');
    await client.tell('set', 'Tokentray', 'replaced', key);
    expect(await client.tell('get', 'Tokentray', 'replaced')).toBe(key);
  });

  it('is another one for another account', async () => {
    await client.tell('set', 'Tokentray', 'one', key);
    expect(await client.tell('get', 'Tokentray', 'another')).toBeNull();
  });

  it('is gone once it was deleted', async () => {
    await client.tell('set', 'Tokentray', 'deleted', key);
    expect(await client.tell('delete', 'Tokentray', 'deleted')).toBe(true);
    expect(await client.tell('get', 'Tokentray', 'deleted')).toBeNull();
  });

  it('is told apart, when deleted, from one that was never there', async () => {
    expect(await client.tell('delete', 'Tokentray', 'never')).toBe(false);
  });
});

describe('a locked keyring without anybody who could answer a prompt', () => {
  beforeEach(async () => {
    await client.tell('set', 'Tokentray', 'locked', key);
    await service.lock();
    return () => service.unlock();
  });

  it.each([
    ['get', []],
    ['set', ['CANARY-new']],
    ['delete', []],
  ] as const)('is said to be locked by %s', async (order, values) => {
    const telling = client.tell(order, 'Tokentray', 'locked', ...(values as [string]));
    await expect(telling).rejects.toMatchObject({ code: 'storage.keychain_locked' });
  });

  it('is not changed by a call that failed', async () => {
    await client.tell('set', 'Tokentray', 'locked', 'CANARY-new').catch(() => undefined);
    await client.tell('delete', 'Tokentray', 'locked').catch(() => undefined);
    await service.unlock();
    expect(await client.tell('get', 'Tokentray', 'locked')).toBe(key);
  });
});

describe('a keyring whose process ends', () => {
  it('is used again by the same process of ours after a restart', async () => {
    await client.tell('set', 'Tokentray', 'restart', key);
    await service.restart();
    expect(await client.tell('get', 'Tokentray', 'restart')).toBe(key);
  });

  it('is said to be locked, not to be without the entry, when it starts again locked', async () => {
    await client.tell('set', 'Tokentray', 'reboot', key);
    await service.restart({ locked: true });
    await expect(client.tell('get', 'Tokentray', 'reboot')).rejects.toMatchObject({ code: 'storage.keychain_locked' });
    await service.unlock();
    expect(await client.tell('get', 'Tokentray', 'reboot')).toBe(key);
  });

  it('is unavailable until it starts again', async () => {
    await client.tell('set', 'Tokentray', 'crash', key);
    await service.stopKeyring();
    await expect(client.tell('get', 'Tokentray', 'crash')).rejects.toMatchObject({
      code: 'storage.keychain_unavailable',
    });
    await service.restart();
    expect(await client.tell('get', 'Tokentray', 'crash')).toBe(key);
  });
});

describe('a machine without a Secret Service', () => {
  const naming = { code: 'storage.keychain_unavailable', data: { detail: expect.stringContaining('Secret Service') } };

  it.each([
    ['no address of a session bus', {}],
    ['an address where nobody listens', { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus' }],
    ['an address that is none', { DBUS_SESSION_BUS_ADDRESS: 'CANARY' }],
  ])('is told as such with %s', async (_, environment) => {
    await using lonely = new KeychainClient({ environment });
    await expect(lonely.tell('get', 'Tokentray', 'any')).rejects.toMatchObject(naming);
  });

  it('is told as such when nobody on the bus provides it', async () => {
    const bus = await startSessionBus();
    await using lonely = new KeychainClient(bus);
    await expect(lonely.tell('get', 'Tokentray', 'any')).rejects.toMatchObject(naming);
    await bus.stop();
  });

  it('keeps nothing elsewhere instead', async () => {
    await using lonely = new KeychainClient();
    await expect(lonely.tell('set', 'Tokentray', 'elsewhere', key)).rejects.toMatchObject(naming);
  });

  it('hands on nothing of what was to be stored', async () => {
    await using lonely = new KeychainClient();
    await expect(lonely.tell('set', 'Tokentray', 'any', key)).rejects.toMatchObject({
      text: expect.not.stringContaining('CANARY'),
    });
  });
});

describe('a prompt that nobody answers', () => {
  it('is waited for as long as was agreed, and then told as a locked keychain', async () => {
    await using silent = await startSecretService({ prompter: 'silent' });
    await using patient = new KeychainClient({ ...silent, waitMs: 500 });
    await patient.tell('set', 'Tokentray', 'prompt', key);
    await silent.lock();
    await expect(patient.tell('get', 'Tokentray', 'prompt')).rejects.toMatchObject({
      code: 'storage.keychain_locked',
    });
  });
});
