import { beforeEach, describe, expect, it } from 'vitest';
import { TokentrayError } from '../../../main/errors.ts';
import type { ErrorData } from '../../../main/errors.ts';
import type { Profile } from '../../../main/profiles/profile.ts';
import { createEngine } from '../../../main/tokens/create-engine.ts';
import { tokenState } from '../../../main/tokens/state.ts';
import type { Engine } from '../../../main/tokens/tokens.ts';
import { FakeClock, settle } from '../../fixtures/fake-clock.ts';
import { MemoryStorage } from '../../fixtures/memory-storage.ts';
import { TenantScript } from '../../fixtures/tenant-script.ts';

let clock: FakeClock;
let storage: MemoryStorage;
let tenant: TenantScript;
let engine: Engine;

beforeEach(() => {
  clock = new FakeClock();
  storage = new MemoryStorage(clock);
  tenant = new TenantScript(clock);
  engine = createEngine({ clock, storage, obtain: tenant.obtain, random: () => 0.5 });
});

async function add(name = 'acme', over: Partial<Profile> = {}): Promise<string> {
  const profile: Profile = { name, system: 'isc', auth: 'client_credentials', tenant: 'acme', clientId: 'id', ...over };
  const [stored] = await storage.profiles.insert([{ profile }]);
  if (stored === undefined) throw new Error('nothing inserted');
  return stored.id;
}

const refused = new TokentrayError('auth.refused', { data: { oauthError: 'invalid_client', status: 401 } });
const down = new TokentrayError('network.refused', { data: { host: 'acme' } });

describe('asking for a token', () => {
  it('makes one request when there is none, and none while it lives long enough', async () => {
    const id = await add();
    expect((await engine.token(id)).token.accessToken).toBe('token-1');
    await clock.advance(600_000);
    expect((await engine.token(id)).token.accessToken).toBe('token-1');
    expect(tenant.requests).toHaveLength(1);
  });

  it('refreshes first when less than the wanted life remains', async () => {
    const id = await add();
    await engine.token(id);
    await clock.advance(700_000);
    const result = await engine.token(id);
    expect(result).toMatchObject({ remainingMs: 749_000, belowMinimum: false });
    expect(tenant.requests).toHaveLength(2);
  });

  it('makes one request for everybody who asks at the same time', async () => {
    const id = await add();
    tenant.hold();
    const asked = Array.from({ length: 50 }, () => engine.token(id));
    await settle();
    tenant.release();
    const tokens = new Set((await Promise.all(asked)).map((result) => result.token.accessToken));
    expect([...tokens]).toEqual(['token-1']);
    expect(tenant.requests).toHaveLength(1);
  });

  it('shares a failure with everybody who asked at the same time', async () => {
    const id = await add();
    tenant.outcomes = [down];
    tenant.hold();
    const asked = Array.from({ length: 10 }, () => engine.token(id).catch((error: unknown) => error));
    await settle();
    tenant.release();
    for (const error of await Promise.all(asked)) expect(error).toMatchObject({ code: 'network.refused' });
    expect(tenant.requests).toHaveLength(1);
  });

  it('hands a token below the minimum over, and says so, after one request', async () => {
    const id = await add();
    tenant.outcomes = [{ lifetimeMs: 45_000 }];
    expect(await engine.token(id)).toMatchObject({ belowMinimum: true, remainingMs: 45_000 });
    expect(tenant.requests).toHaveLength(1);
  });

  it('does not ask again and again for tokens that are shorter than the minimum by nature', async () => {
    const id = await add();
    tenant.outcomes = [{ lifetimeMs: 45_000 }];
    for (let second = 0; second < 20; second++) {
      await engine.token(id);
      await clock.advance(1_000);
    }
    expect(tenant.requests).toHaveLength(1);
    await clock.advance(5_000);
    await engine.token(id);
    expect(tenant.requests).toHaveLength(2);
  });

  it('never hands out an expired token when the refresh fails', async () => {
    const id = await add();
    await engine.token(id);
    await clock.advance(800_000);
    tenant.outcomes = [down];
    await expect(engine.token(id, { minValidMs: 0 })).rejects.toMatchObject({ code: 'network.refused' });
  });

  it('hands the living token out without a request when a minimum of zero is asked', async () => {
    const id = await add();
    await engine.token(id);
    await clock.advance(740_000);
    expect(await engine.token(id, { minValidMs: 0 })).toMatchObject({ belowMinimum: false, remainingMs: 9_000 });
    expect(tenant.requests).toHaveLength(1);
  });

  it('obtains a new token when forced', async () => {
    const id = await add();
    await engine.token(id);
    await clock.advance(1_000);
    expect((await engine.token(id, { force: true })).token.accessToken).toBe('token-2');
  });

  it('hands a token of unknown expiry out as it is', async () => {
    const id = await add();
    tenant.outcomes = [{ lifetimeMs: null }];
    await engine.token(id);
    await clock.advance(86_400_000);
    expect(await engine.token(id)).toMatchObject({ remainingMs: null, belowMinimum: false });
    expect(tenant.requests).toHaveLength(1);
  });

  it('asks for a narrower token once and stores nothing of it', async () => {
    const id = await add();
    await engine.token(id);
    const narrow = await engine.token(id, { scope: 'sp:scopes:all' });
    expect(narrow.token.accessToken).toBe('token-2');
    expect(tenant.requests.at(-1)).toMatchObject({ scope: 'sp:scopes:all' });
    expect((await engine.token(id)).token.accessToken).toBe('token-1');
  });

  it('says that a profile does not exist', async () => {
    await expect(engine.token('nobody')).rejects.toMatchObject({ code: 'config.profile_not_found' });
  });
});

