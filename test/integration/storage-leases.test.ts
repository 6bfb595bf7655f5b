/** One process at a time acts for a profile, and a dead one delays nobody. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TokentrayError } from '../../main/errors.ts';
import { ownersGraceMs } from '../../main/storage/lease-watch.ts';
import type { ActivityRecord } from '../../main/storage/records.ts';
import { createProcessIdentity } from '../../main/storage/process-identity.ts';
import type { ProcessIdentity } from '../../main/storage/process-identity.ts';
import type { Lease, LeaseStore, Storage } from '../../main/storage/storage.ts';
import { issuedToken, profileNamed, Workplace } from '../fixtures/disk-storage.ts';
import { FakeClock } from '../fixtures/fake-clock.ts';
import { OpenVault } from '../fixtures/open-vault.ts';
import { OtherProcess } from '../fixtures/other-process.ts';

let place: Workplace;
beforeEach(() => void (place = new Workplace()));
afterEach(() => place.clean());

const idle: ActivityRecord = {
  failures: 0,
  lastAttemptAtMs: 1_800_000_000_000,
  lastError: null,
  retryAtMs: null,
  notBeforeMs: null,
  stopped: false,
  unchanged: false,
};

async function take(leases: LeaseStore, subject: string): Promise<Lease> {
  const lease = await leases.acquire(subject, 45_000);
  if ('nonce' in lease) return lease;
  throw new Error(`held by ${lease.holder.ownerPid}`);
}

/** Takes it as soon as may be from an owner that lives and does not renew it; `clock` goes on meanwhile. */
async function takeOver(leases: LeaseStore, subject: string, clock: FakeClock): Promise<Lease> {
  for (let second = 0; second <= 60; second++) {
    const lease = await leases.acquire(subject, 45_000);
    if ('nonce' in lease) return lease;
    await clock.advance(1_000);
  }
  throw new Error('held for more than a minute');
}

async function addProfile(storage: Storage): Promise<string> {
  const [stored] = await storage.profiles.insert([{ profile: profileNamed('acme') }]);
  return stored?.id ?? '';
}

/** Processes as a test wants them: the given pids run since the given start. */
function processes(
  own: { pid: number; started: string | null },
  running: Record<number, string | null>,
): ProcessIdentity {
  return {
    pid: own.pid,
    started: async () => own.started,
    isRunning: async (pid, started) =>
      pid in running && (started === null || running[pid] === null || running[pid] === started),
  };
}

describe('a lease', () => {
  it('is given when nobody holds it, and names its owner', async () => {
    const { leases } = place.storage();
    const lease = await take(leases, 'agent');
    expect(leases.holder('agent')).toMatchObject({ ownerPid: process.pid, nonce: lease.nonce });
  });

  it('is not given twice, not even to the same process', async () => {
    const { leases } = place.storage();
    const { nonce } = await take(leases, 'agent');
    expect(await leases.acquire('agent', 45_000)).toMatchObject({ holder: { ownerPid: process.pid, nonce } });
  });

  it('for one subject leaves the others free', async () => {
    const { leases } = place.storage();
    await take(leases, 'agent');
    await expect(take(leases, 'other')).resolves.toMatchObject({ subject: 'other' });
  });

  it('can be taken again once it was given back', async () => {
    const { leases } = place.storage();
    await leases.release(await take(leases, 'agent'));
    expect(leases.holder('agent')).toBeUndefined();
    await expect(take(leases, 'agent')).resolves.toBeDefined();
  });

  it('is not given back by one who has lost it', async () => {
    const clock = new FakeClock();
    const { leases } = place.storage({ clock });
    const lost = await take(leases, 'agent');
    const { nonce } = await takeOver(leases, 'agent', clock);
    await leases.release(lost);
    expect(leases.holder('agent')).toMatchObject({ nonce });
  });

  it('runs out for who waited, even when its owner lives', async () => {
    const clock = new FakeClock();
    const { leases } = place.storage({ clock });
    const first = await take(leases, 'agent');
    const takenAtMs = clock.now();
    expect((await takeOver(leases, 'agent', clock)).nonce).not.toBe(first.nonce);
    expect(clock.now() - takenAtMs).toBe(45_000);
  });

  it('that ran out while the machine slept is left to its owner for as long as that one needs to renew it', async () => {
    const clock = new FakeClock();
    const { leases } = place.storage({ clock });
    const lease = await take(leases, 'agent');
    clock.sleep(8 * 3_600_000);
    for (let look = 0; look < 9; look++) {
      expect(await leases.acquire('agent', 45_000)).toHaveProperty('holder');
      await clock.advance(1_000);
    }
    expect(await leases.renew(lease, 45_000)).toBe(true);
    await clock.advance(30_000);
    expect(await leases.acquire('agent', 45_000)).toMatchObject({ holder: { nonce: lease.nonce } });
  });

  it('that ran out while the machine slept is taken over from an owner that does not stir', async () => {
    const clock = new FakeClock();
    const { leases } = place.storage({ clock });
    await take(leases, 'agent');
    clock.sleep(8 * 3_600_000);
    const wokenAtMs = clock.now();
    await takeOver(leases, 'agent', clock);
    expect(clock.now() - wokenAtMs).toBe(ownersGraceMs);
  });

  it('cannot be renewed by one who has lost it', async () => {
    const clock = new FakeClock();
    const { leases } = place.storage({ clock });
    const lost = await take(leases, 'agent');
    const { nonce } = await takeOver(leases, 'agent', clock);
    expect(await leases.renew(lost, 45_000)).toBe(false);
    expect(leases.holder('agent')).toMatchObject({ nonce });
  });

  it('is taken by exactly one of ten processes that ask at once', async () => {
    place.storage();
    const others = Array.from({ length: 10 }, () => place.closing(new OtherProcess(place.home)));
    await Promise.all(others.map((other) => other.tell('open')));
    const answers = await Promise.all(others.map((other) => other.tell('leases.acquire', 'agent', 45_000)));
    expect(answers.filter((answer) => 'nonce' in (answer as object))).toHaveLength(1);
  });
});

