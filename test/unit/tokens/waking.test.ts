/** What goes first, and what is not asked for at all, when very many profiles are due at once. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TokentrayError } from '../../../main/errors.ts';
import type { Profile } from '../../../main/profiles/profile.ts';
import { createEnrolment } from '../../../main/tokens/enrolment.ts';
import { createEngine } from '../../../main/tokens/create-engine.ts';
import { turnsPerHost } from '../../../main/tokens/host-turns.ts';
import type { Engine } from '../../../main/tokens/tokens.ts';
import { FakeClock, settle } from '../../fixtures/fake-clock.ts';
import { MemoryStorage } from '../../fixtures/memory-storage.ts';
import { nothingToComplete } from '../../fixtures/nothing-to-complete.ts';
import { TenantScript } from '../../fixtures/tenant-script.ts';

const dayMs = 86_400_000;

let clock: FakeClock;
let storage: MemoryStorage;
let tenant: TenantScript;
let engine: Engine;
let firstId: string | undefined;

beforeEach(() => {
  clock = new FakeClock();
  storage = new MemoryStorage(clock);
  tenant = new TenantScript(clock);
  firstId = undefined;
  engine = createEngine({ clock, storage, obtain: tenant.obtain, random: () => 0.5, firstId: () => firstId });
});
afterEach(async () => {
  tenant.release();
  await engine.stop();
});

function profile(name: string, more: Partial<Profile> = {}): { profile: Profile } {
  return {
    profile: {
      name,
      system: 'isc',
      auth: 'client_credentials',
      tenant: name.replace(/-.*/, ''),
      clientId: 'id',
      ...more,
    },
  };
}

/** So many, at 50 hosts. */
const numbered = (count: number) =>
  Array.from({ length: count }, (_, number) => profile(`host${number % 50}-${number}`));

async function add(entries: readonly { profile: Profile }[]): Promise<ReadonlyMap<string, string>> {
  const added = await storage.profiles.insert(entries);
  return new Map(added.map(({ id, profile: { name } }) => [name, id]));
}

async function sleepAndWake(): Promise<void> {
  engine.start();
  await clock.advance(1);
  tenant.requests.length = 0;
  clock.sleep(dayMs);
  tenant.hold();
  engine.reconcile();
  await clock.advance(1);
}

const asked = () => tenant.requests.map((request) => request.profile);

async function letAllAnswer(): Promise<void> {
  tenant.release();
  await clock.advance(1);
}

describe('waking with 1,000 profiles due', () => {
  it('asks for the first choice of the person before all others', async () => {
    const ids = await add(numbered(1_000));
    firstId = ids.get('host37-987');
    await sleepAndWake();
    expect(asked()[0]).toBe('host37-987');
  });

  it('asks first for the profile whose token a linked first choice hands out', async () => {
    const linked = profile('nerm', { system: 'nerm', auth: 'linked', uses: 'host9-959', tenant: 'acme' });
    const ids = await add([...numbered(1_000), linked]);
    firstId = ids.get('nerm');
    await sleepAndWake();
    expect(asked()[0]).toBe('host9-959');
  });

  it('never has more than so many requests under way at one host, and asks for each profile once', async () => {
    await add(numbered(1_000));
    await sleepAndWake();
    const byHost = Map.groupBy(asked(), (name) => name.replace(/-.*/, ''));
    expect(byHost.size).toBe(50);
    expect([...new Set([...byHost.values()].map((names) => names.length))]).toEqual([turnsPerHost]);
    await letAllAnswer();
    expect([asked().length, new Set(asked()).size]).toEqual([1_000, 1_000]);
  });

  it('sends no request for profiles that are renewed on use or by hand', async () => {
    await add([
      ...numbered(40),
      profile('onuse-1', { refresh: { mode: 'on-use' } }),
      profile('manual-1', { refresh: { mode: 'manual' } }),
    ]);
    await sleepAndWake();
    await letAllAnswer();
    expect(asked().filter((name) => !name.startsWith('host'))).toEqual([]);
  });

  it('does not keep anybody waiting who asks for another profile', async () => {
    const ids = await add(numbered(1_000));
    await sleepAndWake();
    const before = asked().length;
    const answer = engine.token(ids.get('host0-950') ?? '');
    await settle();
    expect(asked().slice(before)).toEqual(['host0-950']);
    await letAllAnswer();
    await answer;
  });
});

