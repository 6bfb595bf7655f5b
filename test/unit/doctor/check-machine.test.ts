import { describe, expect, it } from 'vitest';
import { agentCheck } from '../../../main/doctor/check-agent.ts';
import { databaseCheck } from '../../../main/doctor/check-database.ts';
import { folderCheck } from '../../../main/doctor/check-folder.ts';
import { vaultCheck } from '../../../main/doctor/check-vault.ts';
import type { VaultParts } from '../../../main/doctor/check-vault.ts';
import type { Check } from '../../../main/doctor/run-checks.ts';
import { TokentrayError } from '../../../main/errors.ts';
import type { VaultMode } from '../../../main/storage/storage.ts';

const levels = async (check: Check) => (await check.run(new AbortController().signal)).map(({ level }) => level);
const words = async (check: Check) => (await check.run(new AbortController().signal)).map(({ what }) => what).join(' ');

describe('the vault', () => {
  const checked = (vault: VaultParts['vault'], isAgent = true) => vaultCheck({ vault, hasAgent: async () => isAgent });
  const vault = (mode: VaultMode | undefined, failure?: TokentrayError) => ({
    unlocks: 0,
    mode: () => mode,
    async unlock() {
      this.unlocks++;
      if (failure !== undefined) throw failure;
    },
  });

  it('that opens is fine', async () => {
    expect(await levels(checked(vault('os')))).toEqual(['ok']);
  });

  it.each([undefined, 'memory' as const])('of mode %s is not opened, which would make or miss one', async (mode) => {
    const looked = vault(mode);
    expect(await levels(checked(looked))).toEqual(['ok']);
    expect(looked.unlocks).toBe(0);
  });

  it('in the memory of an agent that is gone is a problem', async () => {
    expect(await levels(checked(vault('memory'), false))).toEqual(['problem']);
  });

  it('whose keychain is locked is a problem', async () => {
    expect(await levels(checked(vault('os', new TokentrayError('storage.keychain_locked'))))).toEqual(['problem']);
  });

  it('whose passphrase nobody could be asked for is a warning', async () => {
    const error = new TokentrayError('storage.passphrase_needed');
    expect(await levels(checked(vault('passphrase', error)))).toEqual(['warning']);
  });
});

describe('the database', () => {
  it.each([
    ['that is whole', { schemaVersion: 3, bytes: 98_304, faults: 0 }, 'ok'],
    ['that is not there yet', undefined, 'ok'],
    ['with a fault', { schemaVersion: 3, bytes: 98_304, faults: 1 }, 'problem'],
    ['of a gigabyte', { schemaVersion: 3, bytes: 2 ** 30, faults: 0 }, 'warning'],
  ])('%s', async (_case, facts, level) => {
    expect(await levels(databaseCheck(() => facts))).toEqual([level]);
  });

  it('is told with schema and size', async () => {
    const check = databaseCheck(() => ({ schemaVersion: 3, bytes: 98_304, faults: 0 }));
    expect(await words(check)).toContain('schema 3, 96 KiB');
  });
});

describe('the data folder', () => {
  const entry = (name: string, mode: number, uid = 1_000) => ({ name, mode, uid });
  const folder = (...entries: readonly ReturnType<typeof entry>[]) =>
    folderCheck({ modes: () => ({ entries }), uid: 1_000 });

  it.each([
    ['of its owner alone', [entry('.', 0o700), entry('tokentray.db', 0o600)], ['ok']],
    ['open to others, with closed files', [entry('.', 0o755), entry('tokentray.db', 0o600)], ['warning']],
    [
      'open to others, with an open database',
      [entry('.', 0o750), entry('tokentray.db', 0o640)],
      ['warning', 'problem'],
    ],
    ['closed, with a file that is open', [entry('.', 0o700), entry('tokentray.db', 0o644)], ['ok']],
    ['with a file of somebody else', [entry('.', 0o700), entry('tokentray.db', 0o600, 0)], ['problem']],
  ])('%s', async (_case, entries, expected) => {
    expect(await levels(folder(...entries))).toEqual(expected);
  });

  it('where modes mean nothing is not judged by them', async () => {
    const check = folderCheck({ modes: () => ({ entries: [entry('.', 0o777)] }), uid: undefined });
    expect(await levels(check)).toEqual(['ok']);
  });
});

describe('the agent', () => {
  it.each([
    ['that does not run', undefined, 'ok'],
    ['of this version', { version: '1.2.3', pid: 7 }, 'ok'],
    ['of another version', { version: '1.2.0', pid: 7 }, 'warning'],
  ])('%s', async (_case, hello, level) => {
    expect(await levels(agentCheck(async () => hello, '1.2.3'))).toEqual([level]);
  });
});