describe('a token that had expired on arrival', () => {
  const dead = { token: 'dead', lifetimeMs: 0 };

  it('is not handed over: whoever asks is told', async () => {
    const id = await add();
    tenant.outcomes = [dead];
    await expect(engine.token(id, { minValidMs: 0 })).rejects.toMatchObject({ code: 'network.token_expired' });
    await expect(engine.token(id, { scope: 'read' })).rejects.toMatchObject({ code: 'network.token_expired' });
    expect(await engine.storedToken(id, { minValidMs: 0 })).toBeUndefined();
  });

  it('is tried again with growing pauses until one comes that lives', async () => {
    const id = await add();
    tenant.outcomes = [dead, dead, dead, { lifetimeMs: 749_000 }];
    engine.start();
    await clock.advance(40_000);
    const waits = tenant.requests.slice(1).map(({ atMs }, at) => atMs - (tenant.requests[at]?.atMs ?? 0));
    expect(waits).toEqual([5_000, 10_000, 20_000]);
    expect(storage.tokens.activity(id)).toMatchObject({ failures: 0, lastError: null });
    await engine.stop();
  });

  it('is kept as expired where there is none that lives, and does not replace one that does', async () => {
    const id = await add();
    tenant.outcomes = [dead, { lifetimeMs: 749_000 }, dead];
    await engine.token(id).catch(() => undefined);
    expect(tokenState(engine.facts(id), clock.now())).toBe('expired');
    expect(storage.tokens.activity(id)).toMatchObject({ failures: 1, stopped: false });
    await clock.advance(1);
    await engine.token(id);
    await clock.advance(1);
    await expect(engine.token(id, { force: true })).rejects.toMatchObject({ code: 'network.token_expired' });
    expect((await engine.token(id)).token.accessToken).toBe('token-2');
  });

  it('is a failure for those who waited for another process as well', async () => {
    const id = await add();
    tenant.outcomes = [dead];
    tenant.hold();
    const other = createEngine({ clock, storage, obtain: tenant.obtain, random: () => 0.5 });
    const asked = [engine, other].map((one) => one.token(id).catch((error: unknown) => error));
    await settle();
    tenant.release();
    await clock.advance(1_000);
    for (const error of await Promise.all(asked)) expect(error).toMatchObject({ code: 'network.token_expired' });
    expect(tenant.requests).toHaveLength(1);
  });
});

