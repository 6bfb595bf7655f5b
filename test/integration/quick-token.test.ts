/** A stored token handed over the quick way: from a running agent, or from the data folder. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startAgent } from '../../main/agent/agent-server.ts';
import type { RunningAgent } from '../../main/agent/agent-server.ts';
import { quickToken } from '../../main/cli/quick-token.ts';
import { systemClock } from '../../main/clock.ts';
import { TokentrayError } from '../../main/errors.ts';
import { osKeychain } from '../../main/storage/keychain.ts';
import { openStorage } from '../../main/storage/open-storage.ts';
import type { Profile } from '../../main/profiles/profile.ts';
import type { TokenRecord } from '../../main/storage/records.ts';
import { readProfile } from '../../main/systems/validate.ts';
import { FakeApplication, profileNamed, tokenRecord } from '../fixtures/agent-ports.ts';

describe('with an agent', () => {
  let application: FakeApplication;
  let agent: RunningAgent;

  beforeEach(async () => {
    application = new FakeApplication();
    await application.add('acme');
    agent = await startAgent(application.ports);
  });

  afterEach(async () => {
    await agent.close();
    application.remove();
  });

  const quick = (...argv: readonly string[]) => quickToken(argv, application.home, undefined);

  it('is what the agent has stored', async () => {
    expect(await quick('token', 'acme')).toBe('token-CANARY-1\n');
  });

  it('is written as it is asked to', async () => {
    expect(await quick('token', 'acme', '--as', 'header')).toBe('Authorization: Bearer token-CANARY-1\n');
  });

  it('is nothing when the stored token lives too short, and no server is asked', async () => {
    expect(await quick('token', 'acme', '--min-valid', '3600')).toBeUndefined();
    expect(application.asked).toHaveLength(0);
  });

  it('is nothing when the agent fails, so that the failure is told in one place', async () => {
    application.answer = async () => {
      throw new TokentrayError('storage.keychain_locked');
    };
    expect(await quick('token', 'acme')).toBeUndefined();
  });

  it('is nothing when the agent must ask a person first, whom the full program can wait for', async () => {
    application.answer = () => new Promise(() => undefined);
    expect(await quick('token', 'acme')).toBeUndefined();
  });

  it('is nothing when the agent has a warning for it, which the full program tells', async () => {
    application.answer = async () => ({ note: 'nobody stands behind it' });
    expect(await quick('token', 'acme')).toBeUndefined();
  });

  it('asks nobody for a command line that is not plain', async () => {
    expect(await quick('token', 'acme', '--force')).toBeUndefined();
    expect(application.asked).toHaveLength(0);
  });
});

describe('without an agent', () => {
  const passphrase = 'passphrase-CANARY-5';
  let home: string;

  beforeEach(() => {
    home = join(mkdtempSync(join(tmpdir(), 'tokentray-quick-')), 'data');
  });

  afterEach(() => rmSync(join(home, '..'), { recursive: true, force: true }));

  const openHere = () =>
    openStorage({
      home,
      clock: systemClock,
      keychain: osKeychain(),
      newVaultMode: () => 'passphrase',
      passphrase: async () => passphrase,
      busyTimeoutMs: 5_000,
      readProfile,
    });

  async function store(record: TokenRecord, over: Partial<Profile> = {}): Promise<void> {
    const storage = openHere();
    const token = { record, origin: 'https://acme.api.identitynow.com' };
    const [stored] = await storage.profiles.insert([{ profile: { ...profileNamed('acme'), ...over }, token }]);
    await storage.settings.set('defaultProfile', stored?.id);
    storage.close();
  }

  const quick = (argv: readonly string[], given: string | undefined = passphrase) => quickToken(argv, home, given);

  it('is what is stored', async () => {
    await store(tokenRecord());
    expect(await quick(['token', 'acme'])).toBe('token-CANARY-1\n');
  });

  it('is noted in the history, once a minute however often a script asks', async () => {
    await store(tokenRecord());
    for (let times = 0; times < 3; times++) await quick(['token', 'acme']);
    const storage = openHere();
    const [acme] = storage.profiles.list();
    expect(storage.history.list(acme?.id ?? '').filter(({ what }) => what === 'given')).toHaveLength(1);
    storage.close();
  });

  it('is that of the default profile when none is named', async () => {
    await store(tokenRecord());
    expect(await quick(['token'])).toBe('token-CANARY-1\n');
  });

  it('is written as it is asked to', async () => {
    await store(tokenRecord());
    expect(await quick(['token', '--as', 'header'])).toBe('Authorization: Bearer token-CANARY-1\n');
  });

  it('is given the benefit of the doubt when its expiry is unknown', async () => {
    await store(tokenRecord({ expiresAtMs: null }));
    expect(await quick(['token', 'acme', '--min-valid', '3600'])).toBe('token-CANARY-1\n');
  });

  it.each([
    ['lives too short', tokenRecord({ expiresAtMs: Date.now() + 59_000 })],
    ['was obtained in the future: the clock was set back', tokenRecord({ obtainedAtMs: Date.now() + 60_000 })],
  ])('is nothing when the stored one %s', async (_case, record) => {
    await store(record);
    expect(await quick(['token', 'acme'])).toBeUndefined();
  });

  it('is nothing when it is for another than the profile expects, which the full program tells', async () => {
    await store(tokenRecord({ identity: { user: 'joe' } }), { expectUser: 'jane.admin' });
    expect(await quick(['token', 'acme'])).toBeUndefined();
  });

  it('is what is stored when it is for whom the profile expects', async () => {
    await store(tokenRecord({ identity: { user: 'joe' } }), { expectUser: 'joe' });
    expect(await quick(['token', 'acme'])).toBe('token-CANARY-1\n');
  });

  it('is nothing for a profile that does not exist', async () => {
    await store(tokenRecord());
    expect(await quick(['token', 'beta'])).toBeUndefined();
  });

  it.each([
    ['there is no passphrase', undefined],
    ['the passphrase is wrong', 'another'],
  ])('is nothing when %s', async (_case, given) => {
    await store(tokenRecord());
    expect(await quickToken(['token', 'acme'], home, given)).toBeUndefined();
  });

  it('makes no data folder where there is none', async () => {
    expect(await quick(['token', 'acme'])).toBeUndefined();
    expect(existsSync(home)).toBe(false);
  });
});
