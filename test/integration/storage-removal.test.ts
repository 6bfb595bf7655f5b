/** A profile that is taken out of a real database, and put back. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Storage, StorageChange, RemovedProfile } from '../../main/storage/storage.ts';
import { issuedToken, profileNamed, Workplace } from '../fixtures/disk-storage.ts';
import { FakeClock } from '../fixtures/fake-clock.ts';
import { OpenVault } from '../fixtures/open-vault.ts';

let place: Workplace;
let storage: Storage;
beforeEach(() => {
  place = new Workplace();
  storage = place.storage({ clock: new FakeClock(), vault: new OpenVault() });
});
afterEach(() => place.clean());

const secrets = { values: { clientSecret: 'secret-CANARY-removal' }, origin: 'https://acme.api.identitynow.com' };

async function addOne(name = 'acme'): Promise<string> {
  const token = issuedToken('token-CANARY-removal');
  const [stored] = await storage.profiles.insert([{ profile: profileNamed(name), secrets, token }]);
  if (stored === undefined) throw new Error('nothing inserted');
  return stored.id;
}

async function takeOut(id: string): Promise<RemovedProfile> {
  const removed = await storage.profiles.takeOut(id);
  if (removed === undefined) throw new Error('nothing taken out');
  return removed;
}

describe('a profile that was taken out', () => {
  it('is gone with its secrets and token', async () => {
    const id = await addOne();
    await storage.profiles.takeOut(id);
    expect(storage.profiles.get(id)).toBeUndefined();
    expect(await storage.profiles.secrets(id)).toBeUndefined();
    expect(storage.tokens.facts(id)).toBeUndefined();
  });

  it('is told to those who follow changes', async () => {
    const id = await addOne();
    const changes: StorageChange[] = [];
    const stop = storage.onChange((change) => changes.push(change));
    await storage.profiles.takeOut(id);
    await Promise.resolve();
    stop();
    expect(changes).toEqual([{ profileIds: new Set([id]), settings: false }]);
  });

  it('comes back with id, revision, times, secrets and token', async () => {
    const id = await addOne();
    await storage.profiles.update(id, 1, { profile: profileNamed('acme', { label: 'Acme' }) });
    const before = {
      stored: storage.profiles.get(id),
      secrets: await storage.profiles.secrets(id),
      token: await storage.tokens.read(id),
      facts: storage.tokens.facts(id),
    };
    await storage.profiles.putBack(await takeOut(id));
    expect({
      stored: storage.profiles.get(id),
      secrets: await storage.profiles.secrets(id),
      token: await storage.tokens.read(id),
      facts: storage.tokens.facts(id),
    }).toEqual(before);
  });

  it('comes back with what happened last', async () => {
    const id = await addOne();
    const lease = await storage.leases.acquire(id, 45_000);
    if (!('nonce' in lease)) throw new Error('lease taken');
    const activity = {
      failures: 2,
      lastAttemptAtMs: 1_800_000_000_000.25,
      lastError: { code: 'auth.refused', data: {} },
      retryAtMs: null,
      notBeforeMs: null,
      stopped: true,
      unchanged: false,
    } as const;
    await storage.leases.commit(lease, 1, { activity });
    await storage.profiles.putBack(await takeOut(id));
    expect(storage.tokens.activity(id)).toEqual(activity);
  });

  it('does not come back over a profile that took its name', async () => {
    const removed = await takeOut(await addOne());
    await addOne();
    await expect(storage.profiles.putBack(removed)).rejects.toMatchObject({ code: 'config.profile_exists' });
  });

  it('comes back once', async () => {
    const removed = await takeOut(await addOne());
    await storage.profiles.putBack(removed);
    await expect(storage.profiles.putBack(removed)).rejects.toMatchObject({ code: 'config.profile_exists' });
  });

  it('does not get a result that was under way', async () => {
    const id = await addOne();
    const lease = await storage.leases.acquire(id, 45_000);
    if (!('nonce' in lease)) throw new Error('lease taken');
    await storage.profiles.putBack(await takeOut(id));
    const token = issuedToken('token-CANARY-late');
    expect(await storage.leases.commit(lease, 1, { token, activity: null })).toBe(false);
  });
});

describe('a profile that is not there', () => {
  it('cannot be taken out', async () => {
    expect(await storage.profiles.takeOut('nobody')).toBeUndefined();
  });
});
