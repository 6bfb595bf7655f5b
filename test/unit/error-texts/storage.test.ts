/** What people are told to do about storage: only what can help them now. */
import { describe, expect, it } from 'vitest';
import { errorText } from '../../../main/error-texts.ts';
import type { KeychainBackend } from '../../../main/errors.ts';

describe('a keychain that cannot be used', () => {
  it('under a vault that exists is to be started: the mode of the vault is not chosen again', () => {
    const { next } = errorText('storage.keychain_unavailable', { keychain: 'secret-service' });
    expect(next).toContain('Secret Service');
    expect(next).not.toContain('TOKENTRAY_KEYCHAIN');
  });

  it('leaves a choice while the vault is made', () => {
    const { next } = errorText('storage.keychain_unavailable', { keychain: 'secret-service', vault: 'created' });
    expect(next).toMatch(/Secret Service.*TOKENTRAY_KEYCHAIN=passphrase.*TOKENTRAY_KEYCHAIN=memory/);
  });

  it('leaves none while a vault gets another key', () => {
    const { next } = errorText('storage.keychain_unavailable', { keychain: 'secret-service', vault: 'rewrapped' });
    expect(next).not.toContain('TOKENTRAY_KEYCHAIN');
  });

  it.each<[KeychainBackend, string]>([
    ['secret-service', 'gnome-keyring'],
    ['macos-keychain', 'macOS Keychain'],
    ['windows-credential-manager', 'Credential Manager'],
  ])('is named as the system names it (%s)', (keychain, name) => {
    expect(errorText('storage.keychain_unavailable', { keychain }).next).toContain(name);
  });
});

describe('a passphrase', () => {
  const empty = { detail: 'the one that was given is empty' };

  it('that is needed to open the vault may come in the environment', () => {
    const { what, next } = errorText('storage.passphrase_needed', {});
    expect([what, next]).toEqual([
      expect.stringContaining('locked with a passphrase'),
      expect.stringContaining('TOKENTRAY_PASSPHRASE'),
    ]);
  });

  it.each(['created', 'rewrapped'] as const)('that is needed for a vault (%s) locks nothing yet', (vault) => {
    expect(errorText('storage.passphrase_needed', { vault, ...empty }).what).not.toContain('is locked');
  });

  it('that is empty is called so', () => {
    const { what, next } = errorText('storage.passphrase_needed', empty);
    expect(what).toContain('empty');
    expect(next).toContain('not empty');
  });
});

describe.each(['storage.database_damaged', 'storage.vault_missing'] as const)('a backup against %s', (code) => {
  it('is named where there is one', () => {
    const { next } = errorText(code, { path: '/data/tokentray.db', backup: '/data/tokentray.db.backup-1' });
    expect(next).toContain('/data/tokentray.db.backup-1');
    expect(next).toContain('-wal');
  });

  it('is not promised where there is none', () => {
    expect(errorText(code, { path: '/data/tokentray.db' }).next).not.toMatch(/beside|backup-/);
  });
});

it('a lost vault is told with the profiles that it takes along, and with a way to go on', () => {
  const { what, next } = errorText('storage.vault_missing', { detail: 'acme, billing' });
  expect(what).toContain('acme, billing');
  expect(next).toMatch(/tokentray remove NAME.*tokentray export/);
});

it('a damaged record is told with the name of its profile', () => {
  const { what, next } = errorText('storage.record_damaged', { profile: 'acme' });
  expect([what, next]).toEqual([expect.stringContaining('"acme"'), expect.stringContaining('tokentray edit acme')]);
});

it('a damaged profile is told with what is wrong, and with both ways out', () => {
  const issues = [{ path: 'auth', message: 'Is missing.' }];
  const { what, next } = errorText('storage.profile_damaged', { profile: 'acme', issues });
  expect(what).toMatch(/"acme".*auth: Is missing\./);
  expect(next).toMatch(/tokentray edit acme --file .*tokentray remove acme/);
});

it('a name that no profile may have is not put into a command that somebody may copy', () => {
  const { next } = errorText('storage.profile_damaged', { profile: 'x; touch CANARY' });
  expect(next).not.toContain('CANARY');
  expect(next).toContain('tokentray remove NAME');
});