describe('the lease of another process', () => {
  it('is left alone while that process runs', async () => {
    const { leases } = place.storage();
    const other = place.closing(new OtherProcess(place.home));
    await other.tell('open');
    await other.tell('leases.acquire', 'agent', 45_000);
    expect(await leases.acquire('agent', 45_000)).toMatchObject({ holder: { ownerPid: other.pid } });
  });

  it('is taken over at once when that process was killed', async () => {
    const { leases } = place.storage({ clock: new FakeClock(0) });
    const other = place.closing(new OtherProcess(place.home));
    await other.tell('open');
    await other.tell('leases.acquire', 'agent', 45_000);
    await other.kill();
    await expect(take(leases, 'agent')).resolves.toBeDefined();
    expect(leases.holder('agent')).toMatchObject({ ownerPid: process.pid });
  });

  it('is taken over when another process got its pid', async () => {
    const other = place.closing(new OtherProcess(place.home));
    const before = place.storage({ processes: processes({ pid: other.pid, started: 'long ago' }, {}) });
    await take(before.leases, 'agent');
    const { leases } = place.storage();
    await expect(take(leases, 'agent')).resolves.toBeDefined();
  });

  it('is left alone when the platform does not tell when processes started', async () => {
    const before = place.storage({ processes: processes({ pid: 4242, started: null }, {}) });
    await take(before.leases, 'agent');
    const { leases } = place.storage({ processes: processes({ pid: 1, started: null }, { 4242: null }) });
    expect(await leases.acquire('agent', 45_000)).toMatchObject({ holder: { ownerPid: 4242, ownerStarted: null } });
  });

  it('stays with the one that was faster to take over', async () => {
    const dead = place.storage({ processes: processes({ pid: 4242, started: 'a' }, {}) });
    await take(dead.leases, 'agent');
    const fast = place.storage({ processes: processes({ pid: 2, started: 'b' }, { 2: 'b' }) });
    const slow = place.storage({
      processes: {
        ...processes({ pid: 3, started: 'c' }, {}),
        async isRunning(pid) {
          if (pid === 4242) await take(fast.leases, 'agent');
          return pid !== 4242;
        },
      },
    });
    expect(await slow.leases.acquire('agent', 45_000)).toMatchObject({ holder: { ownerPid: 2 } });
  });
});

describe('whether a holder is alive', () => {
  it('is true while its process runs and its time has not run out', async () => {
    const clock = new FakeClock();
    const { leases } = place.storage({ clock });
    await take(leases, 'agent');
    const holder = leases.holder('agent');
    if (holder === undefined) throw new Error('no holder');
    expect(await leases.isAlive(holder)).toBe(true);
    for (let second = 0; second < 45; second++) {
      expect(await leases.isAlive(holder)).toBe(true);
      await clock.advance(1_000);
    }
    expect(await leases.isAlive(holder)).toBe(false);
  });

  it('is true of one that has renewed it since', async () => {
    const clock = new FakeClock();
    const { leases } = place.storage({ clock });
    const lease = await take(leases, 'agent');
    const holder = leases.holder('agent');
    if (holder === undefined) throw new Error('no holder');
    for (let second = 0; second < 120; second++) {
      if (second % 5 === 0) await leases.renew(lease, 45_000);
      expect(await leases.isAlive(holder)).toBe(true);
      await clock.advance(1_000);
    }
  });

  it('is false once it gave the lease back', async () => {
    const { leases } = place.storage();
    const lease = await take(leases, 'agent');
    const holder = leases.holder('agent');
    if (holder === undefined) throw new Error('no holder');
    await leases.release(lease);
    expect(await leases.isAlive(holder)).toBe(false);
  });
});

