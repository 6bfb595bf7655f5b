/** Who subscribed learns of every commit once, whoever made it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchFiles } from '../../main/storage/folder-watch.ts';
import type { Storage, StorageChange } from '../../main/storage/storage.ts';
import { issuedToken, profileNamed, Workplace } from '../fixtures/disk-storage.ts';
import { OtherProcess } from '../fixtures/other-process.ts';

let place: Workplace;
let storage: Storage;
beforeEach(() => {
  place = new Workplace();
  storage = place.storage();
});
afterEach(() => place.clean());

/** Everything that is reported from now on. */
function listen(to: Storage = storage): StorageChange[] {
  const changes: StorageChange[] = [];
  to.onChange((change) => changes.push(change));
  return changes;
}

async function addProfile(name = 'acme'): Promise<string> {
  const [stored] = await storage.profiles.insert([{ profile: profileNamed(name) }]);
  return stored?.id ?? '';
}

async function openOther(): Promise<OtherProcess> {
  const other = place.closing(new OtherProcess(place.home));
  await other.tell('open');
  return other;
}

const about = (...ids: string[]): StorageChange => ({ profileIds: new Set(ids), settings: false });
const aboutSettings: StorageChange = { profileIds: new Set(), settings: true };
const eventually = { timeout: 10_000, interval: 5 };

describe('a commit of this process', () => {
  it('is reported with the profiles that it changed', async () => {
    const [a, b] = [await addProfile('a'), await addProfile('b')];
    const changes = listen();
    await storage.profiles.update(a, 1, { token: issuedToken('CANARY-token') });
    await storage.profiles.remove(b);
    expect(changes).toEqual([about(a), about(b)]);
  });

  it('is reported once for a whole batch', async () => {
    const changes = listen();
    const added = await storage.profiles.insert(['a', 'b'].map((name) => ({ profile: profileNamed(name) })));
    expect(changes).toEqual([about(...added.map(({ id }) => id))]);
  });

  it('is reported when it is about settings', async () => {
    const changes = listen();
    await storage.settings.set('proxy', 'none');
    expect(changes).toEqual([aboutSettings]);
  });

  it('is reported when the lease of a profile changes hands', async () => {
    const id = await addProfile();
    const changes = listen();
    const lease = await storage.leases.acquire(id, 45_000);
    if ('nonce' in lease) await storage.leases.release(lease);
    expect(changes).toEqual([about(id), about(id)]);
  });

  it('is not reported when it is about the lease of something else', async () => {
    const changes = listen();
    await storage.leases.acquire('agent', 45_000);
    expect(changes).toEqual([]);
  });

  it('is not reported when it failed', async () => {
    await addProfile('taken');
    const changes = listen();
    const insert = storage.profiles.insert(['new', 'new'].map((name) => ({ profile: profileNamed(name) })));
    await expect(insert).rejects.toMatchObject({ code: 'config.profile_exists' });
    expect(changes).toEqual([]);
  });

  it('is not reported again when the files are looked at', async () => {
    const changes = listen();
    await storage.settings.set('proxy', 'none');
    storage.checkForChanges();
    await delay(100);
    expect(changes).toEqual([aboutSettings]);
  });

  it('is reported to everybody who listens', async () => {
    const [first, second] = [listen(), listen()];
    await storage.settings.set('proxy', 'none');
    expect([first, second]).toEqual([[aboutSettings], [aboutSettings]]);
  });

  it('is not reported to whoever stopped listening', async () => {
    const changes: StorageChange[] = [];
    const stop = storage.onChange((change) => changes.push(change));
    const others = listen();
    stop();
    await storage.settings.set('proxy', 'none');
    expect(changes).toEqual([]);
    expect(others).toEqual([aboutSettings]);
  });

  it('is not reported when it was made before anybody listened', async () => {
    await addProfile();
    const changes = listen();
    storage.checkForChanges();
    await delay(50);
    expect(changes).toEqual([]);
  });
});

