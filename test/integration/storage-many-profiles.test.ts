/** Several profiles stored in one commit in a real database, and that commit undone. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Storage } from '../../main/storage/storage.ts';
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

const origin = 'https://acme.api.identitynow.com';
const oldSecrets = { values: { clientSecret: 'old-CANARY-many' }, origin };
const newSecrets = { values: { clientSecret: 'new-CANARY-many' }, origin };

async function addOne(name: string): Promise<string> {
  const [stored] = await storage.profiles.insert([
    { profile: profileNamed(name), secrets: oldSecrets, token: issuedToken('token-CANARY-many') },
  ]);
  if (stored === undefined) throw new Error('nothing inserted');
  return stored.id;
}

const names = () => storage.profiles.list().map(({ profile }) => profile.name);

describe('storing several', () => {
  it('adds and replaces in one commit', async () => {
    const id = await addOne('acme');
    const { profiles } = await storage.profiles.storeMany([
      { profile: profileNamed('new'), secrets: newSecrets },
      { profile: profileNamed('acme', { label: 'Other' }), token: null, replaces: { id, revision: 1 } },
    ]);
    expect(profiles.map(({ profile, revision }) => [profile.name, revision])).toEqual([
      ['new', 1],
      ['acme', 2],
    ]);
    expect(storage.profiles.get(id)?.profile.label).toBe('Other');
    expect(await storage.profiles.secrets(id)).toEqual(oldSecrets);
    expect(storage.tokens.facts(id)).toBeUndefined();
  });

  it('stores none where one name is taken, be it by another of them', async () => {
    await addOne('acme');
    const taken = storage.profiles.storeMany([{ profile: profileNamed('new') }, { profile: profileNamed('acme') }]);
    await expect(taken).rejects.toMatchObject({ code: 'config.profile_exists' });
    const twice = storage.profiles.storeMany([{ profile: profileNamed('new') }, { profile: profileNamed('new') }]);
    await expect(twice).rejects.toMatchObject({ code: 'config.profile_exists' });
    expect(names()).toEqual(['acme']);
  });

  it('stores none where one that is replaced was changed by somebody else', async () => {
    const id = await addOne('acme');
    const stale = storage.profiles.storeMany([
      { profile: profileNamed('new') },
      { profile: profileNamed('acme'), replaces: { id, revision: 7 } },
    ]);
    await expect(stale).rejects.toMatchObject({ code: 'storage.database_busy' });
    expect(names()).toEqual(['acme']);
  });
});

describe('undoing it', () => {
  it('takes away what was added, and brings back what was replaced with its secret and token', async () => {
    const id = await addOne('acme');
    const before = storage.profiles.get(id);
    const stored = await storage.profiles.storeMany([
      { profile: profileNamed('new'), secrets: newSecrets },
      { profile: profileNamed('renamed'), secrets: newSecrets, token: null, replaces: { id, revision: 1 } },
    ]);
    expect(await storage.profiles.undoMany(stored)).toEqual([]);
    expect(names()).toEqual(['acme']);
    expect(storage.profiles.get(id)).toEqual(before);
    expect(await storage.profiles.secrets(id)).toEqual(oldSecrets);
    expect(await storage.tokens.read(id)).toMatchObject({ accessToken: 'token-CANARY-many' });
  });

  it('keeps what happened meanwhile in the history', async () => {
    const id = await addOne('acme');
    const stored = await storage.profiles.storeMany([{ profile: profileNamed('acme'), replaces: { id, revision: 1 } }]);
    storage.history.append(id, { what: 'obtained', expiresAtMs: null });
    storage.history.flush();
    await storage.profiles.undoMany(stored);
    expect(storage.history.list(id)).toHaveLength(1);
  });

  it('keeps the session that followed meanwhile, where the replacement had left the session alone', async () => {
    const session = (refreshToken: string) => ({ record: { refreshToken, obtainedAtMs: 1, endsAtMs: null }, origin });
    const [added] = await storage.profiles.insert([
      { profile: profileNamed('acme'), secrets: oldSecrets, session: session('used-up-CANARY') },
    ]);
    const id = added?.id ?? '';
    const stored = await storage.profiles.storeMany([
      { profile: profileNamed('acme', { label: 'Other' }), replaces: { id, revision: 1 } },
    ]);
    const { generation = '' } = (await storage.sessions.read(id)) ?? {};
    await storage.sessions.replace(id, generation, session('next-CANARY'));
    await storage.profiles.undoMany(stored);
    expect(storage.profiles.get(id)?.profile.label).toBeUndefined();
    expect((await storage.sessions.read(id))?.refreshToken).toBe('next-CANARY');
  });

  it('brings back the session that the replacement ended', async () => {
    const session = { record: { refreshToken: 'before-CANARY', obtainedAtMs: 1, endsAtMs: null }, origin };
    const [added] = await storage.profiles.insert([{ profile: profileNamed('acme'), secrets: oldSecrets, session }]);
    const id = added?.id ?? '';
    const stored = await storage.profiles.storeMany([
      { profile: profileNamed('acme'), session: null, replaces: { id, revision: 1 } },
    ]);
    await storage.profiles.undoMany(stored);
    expect((await storage.sessions.read(id))?.refreshToken).toBe('before-CANARY');
  });

  it('leaves alone what was changed since, and names it', async () => {
    const stored = await storage.profiles.storeMany([
      { profile: profileNamed('one') },
      { profile: profileNamed('two') },
    ]);
    const [one] = stored.profiles;
    await storage.profiles.update(one?.id ?? '', 1, { profile: profileNamed('one', { label: 'Mine' }) });
    expect(await storage.profiles.undoMany(stored)).toEqual(['one']);
    expect(names()).toEqual(['one']);
  });
});