describe('the first choice of the person', () => {
  it('goes ahead of those that wait for their turn at its host already', async () => {
    const ids = await add(Array.from({ length: 50 }, (_, number) => profile(`acme-${number}`)));
    await sleepAndWake();
    expect(asked()).toHaveLength(turnsPerHost);
    const [late] = await storage.profiles.insert([profile('acme-late')]);
    firstId = late?.id;
    await clock.advance(1);
    expect(asked()).not.toContain('acme-late');
    await letAllAnswer();
    expect(asked().indexOf('acme-late')).toBe(turnsPerHost);
    expect(ids.size).toBe(50);
  });

  it('that cannot be read keeps nobody else from being refreshed', async () => {
    await add(numbered(10));
    firstId = 'gone';
    await sleepAndWake();
    expect(asked()).toHaveLength(10);
    await letAllAnswer();
  });
});

describe('profiles that are changed while they wait for their turn', () => {
  it('to be renewed by hand are not asked for, but for those that stood ready', async () => {
    const ids = await add(Array.from({ length: 20 }, (_, number) => profile(`acme-${number}`)));
    await sleepAndWake();
    for (const [name, id] of ids) await storage.profiles.update(id, 1, profile(name, { refresh: { mode: 'manual' } }));
    await letAllAnswer();
    expect(new Set(asked()).size).toBe(2 * turnsPerHost);
  });
});

describe('a profile that is changed while it stands ready', () => {
  it('is asked for as it is then, and never as it was', async () => {
    const ids = await add(Array.from({ length: 2 * turnsPerHost }, (_, number) => profile(`acme-${number}`)));
    await sleepAndWake();
    const [name = '', id = ''] = [...ids].find(([each]) => !asked().includes(each)) ?? [];
    await storage.profiles.update(id, 1, profile('acme-changed', { clientId: 'other' }));
    await letAllAnswer();
    expect(asked()).not.toContain(name);
    expect(asked()).toContain('acme-changed');
    expect(storage.tokens.activity(id)?.lastError).toBeNull();
  });

  it('is not asked for any more once it was removed', async () => {
    const ids = await add(Array.from({ length: 2 * turnsPerHost }, (_, number) => profile(`acme-${number}`)));
    await sleepAndWake();
    const [name = '', id = ''] = [...ids].find(([each]) => !asked().includes(each)) ?? [];
    await storage.profiles.remove(id);
    await letAllAnswer();
    expect(asked()).not.toContain(name);
  });
});

describe('a profile that is edited and tested while it stands ready', () => {
  it('waits for no other profile at its host', async () => {
    const ids = await add(Array.from({ length: 2 * turnsPerHost }, (_, number) => profile(`acme-${number}`)));
    await sleepAndWake();
    const [name = ''] = [...ids].find(([each]) => !asked().includes(each)) ?? [];
    const { obtain } = tenant;
    const enrolment = createEnrolment({ clock, storage, obtain, complete: nothingToComplete, hurry: engine.hurry });
    const edited = enrolment.edit(name, { secrets: { clientSecret: 'secret-CANARY-2' }, test: true });
    await settle();
    expect(asked()).toContain(name);
    await letAllAnswer();
    await clock.advance(1_000);
    await edited;
  });
});

describe('the end of the program', () => {
  it('sends nothing of what stands ready, and calls that no failure', async () => {
    const ids = await add(Array.from({ length: 2 * turnsPerHost }, (_, number) => profile(`acme-${number}`)));
    await sleepAndWake();
    const before = asked().length;
    const failures: string[] = [];
    engine.onFailure(({ profile: { name } }) => failures.push(name));
    const stopped = engine.stop();
    await letAllAnswer();
    await stopped;
    expect(asked()).toHaveLength(before);
    expect(failures).toEqual([]);
    const happened = [...ids.values()].flatMap((id) => storage.history.list(id).map(({ what }) => what));
    expect(happened).not.toContain('failed');
  });
});

describe('profiles that cannot be read in their turn', () => {
  it('are tried again by themselves', async () => {
    await add(Array.from({ length: 20 }, (_, number) => profile(`acme-${number}`)));
    await sleepAndWake();
    const { get } = storage.profiles;
    storage.profiles.get = () => {
      throw new TokentrayError('storage.database_busy');
    };
    await letAllAnswer();
    expect(new Set(asked()).size).toBeLessThan(20);
    storage.profiles.get = get;
    await clock.advance(60_000);
    expect(new Set(asked()).size).toBe(20);
  });
});

describe('a profile that stands ready when somebody asks for it', () => {
  it('is asked for at once, and once', async () => {
    const ids = await add(Array.from({ length: 2 * turnsPerHost }, (_, number) => profile(`acme-${number}`)));
    await sleepAndWake();
    const [name = '', id = ''] = [...ids].find(([each]) => !asked().includes(each)) ?? [];
    const answer = engine.token(id);
    await settle();
    expect(asked()).toContain(name);
    await letAllAnswer();
    await answer;
    expect(asked()).toHaveLength(2 * turnsPerHost);
  });
});
