import { beforeEach, describe, expect, it } from 'vitest';
import { keepActivityLog } from '../../../main/agent/activity-log.ts';
import type { ActivityLogOptions, ActivityPorts } from '../../../main/agent/activity-log.ts';
import { TokentrayError } from '../../../main/errors.ts';
import type { LogEvent } from '../../../main/log/log-event.ts';
import type { StoredProfile } from '../../../main/profiles/profile.ts';
import { createSettings } from '../../../main/settings/settings.ts';
import { FakeClock, settle } from '../../fixtures/fake-clock.ts';
import { FakeSignIns } from '../../fixtures/fake-sign-ins.ts';
import { MemoryStorage } from '../../fixtures/memory-storage.ts';

let clock: FakeClock;
let storage: MemoryStorage;
let signIns: FakeSignIns;
let fail: (error: TokentrayError) => void;
let events: LogEvent[];
let stored: StoredProfile;

beforeEach(async () => {
  clock = new FakeClock();
  storage = new MemoryStorage(clock);
  signIns = new FakeSignIns();
  events = [];
  const profile = { name: 'acme', system: 'oauth', auth: 'client_credentials', clientId: 'client-1' } as const;
  [stored] = (await storage.profiles.insert([{ profile }])) as [StoredProfile];
});

function keep(over: Partial<ActivityLogOptions> = {}): () => void {
  const failures = new Set<(stored: StoredProfile, error: TokentrayError) => void>();
  fail = (error) => failures.forEach((listener) => listener(stored, error));
  const ports: ActivityPorts = {
    version: '1.2.3',
    clock,
    storage,
    settings: createSettings(storage.settings),
    signIns,
    engine: {
      onFailure(listener) {
        failures.add(listener);
        return () => failures.delete(listener);
      },
    },
  };
  const log = { write: (event: LogEvent) => void events.push(event) };
  return keepActivityLog(ports, { role: 'agent', refreshes: () => true, log, ...over });
}

async function obtain(obtainedAtMs = clock.now()): Promise<void> {
  const record = {
    accessToken: 'token-CANARY',
    tokenType: 'Bearer',
    obtainedAtMs,
    expiresAtMs: 5,
    clockOffsetMs: null,
  };
  const { revision } = storage.profiles.get(stored.id) ?? stored;
  await storage.profiles.update(stored.id, revision, { token: { record, origin: 'https://id.example.com' } });
  await settle();
}

const kinds = () => events.map(({ event }) => event).filter((event) => event !== 'storage-changed');

it('begins and ends with the process, and follows nothing afterwards', async () => {
  keep()();
  await obtain();
  fail(new TokentrayError('network.dns'));
  await signIns.start(stored.id);
  expect(events.map(({ event }) => event)).toEqual(['started', 'vault-opened', 'stopped']);
  expect(storage.listenerCount).toBe(0);
});

describe('a token', () => {
  it('that was obtained is told once, without the token', async () => {
    keep();
    await obtain();
    await storage.profiles.update(stored.id, 2, {});
    await settle();
    expect(events.filter(({ event }) => event === 'token-obtained')).toEqual([
      { event: 'token-obtained', profile: 'acme', expiresAtMs: 5 },
    ]);
    expect(JSON.stringify(events)).not.toContain('CANARY');
  });

  it('that was there before the log began is not told', async () => {
    keep();
    await obtain(clock.now() - 1);
    expect(kinds()).not.toContain('token-obtained');
  });

  it('that another process obtained as the agent is left to its log', async () => {
    keep({ refreshes: () => false });
    await obtain();
    expect(kinds()).not.toContain('token-obtained');
  });

  it('that could not be had is told with its profile', () => {
    keep();
    fail(new TokentrayError('network.dns', { data: { host: 'id.example.com' } }));
    const error = { code: 'network.dns', data: { host: 'id.example.com' } };
    expect(events.at(-1)).toEqual({ event: 'token-failed', profile: 'acme', error });
  });
});

describe('the vault', () => {
  it('is told when it goes out of reach, once, and when it is back', async () => {
    keep();
    const locked = new TokentrayError('storage.keychain_locked');
    fail(locked);
    fail(locked);
    await obtain();
    expect(kinds().filter((event) => event.startsWith('vault'))).toEqual([
      'vault-opened',
      'vault-out-of-reach',
      'vault-opened',
    ]);
  });

  it('that is locked at the start is told when it opens', async () => {
    storage.vaultError = new TokentrayError('storage.keychain_locked');
    keep();
    expect(kinds()).toEqual(['started']);
    storage.vaultError = undefined;
    await obtain();
    expect(kinds()).toContain('vault-opened');
  });
});

describe('a sign-in', () => {
  it.each([
    [{ kind: 'done' }, 'sign-in-done'],
    [{ kind: 'cancelled' }, 'sign-in-cancelled'],
    [{ kind: 'failed', error: { code: 'auth.sign_in_denied', data: {} } }, 'sign-in-failed'],
  ] as const)('is told from its start to its end: %o', async (state, last) => {
    keep();
    const attempt = await signIns.start(stored.id);
    attempt.become({ kind: 'finishing' });
    attempt.become(state);
    await settle();
    expect(kinds().slice(2)).toEqual(['sign-in-started', last]);
  });
});
