import { beforeEach, describe, expect, it } from 'vitest';
import { vaultCalls } from '../../../main/ipc/vault-calls.ts';
import type { Vault, VaultMode } from '../../../main/storage/storage.ts';

let rewraps: [VaultMode, string | undefined][];
let mode: VaultMode | undefined;
let changes: number;
const vault: Vault = {
  mode: () => mode,
  isUnlocked: () => true,
  unlock: async () => undefined,
  rewrap: async (next, passphrase) => void rewraps.push([next, passphrase]),
};
const door = { lock: () => null, unlock: async () => undefined };
const calls = vaultCalls(vault, door, () => changes++);

beforeEach(() => {
  rewraps = [];
  mode = 'os';
  changes = 0;
});

describe('another place for the key of the vault', () => {
  it('is taken with its new passphrase', async () => {
    await calls['vault.changeMode']({ mode: 'passphrase', passphrase: 'CANARY' });
    expect(rewraps).toEqual([['passphrase', 'CANARY']]);
    expect(changes).toBe(1);
  });

  it('is not the memory of this process, where secrets are stored already', async () => {
    await expect(calls['vault.changeMode']({ mode: 'memory' })).rejects.toMatchObject({
      code: 'config.setting_invalid',
    });
    expect(rewraps).toEqual([]);
  });

  it('may be the memory of this process for a new vault', async () => {
    mode = undefined;
    await calls['vault.changeMode']({ mode: 'memory' });
    expect(rewraps).toEqual([['memory', undefined]]);
  });
});