describe('a first token that its system has something to say about', () => {
  const noUser = { lifetimeMs: 749_000, identity: { org: 'acme' } };

  it('says so when it is handed over, and never again', async () => {
    const id = await add();
    tenant.outcomes = [noUser];
    expect((await engine.token(id)).note).toBeDefined();
    expect((await engine.token(id)).note).toBeUndefined();
    await clock.advance(1);
    expect((await engine.token(id, { force: true })).note).toBeUndefined();
  });

  it('says so to the first who asks, also where the timer obtained it', async () => {
    const id = await add();
    tenant.outcomes = [noUser];
    engine.start();
    await clock.advance(1_000_000);
    expect((await engine.storedToken(id))?.note).toBeDefined();
    expect((await engine.token(id)).note).toBeDefined();
    expect((await engine.storedToken(id))?.note).toBeUndefined();
    await engine.stop();
  });

  it('says nothing where a user stands behind it', async () => {
    const id = await add();
    tenant.outcomes = [{ ...noUser, identity: { user: 'jane.admin', org: 'acme' } }];
    expect((await engine.token(id)).note).toBeUndefined();
  });
});

describe('a profile that is renewed by hand', () => {
  it('sends no request but a forced one, and hands out its token as long as that lives', async () => {
    const id = await add('acme', { refresh: { mode: 'manual' } });
    await expect(engine.token(id)).rejects.toMatchObject({ code: 'auth.renewed_by_hand' });
    expect(tenant.requests).toHaveLength(0);
    await engine.token(id, { force: true });
    await clock.advance(740_000);
    expect(await engine.token(id)).toMatchObject({ belowMinimum: true, remainingMs: 9_000 });
    await clock.advance(10_000);
    await expect(engine.token(id)).rejects.toMatchObject({ code: 'auth.renewed_by_hand' });
    expect(tenant.requests).toHaveLength(1);
  });
});

describe('a stopped profile', () => {
  it('sends no request until its revision changes', async () => {
    const id = await add();
    tenant.outcomes = [refused];
    engine.start();
    await clock.advance(3_600_000);
    await expect(engine.token(id)).rejects.toMatchObject({
      code: 'auth.refused',
      data: { oauthError: 'invalid_client' },
    });
    expect(tenant.requests).toHaveLength(1);

    tenant.outcomes = [{ lifetimeMs: 749_000 }];
    await storage.profiles.update(id, 1, {});
    await clock.advance(1);
    expect(tenant.requests).toHaveLength(2);
    await engine.stop();
  });

  it('is tried once more when forced', async () => {
    const id = await add();
    tenant.outcomes = [refused, { lifetimeMs: 749_000 }];
    await expect(engine.token(id)).rejects.toMatchObject({ code: 'auth.refused' });
    expect((await engine.token(id, { force: true })).token.accessToken).toBe('token-2');
    await clock.advance(1_000);
    expect((await engine.token(id)).token.accessToken).toBe('token-2');
  });

  it('keeps its living token', async () => {
    const id = await add();
    await engine.token(id);
    await clock.advance(100);
    tenant.outcomes = [refused];
    await expect(engine.token(id, { force: true })).rejects.toMatchObject({ code: 'auth.refused' });
    expect((await engine.token(id)).token.accessToken).toBe('token-1');
  });
});

describe('a server that asks to wait', () => {
  it('gets no request before that, not even a forced one', async () => {
    const id = await add();
    tenant.outcomes = [new TokentrayError('network.rate_limited', { data: { status: 429, retryAfterMs: 120_000 } })];
    engine.start();
    await clock.advance(60_000);
    await expect(engine.token(id, { force: true })).rejects.toMatchObject({
      code: 'network.rate_limited',
      data: { retryAfterMs: 60_000 },
    });
    expect(tenant.requests).toHaveLength(1);
    await clock.advance(61_000);
    expect(tenant.requests).toHaveLength(2);
    await engine.stop();
  });
});