describe('committing an outcome', () => {
  it('stores token and activity, and frees the lease', async () => {
    const storage = place.storage();
    const id = await addProfile(storage);
    const token = issuedToken('CANARY-token');
    const lease = await take(storage.leases, id);
    expect(await storage.leases.commit(lease, 1, { token, activity: idle })).toBe(true);
    expect(await storage.tokens.read(id)).toEqual(token.record);
    expect(storage.tokens.activity(id)).toEqual(idle);
    expect(storage.leases.holder(id)).toBeUndefined();
  });

  it('without a token keeps the one that is there', async () => {
    const storage = place.storage();
    const id = await addProfile(storage);
    const token = issuedToken('CANARY-token');
    await storage.leases.commit(await take(storage.leases, id), 1, { token, activity: idle });
    await storage.leases.commit(await take(storage.leases, id), 1, { activity: { ...idle, failures: 1 } });
    expect(await storage.tokens.read(id)).toEqual(token.record);
    expect(storage.tokens.activity(id)).toMatchObject({ failures: 1 });
  });

  it('without an activity deletes the one that is there', async () => {
    const storage = place.storage();
    const id = await addProfile(storage);
    await storage.leases.commit(await take(storage.leases, id), 1, { activity: idle });
    await storage.leases.commit(await take(storage.leases, id), 1, { activity: null });
    expect(storage.tokens.activity(id)).toBeUndefined();
  });

  it('does not raise the revision: the profile is the same', async () => {
    const storage = place.storage();
    const id = await addProfile(storage);
    await storage.leases.commit(await take(storage.leases, id), 1, { activity: idle });
    expect(storage.profiles.get(id)?.revision).toBe(1);
  });

  it('stores nothing when another took the lease over, who keeps it', async () => {
    const clock = new FakeClock();
    const storage = place.storage({ clock });
    const id = await addProfile(storage);
    const lost = await take(storage.leases, id);
    const { nonce } = await takeOver(storage.leases, id, clock);
    const outcome = { token: issuedToken('CANARY-token'), activity: idle };
    expect(await storage.leases.commit(lost, 1, outcome)).toBe(false);
    expect(storage.tokens.facts(id)).toBeUndefined();
    expect(storage.tokens.activity(id)).toBeUndefined();
    expect(storage.leases.holder(id)).toMatchObject({ nonce });
  });

  it('stores what took longer than the lease when nobody took it over', async () => {
    const clock = new FakeClock();
    const storage = place.storage({ clock });
    const id = await addProfile(storage);
    const lease = await take(storage.leases, id);
    await clock.advance(60_000);
    expect(await storage.leases.commit(lease, 1, { activity: idle })).toBe(true);
  });

  it('stores nothing when the profile was changed meanwhile, and frees the lease', async () => {
    const storage = place.storage();
    const id = await addProfile(storage);
    const lease = await take(storage.leases, id);
    await storage.profiles.update(id, 1, {});
    const outcome = { token: issuedToken('CANARY-token'), activity: idle };
    expect(await storage.leases.commit(lease, 1, outcome)).toBe(false);
    expect(storage.tokens.facts(id)).toBeUndefined();
    expect(storage.tokens.activity(id)).toBeUndefined();
    expect(storage.leases.holder(id)).toBeUndefined();
  });

  it('stores nothing when the profile was removed meanwhile', async () => {
    const storage = place.storage();
    const id = await addProfile(storage);
    const lease = await take(storage.leases, id);
    await storage.profiles.remove(id);
    const outcome = { token: issuedToken('CANARY-token'), activity: idle };
    expect(await storage.leases.commit(lease, 1, outcome)).toBe(false);
    expect(storage.tokens.facts(id)).toBeUndefined();
  });

  it('frees the lease when the token cannot be sealed', async () => {
    const vault = new OpenVault();
    const storage = place.storage({ vault });
    const id = await addProfile(storage);
    const lease = await take(storage.leases, id);
    vault.error = new TokentrayError('storage.keychain_locked');
    const commit = storage.leases.commit(lease, 1, { token: issuedToken('CANARY-token'), activity: idle });
    await expect(commit).rejects.toBe(vault.error);
    expect(storage.leases.holder(id)).toBeUndefined();
  });
});

describe('the identity of a process', () => {
  it('is the same whoever looks', async () => {
    const { leases } = place.storage();
    const other = place.closing(new OtherProcess(place.home));
    await other.tell('open');
    await other.tell('leases.acquire', 'agent', 45_000);
    const holder = leases.holder('agent');
    if (holder === undefined) throw new Error('no holder');
    expect(holder.ownerStarted).not.toBeNull();
    expect(await createProcessIdentity().isRunning(holder.ownerPid, holder.ownerStarted)).toBe(true);
  });

  it('ends with the process', async () => {
    const other = place.closing(new OtherProcess(place.home));
    await other.tell('changes');
    await other.kill();
    expect(await createProcessIdentity().isRunning(other.pid, null)).toBe(false);
  });

  it('falls back to the pid where the platform tells no more', async () => {
    const identity = createProcessIdentity({ platform: 'win32' });
    expect(await identity.started()).toBeNull();
    expect(await identity.isRunning(process.pid, null)).toBe(true);
    const other = place.closing(new OtherProcess(place.home));
    await other.tell('changes');
    await other.kill();
    expect(await identity.isRunning(other.pid, null)).toBe(false);
  });
});
