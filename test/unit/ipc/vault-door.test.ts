import { beforeEach, describe, expect, it, vi } from 'vitest';
import { TokentrayError } from '../../../main/errors.ts';
import { createVaultDoor, TypedPassphrase } from '../../../main/ipc/vault-door.ts';
import type { VaultDoor } from '../../../main/ipc/vault-door.ts';
import type { Vault, VaultMode } from '../../../main/storage/storage.ts';
import { CallApplication } from '../../fixtures/call-application.ts';

/** Opens with one passphrase, or as soon as its keychain is unlocked. */
class DoorVault implements Vault {
  state: VaultMode | undefined = 'passphrase';
  isOpen = false;
  keychainError: TokentrayError | undefined;
  private readonly typed: TypedPassphrase;

  constructor(typed: TypedPassphrase) {
    this.typed = typed;
  }

  mode(): VaultMode | undefined {
    return this.state;
  }

  isUnlocked(): boolean {
    return this.isOpen;
  }

  async unlock(): Promise<void> {
    if (this.keychainError !== undefined) throw this.keychainError;
    if (this.state === 'passphrase') {
      const passphrase = await this.typed.ask();
      if (passphrase === undefined) throw new TokentrayError('storage.passphrase_needed');
      if (passphrase !== 'right-CANARY') throw new TokentrayError('storage.passphrase_wrong');
    }
    this.isOpen = true;
  }

  async rewrap(): Promise<void> {}
}

let application: CallApplication;
let typed: TypedPassphrase;
let vault: DoorVault;
let changes: number;
let door: VaultDoor;
beforeEach(() => {
  application = new CallApplication();
  typed = new TypedPassphrase();
  vault = new DoorVault(typed);
  changes = 0;
  const { engine, storage } = application;
  door = createVaultDoor({ engine, storage: { profiles: storage.profiles, vault } }, typed, () => {
    changes++;
  });
});

describe('a vault with a passphrase', () => {
  it('is locked at the start, before anybody tried', () => {
    expect(door.lock()).toMatchObject({ kind: 'passphrase', failure: { code: 'storage.passphrase_needed' } });
  });

  it('opens with the passphrase that was typed', async () => {
    await door.unlock('right-CANARY');
    expect(door.lock()).toBeNull();
    expect(changes).toBe(1);
  });

  it('says when it was the wrong one', async () => {
    await expect(door.unlock('wrong-CANARY')).rejects.toMatchObject({ code: 'storage.passphrase_wrong' });
    expect(door.lock()).toMatchObject({ kind: 'passphrase', failure: { code: 'storage.passphrase_wrong' } });
    expect(JSON.stringify(door.lock())).not.toContain('CANARY');
  });

  it('that stays closed is what keeps every token from being had, before one is asked for', async () => {
    const told = vi.spyOn(application.engine, 'vaultStayedLocked');
    await door.unlock().catch(() => undefined);
    expect(told.mock.calls).toEqual([[expect.objectContaining({ code: 'storage.passphrase_needed' })]]);
  });

  it('forgets what was typed, whether it was right or not', async () => {
    await door.unlock('wrong-CANARY').catch(() => undefined);
    await expect(typed.ask()).resolves.toBeUndefined();
    await door.unlock('right-CANARY');
    await expect(typed.ask()).resolves.toBeUndefined();
  });
});

describe('a vault in the keychain', () => {
  beforeEach(() => {
    vault.state = 'os';
  });

  it('is not locked before somebody met a lock', () => {
    expect(door.lock()).toBeNull();
  });

  it('is locked when its keychain is', async () => {
    vault.keychainError = new TokentrayError('storage.keychain_locked');
    await door.unlock().catch(() => undefined);
    expect(door.lock()).toMatchObject({ kind: 'keychain', failure: { code: 'storage.keychain_locked' } });
  });

  it('is locked when the engine met the lock', async () => {
    await application.add();
    application.storage.vaultError = new TokentrayError('storage.keychain_locked');
    application.engine.start();
    await application.clock.advance(1_000);
    expect(door.lock()).toMatchObject({ kind: 'keychain' });
    await application.engine.stop();
  });

  it('opens when it is tried again', async () => {
    vault.keychainError = new TokentrayError('storage.keychain_locked');
    await door.unlock().catch(() => undefined);
    vault.keychainError = undefined;
    await door.unlock();
    expect(door.lock()).toBeNull();
  });
});

it('is not locked before there is a vault', () => {
  vault.state = undefined;
  expect(door.lock()).toBeNull();
});
