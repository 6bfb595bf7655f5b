/** Profiles, their secrets and tokens in a real database. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TokentrayError } from '../../main/errors.ts';
import type { ActivityRecord } from '../../main/storage/records.ts';
import type { Storage } from '../../main/storage/storage.ts';
import { issuedToken, profileNamed, Workplace } from '../fixtures/disk-storage.ts';
import { FakeClock } from '../fixtures/fake-clock.ts';
import { OpenVault } from '../fixtures/open-vault.ts';

let place: Workplace;
let clock: FakeClock;
let vault: OpenVault;
let storage: Storage;
beforeEach(() => {
  place = new Workplace();
  clock = new FakeClock();
  vault = new OpenVault();
  storage = place.storage({ clock, vault });
});
afterEach(() => place.clean());

const secrets = { values: { clientSecret: 'CANARY-äöü\n2' }, origin: 'https://acme.api.identitynow.com' };
const failed: ActivityRecord = {
  failures: 2,
  lastAttemptAtMs: 1_800_000_000_000,
  lastError: { code: 'network.refused', data: { host: 'acme.api.identitynow.com' } },
  retryAtMs: 1_800_000_005_000.25,
  notBeforeMs: null,
  stopped: false,
  unchanged: true,
};

async function addOne(name = 'acme', more: { secrets?: typeof secrets; token?: ReturnType<typeof issuedToken> } = {}) {
  const [stored] = await storage.profiles.insert([{ profile: profileNamed(name), ...more }]);
  if (stored === undefined) throw new Error('nothing inserted');
  return stored;
}

async function noteFailure(id: string, revision: number): Promise<void> {
  const lease = await storage.leases.acquire(id, 45_000);
  if (!('nonce' in lease)) throw new Error('lease taken');
  await storage.leases.commit(lease, revision, { activity: failed });
}

describe('a change that no request depends on', () => {
  it('raises the revision and keeps what happened last', async () => {
    const stored = await addOne();
    await noteFailure(stored.id, stored.revision);
    const profile = { ...stored.profile, tags: ['emea'] };
    const changed = await storage.profiles.update(stored.id, stored.revision, { profile, keepsActivity: true });
    expect([changed.revision, changed.profile.tags]).toEqual([stored.revision + 1, ['emea']]);
    expect(storage.tokens.activity(stored.id)).toEqual(failed);
  });
});

describe('a profile that was added', () => {
  it('is found by id and by name', async () => {
    const stored = await addOne();
    expect(storage.profiles.get(stored.id)).toEqual(stored);
    expect(storage.profiles.find('acme')).toEqual(stored);
  });

  it('starts at revision 1, with the time of its making', async () => {
    expect(await addOne()).toMatchObject({ revision: 1, createdAtMs: clock.now(), updatedAtMs: clock.now() });
  });

  it('keeps every field of its definition', async () => {
    const profile = profileNamed('acme', {
      label: 'Ä "quoted" label',
      tags: ['emea'],
      request: { headers: { a: 'b' } },
    });
    await storage.profiles.insert([{ profile }]);
    expect(storage.profiles.find('acme')?.profile).toEqual(profile);
  });

  it('gives its secrets back with the origin that they are bound to', async () => {
    const { id } = await addOne('acme', { secrets });
    expect(await storage.profiles.secrets(id)).toEqual(secrets);
  });

  it('tells the origin of its secrets without unsealing them', async () => {
    const { id } = await addOne('acme', { secrets });
    vault.error = new TokentrayError('storage.keychain_locked');
    expect(storage.profiles.secretsOrigin(id)).toBe(secrets.origin);
  });

  it('gives its token back, and the facts of it while the vault is locked', async () => {
    const token = issuedToken('CANARY-token', { scope: 'sp:scopes:all' });
    const { id } = await addOne('acme', { token });
    expect(await storage.tokens.read(id)).toEqual(token.record);
    vault.error = new TokentrayError('storage.keychain_locked');
    const { accessToken: _hidden, ...facts } = token.record;
    expect(storage.tokens.facts(id)).toEqual(facts);
  });

  it('has facts without a scope when the token has none', async () => {
    const { id } = await addOne('acme', { token: issuedToken('CANARY-token', { expiresAtMs: null }) });
    expect(storage.tokens.facts(id)).toEqual({
      tokenType: 'Bearer',
      obtainedAtMs: 1_800_000_000_000,
      expiresAtMs: null,
      clockOffsetMs: -120,
    });
  });

  it('has no secrets, token or activity when none were given', async () => {
    const { id } = await addOne();
    expect(await storage.profiles.secrets(id)).toBeUndefined();
    expect(storage.profiles.secretsOrigin(id)).toBeUndefined();
    expect(await storage.tokens.read(id)).toBeUndefined();
    expect(storage.tokens.facts(id)).toBeUndefined();
    expect(storage.tokens.activity(id)).toBeUndefined();
  });

  it('asks for no vault when there is nothing to seal', async () => {
    vault.error = new TokentrayError('storage.keychain_unavailable');
    await addOne();
    expect(vault.uses).toBe(0);
  });
});

describe('adding profiles', () => {
  it('lists them by name', async () => {
    await storage.profiles.insert(['b', 'c', 'a'].map((name) => ({ profile: profileNamed(name) })));
    expect(storage.profiles.list().map(({ profile }) => profile.name)).toEqual(['a', 'b', 'c']);
  });

  it('stores none of them when one name is taken', async () => {
    await addOne('b');
    const insert = storage.profiles.insert(['a', 'b'].map((name) => ({ profile: profileNamed(name) })));
    await expect(insert).rejects.toMatchObject({ code: 'config.profile_exists', data: { profile: 'b' } });
    expect(storage.profiles.list()).toHaveLength(1);
  });

  it('stores none of them when two have one name', async () => {
    const insert = storage.profiles.insert([{ profile: profileNamed('a') }, { profile: profileNamed('a') }]);
    await expect(insert).rejects.toMatchObject({ code: 'config.profile_exists', data: { profile: 'a' } });
    expect(storage.profiles.list()).toEqual([]);
  });

  it('asks for no vault when the name is taken', async () => {
    await addOne();
    await expect(addOne('acme', { secrets })).rejects.toMatchObject({ code: 'config.profile_exists' });
    expect(vault.uses).toBe(0);
  });

  it('stores nothing when the vault cannot be unlocked', async () => {
    vault.error = new TokentrayError('storage.keychain_locked');
    await expect(addOne('acme', { secrets })).rejects.toBe(vault.error);
    expect(storage.profiles.list()).toEqual([]);
  });
});

describe('changing a profile', () => {
  it('raises the revision and notes when', async () => {
    const before = await addOne();
    await clock.advance(1_000);
    const after = await storage.profiles.update(before.id, 1, { profile: profileNamed('acme', { label: 'new' }) });
    expect(after).toMatchObject({
      id: before.id,
      revision: 2,
      createdAtMs: before.createdAtMs,
      updatedAtMs: clock.now(),
    });
    expect(storage.profiles.get(before.id)).toEqual(after);
  });

  it('leaves what it does not name', async () => {
    const token = issuedToken('CANARY-token');
    const { id, profile } = await addOne('acme', { secrets, token });
    await storage.profiles.update(id, 1, {});
    expect(storage.profiles.get(id)?.profile).toEqual(profile);
    expect(await storage.profiles.secrets(id)).toEqual(secrets);
    expect(await storage.tokens.read(id)).toEqual(token.record);
  });

  it('replaces secrets and token together', async () => {
    const { id } = await addOne('acme', { secrets, token: issuedToken('CANARY-old') });
    const next = { values: { clientSecret: 'CANARY-new' }, origin: 'https://other.example' };
    await storage.profiles.update(id, 1, { secrets: next, token: issuedToken('CANARY-new') });
    expect(await storage.profiles.secrets(id)).toEqual(next);
    expect((await storage.tokens.read(id))?.accessToken).toBe('CANARY-new');
  });

  it('deletes the token when told so, and nothing else', async () => {
    const { id } = await addOne('acme', { secrets, token: issuedToken('CANARY-old') });
    await storage.profiles.update(id, 1, { token: null });
    expect(storage.tokens.facts(id)).toBeUndefined();
    expect(storage.profiles.secretsOrigin(id)).toBe(secrets.origin);
  });

  it('forgets how its refreshing went before', async () => {
    const { id } = await addOne();
    await noteFailure(id, 1);
    await storage.profiles.update(id, 1, {});
    expect(storage.tokens.activity(id)).toBeUndefined();
  });

  it('can rename it, to its own name too', async () => {
    const { id } = await addOne();
    await storage.profiles.update(id, 1, { profile: profileNamed('acme') });
    await storage.profiles.update(id, 2, { profile: profileNamed('acme-2') });
    expect(storage.profiles.find('acme')).toBeUndefined();
    expect(storage.profiles.find('acme-2')?.id).toBe(id);
  });

  it('is refused when the new name is taken', async () => {
    await addOne('other');
    const { id } = await addOne();
    const update = storage.profiles.update(id, 1, { profile: profileNamed('other') });
    await expect(update).rejects.toMatchObject({ code: 'config.profile_exists', data: { profile: 'other' } });
    expect(storage.profiles.get(id)).toMatchObject({ revision: 1, profile: { name: 'acme' } });
  });

  it('is refused when somebody else changed it meanwhile', async () => {
    const { id } = await addOne();
    await storage.profiles.update(id, 1, {});
    const update = storage.profiles.update(id, 1, { secrets });
    await expect(update).rejects.toMatchObject({ code: 'storage.database_busy', data: { profile: 'acme' } });
    expect(storage.profiles.secretsOrigin(id)).toBeUndefined();
  });

  it('is refused when somebody else changed it while the secrets were being sealed', async () => {
    const { id } = await addOne();
    const slow = storage.profiles.update(id, 1, { secrets });
    const fast = storage.profiles.update(id, 1, { profile: profileNamed('acme', { label: 'fast' }) });
    await fast;
    await expect(slow).rejects.toMatchObject({ code: 'storage.database_busy' });
    expect(storage.profiles.secretsOrigin(id)).toBeUndefined();
  });

  it('is refused when there is no such profile', async () => {
    await expect(storage.profiles.update('nobody', 1, {})).rejects.toMatchObject({ code: 'config.profile_not_found' });
  });
});

describe('removing a profile', () => {
  it('takes everything of it away', async () => {
    const { id } = await addOne('acme', { secrets, token: issuedToken('CANARY-token') });
    await noteFailure(id, 1);
    await storage.leases.acquire(id, 45_000);
    await storage.profiles.remove(id);
    expect(storage.profiles.get(id)).toBeUndefined();
    expect(storage.profiles.secretsOrigin(id)).toBeUndefined();
    expect(storage.tokens.facts(id)).toBeUndefined();
    expect(storage.tokens.activity(id)).toBeUndefined();
    expect(storage.leases.holder(id)).toBeUndefined();
  });

  it('leaves the others', async () => {
    const { id } = await addOne('acme', { secrets });
    const other = await addOne('other', { secrets });
    await storage.profiles.remove(id);
    expect(storage.profiles.list()).toEqual([other]);
    expect(await storage.profiles.secrets(other.id)).toEqual(secrets);
  });

  it('is no failure when it is gone already', async () => {
    const { id } = await addOne();
    await storage.profiles.remove(id);
    await expect(storage.profiles.remove(id)).resolves.toBeUndefined();
  });
});

describe('what happened with a profile', () => {
  it('is kept field by field', async () => {
    const { id } = await addOne();
    await noteFailure(id, 1);
    expect(storage.tokens.activity(id)).toEqual(failed);
  });
});

describe('settings', () => {
  it.each([['text'], [7], [true], [null], [{ nested: ['list'] }]])('keep the value %j', async (value) => {
    await storage.settings.set('key', value);
    expect(storage.settings.get('key')).toEqual(value);
  });

  it('that were never set are undefined', () => {
    expect(storage.settings.get('key')).toBeUndefined();
  });

  it('are deleted by undefined', async () => {
    await storage.settings.set('key', 1);
    await storage.settings.set('key', undefined);
    expect(storage.settings.get('key')).toBeUndefined();
  });
});