describe('the timer', () => {
  it('keeps a profile fresh', async () => {
    const id = await add();
    engine.start();
    await clock.advance(3_600_000);
    expect(tenant.requests.length).toBeGreaterThanOrEqual(5);
    expect(tenant.requests.length).toBeLessThanOrEqual(7);
    expect((await engine.token(id)).belowMinimum).toBe(false);
    await engine.stop();
  });

  it('is one for any number of profiles', async () => {
    for (let number = 0; number < 200; number++) await add(`acme-${number}`);
    engine.start();
    await clock.advance(1_000);
    expect(clock.pendingTimers).toBe(1);
    await engine.stop();
    expect(clock.pendingTimers).toBe(0);
  });

  it.each(['on-use', 'manual'] as const)('sends nothing for a profile in mode %s', async (mode) => {
    await add('acme', { refresh: { mode } });
    engine.start();
    await clock.advance(86_400_000);
    expect(tenant.requests).toHaveLength(0);
    await engine.stop();
  });

  it('tries a server that is down again with growing pauses, and recovers', async () => {
    const id = await add();
    tenant.outcomes = [down, down, down, { lifetimeMs: 749_000 }];
    engine.start();
    await clock.advance(40_000);
    const waits = tenant.requests.slice(1).map(({ atMs }, at) => atMs - (tenant.requests[at]?.atMs ?? 0));
    expect(waits).toEqual([5_000, 10_000, 20_000]);
    expect(storage.tokens.activity(id)).toMatchObject({ failures: 0, lastError: null });
    await engine.stop();
  });

  it('asks a server that hands out the same token again only when it has ended', async () => {
    await add();
    const start = clock.now();
    tenant.outcomes = [{ token: 'same', lifetimeMs: 600_000 }];
    engine.start();
    tenant.outcomes = [
      { token: 'same', lifetimeMs: 600_000 },
      { token: 'same', lifetimeMs: 60_000 },
      { token: 'other', lifetimeMs: 600_000 },
    ];
    await clock.advance(620_000);
    expect(tenant.requests).toHaveLength(3);
    expect(tenant.requests[2]?.atMs).toBeGreaterThanOrEqual(start + 595_000);
    await engine.stop();
  });

  it('refreshes a token of sixty seconds at half its life, not more often', async () => {
    await add();
    tenant.outcomes = [{ lifetimeMs: 60_000 }];
    engine.start();
    await clock.advance(300_000);
    expect(tenant.requests.length).toBeGreaterThanOrEqual(9);
    expect(tenant.requests.length).toBeLessThanOrEqual(11);
    await engine.stop();
  });

  it('survives a token that lives a second without hammering the server', async () => {
    await add();
    tenant.outcomes = [{ lifetimeMs: 1_000 }];
    engine.start();
    await clock.advance(60_000);
    expect(tenant.requests.length).toBeLessThanOrEqual(13);
    await engine.stop();
  });

  it('notices a sleep of eight hours within a minute of waking', async () => {
    const id = await add();
    engine.start();
    await clock.advance(1_000);
    clock.sleep(8 * 3_600_000);
    await clock.advance(61_000);
    expect(tenant.requests).toHaveLength(2);
    expect((await engine.token(id)).belowMinimum).toBe(false);
    await engine.stop();
  });

  it('refreshes at once on reconcile after a sleep', async () => {
    await add();
    engine.start();
    await clock.advance(1_000);
    clock.sleep(8 * 3_600_000);
    engine.reconcile();
    await clock.advance(1);
    expect(tenant.requests).toHaveLength(2);
    await engine.stop();
  });

  it('keeps the age of a token when the clock is set back by an hour', async () => {
    const id = await add();
    engine.start();
    await clock.advance(600_000);
    clock.jumpWall(-3_600_000);
    expect((await engine.token(id)).remainingMs).toBe(149_000);
    await clock.advance(100_000);
    expect(tenant.requests).toHaveLength(2);
    await engine.stop();
  });

  it('keeps the age of a token when the clock is set back while the answer is on its way', async () => {
    const id = await add();
    tenant.hold();
    const asked = engine.token(id);
    await clock.advance(2_000);
    clock.jumpWall(-3_600_000);
    tenant.release();
    expect((await asked).remainingMs).toBe(747_000);
  });

  it('plans a profile that another process added', async () => {
    engine.start();
    await add();
    await clock.advance(1);
    expect(tenant.requests).toHaveLength(1);
    await engine.stop();
  });

  it('forgets a profile that was removed', async () => {
    const id = await add();
    engine.start();
    await clock.advance(1);
    await storage.profiles.remove(id);
    await clock.advance(3_600_000);
    expect(tenant.requests).toHaveLength(1);
    expect(engine.plannedAtMs(id)).toBeUndefined();
    await engine.stop();
  });
});

