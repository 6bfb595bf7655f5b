/** What clocks, sleep and a program that stands still do to tokens. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { httpInstant, parseHttpDate, systemClock } from '../../../main/clock.ts';
import type { Profile } from '../../../main/profiles/profile.ts';
import { createEngine } from '../../../main/tokens/create-engine.ts';
import { turnsPerHost } from '../../../main/tokens/host-turns.ts';
import { createObtainToken } from '../../../main/tokens/obtain.ts';
import type { Engine } from '../../../main/tokens/tokens.ts';
import { FakeClock, settle } from '../../fixtures/fake-clock.ts';
import { FakeHttp } from '../../fixtures/fake-http.ts';
import { MemoryStorage } from '../../fixtures/memory-storage.ts';
import { TenantScript } from '../../fixtures/tenant-script.ts';

const hourMs = 3_600_000;

let clock: FakeClock;
let storage: MemoryStorage;
let tenant: TenantScript;
let engine: Engine;

function begin(startMs?: number): void {
  clock = new FakeClock(startMs);
  storage = new MemoryStorage(clock);
  tenant = new TenantScript(clock);
  engine = createEngine({ clock, storage, obtain: tenant.obtain, random: () => 0.5 });
}

beforeEach(() => begin());
afterEach(() => engine.stop());

async function add(...names: readonly string[]): Promise<readonly string[]> {
  const profiles = names.map((name): { profile: Profile } => ({
    profile: { name, system: 'isc', auth: 'client_credentials', tenant: name.replace(/-.*/, ''), clientId: 'id' },
  }));
  return (await storage.profiles.insert(profiles)).map(({ id }) => id);
}

describe.each([
  ['an hour fast', -hourMs],
  ['an hour slow', hourMs],
])('a local clock that is %s', (_case, offsetMs) => {
  const claim = (ms: number) => Buffer.from(JSON.stringify({ exp: ms / 1_000 })).toString('base64url');

  it.each([
    ['expires_in', 'opaque', { expires_in: 720 }],
    ['the exp claim', undefined, {}],
  ])('does not change how long a token lives by %s', async (_by, opaque, members) => {
    const serverMs = clock.now() + offsetMs;
    const accessToken = opaque ?? `e30.${claim(serverMs + 720_000)}.CANARY`;
    const http = new FakeHttp(
      [{ headers: { date: httpInstant(serverMs) }, body: { access_token: accessToken, ...members } }],
      clock,
    );
    const obtain = createObtainToken(http, clock);
    const endpoints = { token: 'https://id.example.com/token' };
    const profile: Profile = { name: 'p', system: 'oauth', auth: 'client_credentials', clientId: 'id', endpoints };
    const secrets = { values: { clientSecret: 'CANARY' }, origin: 'https://id.example.com' };
    const [stored] = await storage.profiles.insert([{ profile, secrets }]);
    engine = createEngine({ clock, storage, obtain, random: () => 0.5 });
    const { remainingMs } = await engine.token(stored?.id ?? '');
    expect(Math.abs((remainingMs ?? 0) - 720_000)).toBeLessThanOrEqual(500);
  });
});

describe('a clock that jumps while the program runs', () => {
  it('by an hour ahead gets a new token: it may have been a sleep', async () => {
    const [id = ''] = await add('acme');
    engine.start();
    await clock.advance(1_000);
    clock.jumpWall(hourMs);
    await clock.advance(61_000);
    expect(tenant.requests).toHaveLength(2);
    expect((await engine.token(id)).belowMinimum).toBe(false);
  });

  it('ahead and back again ends where it was, with one request for each look at most', async () => {
    const [id = ''] = await add('acme');
    engine.start();
    await clock.advance(1_000);
    for (const ms of [hourMs, -hourMs, -hourMs, hourMs]) {
      clock.jumpWall(ms);
      await clock.advance(61_000);
    }
    expect(tenant.requests.length).toBeLessThanOrEqual(5);
    expect((await engine.token(id)).belowMinimum).toBe(false);
    const before = tenant.requests.length;
    await clock.advance(60_000);
    expect(tenant.requests).toHaveLength(before);
  });
});