describe('a commit of another process', () => {
  it('is noticed by itself, each single one', async () => {
    const other = await openOther();
    const changes = listen();
    for (let n = 1; n <= 30; n++) {
      await other.tell('settings.set', 'counter', n);
      await vi.waitFor(() => expect(changes).toHaveLength(n), eventually);
    }
    expect(changes).toEqual(Array.from({ length: 30 }, () => aboutSettings));
  });

  it('is noticed with the profile that it changed', async () => {
    const id = await addProfile();
    const other = await openOther();
    const changes = listen();
    await other.tell('profiles.update', id, 1, { token: issuedToken('CANARY-token') });
    await vi.waitFor(() => expect(changes).toEqual([about(id)]), eventually);
    expect((await storage.tokens.read(id))?.accessToken).toBe('CANARY-token');
  });

  it('is noticed at once when asked to look, and once only', async () => {
    const id = await addProfile();
    const changes = listen();
    const other = place.storage();
    await other.profiles.update(id, 1, {});
    storage.checkForChanges();
    await Promise.resolve();
    expect(changes).toEqual([about(id)]);
    await delay(100);
    expect(changes).toEqual([about(id)]);
  });

  it('is noticed in the other direction, too', async () => {
    const other = await openOther();
    await other.tell('watch');
    const id = await addProfile();
    await vi.waitFor(async () => expect(await other.tell('changes')).toEqual([about(id)]), eventually);
  });

  it('that changed too much to tell makes everything suspect', async () => {
    const changes = listen();
    const many = Array.from({ length: 1_001 }, (_, n) => ({ profile: profileNamed(`p-${n}`) }));
    await place.storage().profiles.insert(many);
    storage.checkForChanges();
    await Promise.resolve();
    expect(changes).toEqual([{ profileIds: 'all', settings: true }]);
  });

  it('comes together with an own one that found it', async () => {
    const [mine, theirs] = [await addProfile('mine'), await addProfile('theirs')];
    const other = place.storage();
    const changes = listen();
    await Promise.all([other.profiles.update(theirs, 1, {}), storage.profiles.update(mine, 1, {})]);
    await delay(100);
    const times = (id: string) => changes.filter(({ profileIds }) => profileIds !== 'all' && profileIds.has(id)).length;
    expect({ mine: times(mine), theirs: times(theirs) }).toEqual({ mine: 1, theirs: 1 });
  });

  it('is not noticed any more after closing', async () => {
    const changes = listen();
    storage.close();
    await place.storage().settings.set('proxy', 'none');
    await delay(100);
    expect(changes).toEqual([]);
  });
});

describe('the watch on the data folder', () => {
  /** A closed watch is gone with the next turn of the event loop. */
  const watches = async () => {
    await delay(10);
    return process.getActiveResourcesInfo().filter((resource) => resource.startsWith('FSEvent')).length;
  };

  it('runs only while somebody listens', async () => {
    const before = await watches();
    const stops = [storage.onChange(() => undefined), storage.onChange(() => undefined)];
    expect(await watches()).toBe(before + 1);
    for (const stop of stops) stop();
    expect(await watches()).toBe(before);
  });

  it('ends when the storage is closed', async () => {
    const before = await watches();
    storage.onChange(() => undefined);
    expect(await watches()).toBe(before + 1);
    storage.close();
    expect(await watches()).toBe(before);
  });

  it('is done without where the system gives none', () => {
    const stop = watchFiles(join(place.root, 'missing'), ['tokentray.db'], () => undefined);
    expect(stop).not.toThrow();
  });

  it('does not care for other files', async () => {
    const folder = join(place.root, 'watched');
    mkdirSync(folder);
    let calls = 0;
    const stop = watchFiles(folder, ['tokentray.db'], () => void calls++);
    writeFileSync(join(folder, 'other.txt'), 'x');
    await delay(50);
    expect(calls).toBe(0);
    writeFileSync(join(folder, 'tokentray.db'), 'x');
    await vi.waitFor(() => expect(calls).toBeGreaterThan(0), eventually);
    stop();
  });
});