describe('other processes', () => {
  const foreign = (nonce: string) => ({ ownerPid: 4_242, ownerStarted: null, nonce, untilMs: clock.now() + 45_000 });

  it('share the token that one of them obtained', async () => {
    const id = await add();
    storage.leaseRows.set(id, foreign('theirs'));
    const asked = engine.token(id);
    await clock.advance(50);
    const record = (await tenant.obtain(storage.profiles.list()[0]?.profile ?? fail(), undefined)).record;
    await storage.leases.commit({ subject: id, nonce: 'theirs' }, 1, {
      token: { record: { ...record, accessToken: 'from-there' }, origin: 'https://acme.api.identitynow.com' },
      activity: null,
    });
    await clock.advance(1_000);
    expect((await asked).token.accessToken).toBe('from-there');
    expect(tenant.requests).toHaveLength(1);
  });

  it('share the failure that one of them met', async () => {
    const id = await add();
    storage.leaseRows.set(id, foreign('theirs'));
    const asked = engine.token(id).catch((error: unknown) => error);
    await clock.advance(50);
    await storage.leases.commit({ subject: id, nonce: 'theirs' }, 1, {
      activity: {
        failures: 1,
        lastAttemptAtMs: clock.now(),
        lastError: { code: 'network.dns', data: {} },
        retryAtMs: clock.now() + 5_000,
        notBeforeMs: null,
        stopped: false,
        unchanged: false,
      },
    });
    await clock.advance(1_000);
    expect(await asked).toMatchObject({ code: 'network.dns' });
    expect(tenant.requests).toHaveLength(0);
  });

  it('that die while they hold the lease delay nobody', async () => {
    const id = await add();
    storage.leaseRows.set(id, foreign('theirs'));
    const asked = engine.token(id);
    await clock.advance(250);
    storage.deadPids.add(4_242);
    await clock.advance(250);
    expect((await asked).token.accessToken).toBe('token-1');
  });

  it('that sleep with the machine in the middle of a request keep it, and it is made once', async () => {
    const id = await add();
    tenant.hold();
    const first = engine.token(id);
    await clock.advance(1_000);
    const second = createEngine({ clock, storage, obtain: tenant.obtain, random: () => 0.5 });
    const waits = second.token(id);
    await clock.advance(1_000);
    clock.sleep(300_000);
    await clock.advance(20_000);
    tenant.release();
    expect((await first).token.accessToken).toBe('token-1');
    expect((await waits).token.accessToken).toBe('token-1');
    expect(tenant.requests).toHaveLength(1);
  });

  it('that took over from this one, which hung, have the last word: its late answer is not stored', async () => {
    const id = await add();
    tenant.hold();
    const asked = engine.token(id);
    await settle();
    storage.leaseRows.set(id, foreign('theirs'));
    tenant.release();
    await settle();
    expect(storage.tokens.facts(id)).toBeUndefined();
    const { record, origin } = await tenant.obtain(storage.profiles.list()[0]?.profile ?? fail(), undefined);
    await storage.leases.commit({ subject: id, nonce: 'theirs' }, 1, { token: { record, origin }, activity: null });
    await clock.advance(1_000);
    expect((await asked).token.accessToken).toBe('token-2');
    expect(tenant.requests).toHaveLength(2);
  });

  it('that hang lose the lease by time', async () => {
    const id = await add();
    storage.leaseRows.set(id, foreign('theirs'));
    const asked = engine.token(id);
    await clock.advance(46_000);
    expect((await asked).token.accessToken).toBe('token-1');
    expect(storage.listenerCount).toBe(0);
  });
});