describe('a sleep of eight hours with 500 profiles of five hosts', () => {
  it('ends with a new token for each, few at a time at any host, and none asked for twice', async () => {
    const hosts = ['acme', 'beta', 'corp', 'dune', 'echo'];
    const ids = await add(...Array.from({ length: 500 }, (_, number) => `${hosts[number % 5]}-${number}`));
    engine.start();
    await clock.advance(1);
    expect(tenant.requests).toHaveLength(500);
    const most = new Map<string, number>();
    const mostAtHosts = () => {
      const now = new Map<string, number>();
      for (const [name, count] of tenant.inFlight) {
        const host = name.replace(/-.*/, '');
        now.set(host, (now.get(host) ?? 0) + count);
      }
      for (const [host, count] of now) most.set(host, Math.max(count, most.get(host) ?? 0));
    };

    clock.sleep(8 * hourMs);
    engine.reconcile();
    for (let round = 0; round < 200 && tenant.requests.length < 1_000; round++) {
      tenant.hold();
      await clock.advance(1);
      mostAtHosts();
      tenant.release();
      await settle();
    }
    await clock.advance(1);
    expect(Object.fromEntries(most)).toEqual(Object.fromEntries(hosts.map((host) => [host, turnsPerHost])));
    expect(new Set(tenant.requests.slice(500).map(({ profile }) => profile)).size).toBe(500);
    expect(tenant.requests).toHaveLength(1_000);
    expect(ids.filter((id) => (engine.facts(id)?.expiresAtMs ?? 0) <= clock.now())).toEqual([]);
  });

  it('keeps nobody waiting who asks, nor asks again for a profile that got its token meanwhile', async () => {
    const ids = await add(...Array.from({ length: 50 }, (_, number) => `acme-${number}`));
    tenant.hold();
    engine.start();
    await clock.advance(1);
    expect(tenant.requests).toHaveLength(turnsPerHost);
    const asked = engine.token(ids.at(-1) ?? '');
    await settle();
    expect(tenant.requests).toHaveLength(turnsPerHost + 1);
    tenant.release();
    await asked;
    await clock.advance(1);
    expect(tenant.requests).toHaveLength(50);
  });
});

describe('a machine that sleeps in the middle of a request, for longer than its token lives', () => {
  it('asks once more, and hands nothing over that has ended', async () => {
    const [id = ''] = await add('acme');
    tenant.hold();
    const asked = engine.token(id);
    await settle();
    clock.sleep(hourMs);
    tenant.release();
    expect((await asked).remainingMs).toBe(749_000);
    expect(tenant.requests).toHaveLength(2);
  });
});

describe('a program that stood still for 30 s', () => {
  it('asks once for what fell due meanwhile', async () => {
    const [id = ''] = await add('acme');
    engine.start();
    await clock.advance(1);
    const dueMs = engine.plannedAtMs(id) ?? 0;
    await clock.advance(dueMs - clock.now() - 15_000);
    clock.standStill(30_000);
    await clock.advance(1);
    expect(tenant.requests).toHaveLength(2);
    expect((await engine.token(id)).belowMinimum).toBe(false);
  });
});

describe('the change to and from daylight saving time', () => {
  beforeEach(() => vi.stubEnv('TZ', 'Europe/Berlin'));

  it.each(['2026-03-29T00:55:00Z', '2026-10-25T00:55:00Z'])('at %s moves no plan and no expiry', async (instant) => {
    begin(Date.parse(instant));
    const [id = ''] = await add('acme');
    engine.start();
    await clock.advance(600_000);
    expect((await engine.token(id)).remainingMs).toBe(149_000);
    expect(tenant.requests).toHaveLength(1);
    await clock.advance(hourMs);
    expect(tenant.requests.length).toBeLessThanOrEqual(7);
  });

  it('RFC 9110 section 5.6.7: leaves dates without a zone in UTC', () => {
    expect(parseHttpDate('Sun Mar 29 02:30:00 2026')).toBe(Date.parse('2026-03-29T02:30:00Z'));
  });
});

describe('a token that lives for a year', () => {
  it('is renewed before its end, and asked for no sooner', async () => {
    const [id = ''] = await add('acme');
    tenant.outcomes = [{ lifetimeMs: 365 * 24 * hourMs }];
    engine.start();
    await clock.advance(1);
    expect(engine.plannedAtMs(id)).toBeGreaterThan(clock.now() + 2 ** 31);
    clock.sleep(364 * 24 * hourMs);
    await clock.advance(61_000);
    expect(tenant.requests).toHaveLength(1);
    clock.sleep(24 * hourMs - 120_000);
    await clock.advance(61_000);
    expect(tenant.requests).toHaveLength(2);
  });

  it('needs no timer of more than 2^31-1 ms, which would fire at once', async () => {
    let fired = false;
    const timer = systemClock.setTimer(2 ** 40, () => (fired = true));
    await new Promise((resolve) => setTimeout(resolve, 20));
    timer.cancel();
    expect(fired).toBe(false);
  });
});