describe('a token that ended on its way', () => {
  it('because the machine slept is not handed out: the server is asked again', async () => {
    const id = await add();
    tenant.hold();
    const asked = engine.token(id);
    await clock.advance(1_000);
    clock.sleep(8 * 3_600_000);
    tenant.release();
    const { token, remainingMs } = await asked;
    expect([token.accessToken, remainingMs]).toEqual(['token-2', 749_000]);
  });

  it('because its server took longer than it lives is a failure of the server, and nothing is handed out', async () => {
    const id = await add();
    tenant.outcomes = [{ lifetimeMs: 5_000 }];
    tenant.hold();
    const asked = engine.token(id).catch(({ code }: TokentrayError) => code);
    await clock.advance(6_000);
    tenant.release();
    expect(await asked).toBe('network.token_expired');
    expect(tenant.requests).toHaveLength(1);
  });

  it('because its server took longer than it lives is not handed out with a narrower scope either', async () => {
    const id = await add();
    tenant.outcomes = [{ lifetimeMs: 5_000 }];
    tenant.hold();
    const asked = engine.token(id, { scope: 'narrow' }).catch(({ code }: TokentrayError) => code);
    await clock.advance(6_000);
    tenant.release();
    expect(await asked).toBe('network.token_expired');
  });
});

describe('a change during the request', () => {
  it('throws the answer away and asks with what is stored now', async () => {
    const id = await add();
    tenant.hold();
    const asked = engine.token(id);
    await settle();
    await storage.profiles.update(id, 1, {});
    tenant.release();
    expect((await asked).token.accessToken).toBe('token-2');
  });

  it('that removes the profile ends the asking', async () => {
    const id = await add();
    tenant.hold();
    const asked = engine.token(id).catch((error: unknown) => error);
    await settle();
    await storage.profiles.remove(id);
    tenant.release();
    expect(await asked).toMatchObject({ code: 'config.profile_not_found' });
  });
});

describe('a locked keychain', () => {
  const locked = new TokentrayError('storage.keychain_locked');

  it('stops nothing for good: it is tried again and stored nowhere', async () => {
    const id = await add();
    storage.vaultError = locked;
    engine.start();
    await clock.advance(20_000);
    expect(tenant.requests).toHaveLength(0);
    expect(engine.localFault(id)?.code).toBe('storage.keychain_locked');
    expect(storage.tokens.activity(id)).toBeUndefined();
    storage.vaultError = undefined;
    await clock.advance(60_000);
    expect(tenant.requests).toHaveLength(1);
    expect(engine.localFault(id)).toBeUndefined();
    await engine.stop();
  });
});

describe('a vault that cannot be opened', () => {
  const locked = new TokentrayError('storage.keychain_locked');

  it('is asked for all profiles once in a pause, however many there are and however often somebody asks', async () => {
    const ids = [await add('one'), await add('two'), await add('three')];
    storage.vaultError = locked;
    engine.start();
    await clock.advance(1);
    const planned = ids.map((id) => engine.plannedAtMs(id));
    const asked = Array.from({ length: 30 }, () => engine.token(ids[0] ?? '').catch(() => undefined));
    await Promise.all(asked);
    expect(ids.map((id) => engine.plannedAtMs(id))).toEqual(planned);
    expect(planned.every((atMs) => atMs !== undefined && atMs - clock.now() <= 6_000)).toBe(true);
    await engine.stop();
  });

  it('is forgotten as soon as somebody opened it', async () => {
    const id = await add();
    storage.vaultError = locked;
    await expect(engine.token(id)).rejects.toMatchObject({ code: 'storage.keychain_locked' });
    expect(engine.localFault(id)?.code).toBe('storage.keychain_locked');
    storage.vaultError = undefined;
    expect(engine.localFault(id)).toBeUndefined();
  });
});

describe('a stored token that cannot be opened', () => {
  it('costs one request and does not cost the new token', async () => {
    const id = await add();
    await engine.token(id);
    const read = storage.tokens.read;
    let damaged = true;
    Object.assign(storage.tokens, {
      read: async (profileId: string) => {
        if (damaged && tenant.requests.length === 1) throw new TokentrayError('storage.record_damaged');
        damaged = false;
        return read(profileId);
      },
    });
    expect((await engine.token(id)).token.accessToken).toBe('token-2');
  });
});

describe('a database that cannot be read', () => {
  it('ends nothing: the timer looks again', async () => {
    const id = await add();
    engine.start();
    await clock.advance(1);
    const facts = storage.tokens.facts;
    Object.assign(storage.tokens, {
      facts: () => {
        throw new TokentrayError('storage.database_damaged');
      },
    });
    await storage.settings.set('x', 1);
    engine.reconcile();
    await clock.advance(800_000);
    Object.assign(storage.tokens, { facts });
    await clock.advance(60_000);
    expect(tenant.requests.length).toBeGreaterThanOrEqual(2);
    expect((await engine.token(id)).belowMinimum).toBe(false);
    await engine.stop();
  });
});

describe('a clock that was ahead and is corrected', () => {
  it('does not put the retry off until the instant that was believed', async () => {
    const id = await add();
    clock.jumpWall(365 * 86_400_000);
    tenant.outcomes = [new TokentrayError('network.rate_limited', { data: { retryAfterMs: 120_000 } })];
    await engine.token(id).catch(() => undefined);
    clock.jumpWall(-365 * 86_400_000);
    tenant.outcomes = [{ lifetimeMs: 749_000 }];
    expect((await engine.token(id)).token.accessToken).toBe('token-2');
  });
});

describe('a narrower scope', () => {
  it('sends nothing for a stopped profile, and nothing while the server asks to wait', async () => {
    const id = await add();
    tenant.outcomes = [refused];
    for (let time = 0; time < 5; time++) {
      await expect(engine.token(id, { scope: 'read' })).rejects.toMatchObject({ code: 'auth.refused' });
    }
    expect(tenant.requests).toHaveLength(1);
  });

  it.each(['invalid_scope', 'invalid_request', 'access_denied'])(
    'that is refused with %s says nothing about the profile',
    async (oauthError) => {
      const id = await add();
      tenant.outcomes = [
        new TokentrayError('auth.refused', { data: { oauthError, status: 400 } }),
        { lifetimeMs: 1e6 },
      ];
      await expect(engine.token(id, { scope: 'nonsense' })).rejects.toMatchObject({ code: 'auth.refused' });
      expect((await engine.token(id)).token.accessToken).toBe('token-2');
    },
  );
});

describe('a narrower scope that is refused', () => {
  const asking = async (data: ErrorData) => {
    const id = await add();
    tenant.outcomes = [new TokentrayError('auth.refused', { data })];
    return engine.token(id, { scope: 'read' });
  };

  it('is named in the refusal', async () => {
    await expect(asking({ oauthError: 'invalid_scope', status: 400 })).rejects.toMatchObject({
      data: { askedScope: 'read' },
    });
  });

  it.each([
    ['about the client', { oauthError: 'invalid_client', status: 401 }],
    ['without a code of its own', { status: 404 }],
  ])('%s is not put down to the scope', async (_case, data) => {
    await expect(asking(data)).rejects.not.toHaveProperty('data.askedScope');
  });

  it('says of an API key that it has none', async () => {
    const id = await add('key', { auth: 'api_key' });
    await expect(engine.token(id, { scope: 'read' })).resolves.toMatchObject({
      note: expect.stringContaining('has no scope'),
    });
  });
});

describe('a narrower scope, asked for with a secret that is wrong', () => {
  it('stops the profile like any other request', async () => {
    const id = await add();
    tenant.outcomes = [new TokentrayError('auth.refused', { data: { oauthError: 'invalid_client', status: 401 } })];
    await engine.token(id, { scope: 'read' }).catch(() => undefined);
    expect(storage.tokens.activity(id)).toMatchObject({ stopped: true });
  });
});

describe('stopping', () => {
  it('waits for the request under way and stores its token', async () => {
    const id = await add();
    tenant.hold();
    engine.start();
    await clock.advance(1);
    const stopped = engine.stop();
    tenant.release();
    await stopped;
    expect(storage.tokens.facts(id)).toBeDefined();
    expect(clock.pendingTimers).toBe(0);
  });
});

describe('listeners', () => {
  it('hear of failures with the profile and the error', async () => {
    await add();
    tenant.outcomes = [refused];
    const heard: string[] = [];
    engine.onFailure((profile, error) => heard.push(`${profile.profile.name} ${error.code}`));
    engine.start();
    await clock.advance(1);
    expect(heard).toEqual(['acme auth.refused']);
    await engine.stop();
  });
});

function fail(): never {
  throw new Error('the fixture lost its profile');
}
