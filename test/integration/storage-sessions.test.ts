/** Sessions in a real database: sealed, replaced only by who knows the one before, gone and back with their profile. */
import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Profile } from '../../main/profiles/profile.ts';
import type { IssuedSession, Storage } from '../../main/storage/storage.ts';
import { databaseOf, issuedToken, profileNamed, Workplace } from '../fixtures/disk-storage.ts';
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

function session(refreshToken: string, endsAtMs: number | null = 5_000): IssuedSession {
  return { record: { refreshToken, obtainedAtMs: 1_000, endsAtMs }, origin };
}

async function addOne(name = 'acme', refreshToken = 'refresh-CANARY-first'): Promise<string> {
  const [stored] = await storage.profiles.insert([{ profile: profileNamed(name), session: session(refreshToken) }]);
  if (stored === undefined) throw new Error('nothing inserted');
  return stored.id;
}

describe('a session', () => {
  it('is read back with its origin, and its facts without unsealing', async () => {
    const id = await addOne();
    expect(await storage.sessions.read(id)).toMatchObject({
      refreshToken: 'refresh-CANARY-first',
      obtainedAtMs: 1_000,
      endsAtMs: 5_000,
      origin,
    });
    expect(storage.sessions.facts(id)).toEqual({ obtainedAtMs: 1_000, endsAtMs: 5_000 });
  });

  it('is not there in plain text', async () => {
    await addOne();
    const files = [databaseOf(place.home), `${databaseOf(place.home)}-wal`].map((path) => readFileSync(path, 'latin1'));
    expect(files.join('')).not.toContain('CANARY');
  });

  it('is replaced by who knows the one before', async () => {
    const id = await addOne();
    const { generation } = (await storage.sessions.read(id)) ?? { generation: '' };
    expect(await storage.sessions.replace(id, generation, session('refresh-CANARY-second', null))).toBe(true);
    expect(await storage.sessions.read(id)).toMatchObject({ refreshToken: 'refresh-CANARY-second', endsAtMs: null });
  });

  it('is not replaced by who knows only an older one', async () => {
    const id = await addOne();
    const { generation } = (await storage.sessions.read(id)) ?? { generation: '' };
    await storage.sessions.replace(id, generation, session('refresh-CANARY-second'));
    expect(await storage.sessions.replace(id, generation, session('refresh-CANARY-late'))).toBe(false);
    expect(await storage.sessions.read(id)).toMatchObject({ refreshToken: 'refresh-CANARY-second' });
  });

  it('is not brought back by a late answer after its end', async () => {
    const id = await addOne();
    const { generation } = (await storage.sessions.read(id)) ?? { generation: '' };
    await storage.sessions.end(id);
    expect(await storage.sessions.replace(id, generation, session('refresh-CANARY-late'))).toBe(false);
    expect(await storage.sessions.read(id)).toBeUndefined();
  });

  it('leaves the revision of its profile alone when it is replaced', async () => {
    const id = await addOne();
    const { generation } = (await storage.sessions.read(id)) ?? { generation: '' };
    await storage.sessions.replace(id, generation, session('refresh-CANARY-second'));
    expect(storage.profiles.get(id)?.revision).toBe(1);
  });

  it('comes in one commit with a token, and goes with null', async () => {
    const id = await addOne();
    const token = issuedToken('token-CANARY-1');
    await storage.profiles.update(id, 1, { session: session('refresh-CANARY-second'), token });
    expect(await storage.sessions.read(id)).toMatchObject({ refreshToken: 'refresh-CANARY-second' });
    await storage.profiles.update(id, 2, { session: null });
    expect(storage.sessions.facts(id)).toBeUndefined();
    expect(storage.tokens.facts(id)).toBeDefined();
  });

  it('goes with its profile and comes back with it', async () => {
    const id = await addOne();
    const removed = await storage.profiles.takeOut(id);
    expect(storage.sessions.facts(id)).toBeUndefined();
    if (removed !== undefined) await storage.profiles.putBack(removed);
    expect(await storage.sessions.read(id)).toMatchObject({ refreshToken: 'refresh-CANARY-first' });
  });

  it('does not open in the place of another profile', async () => {
    const one = await addOne('acme', 'refresh-CANARY-one');
    const other = await addOne('other', 'refresh-CANARY-other');
    const database = new DatabaseSync(databaseOf(place.home));
    database
      .prepare('UPDATE sessions SET sealed = (SELECT sealed FROM sessions WHERE profile_id = ?) WHERE profile_id = ?')
      .run(one, other);
    database.close();
    await expect(storage.sessions.read(other)).rejects.toMatchObject({ code: 'storage.record_damaged' });
  });
});

describe('a profile that takes the token of another one', () => {
  async function addPair(): Promise<{ source: string; linked: string }> {
    const nerm = profileNamed('acme-nerm', { auth: 'linked', system: 'nerm', tenant: 'acme', uses: 'acme-isc' });
    const { clientId: _, ...linkedProfile } = nerm;
    const added = await storage.profiles.insert([{ profile: profileNamed('acme-isc') }, { profile: linkedProfile }]);
    const [source, linked] = added.map(({ id }) => id);
    if (source === undefined || linked === undefined) throw new Error('nothing inserted');
    return { source, linked };
  }

  /** As it lies there: whether the systems know such a profile is not the matter here. */
  function rowOf(id: string): { uses: string; revision: number } {
    const database = new DatabaseSync(databaseOf(place.home));
    const row = database.prepare('SELECT definition, revision FROM profiles WHERE id = ?').get(id);
    database.close();
    return {
      uses: (JSON.parse(String(row?.['definition'])) as Profile).uses ?? '',
      revision: Number(row?.['revision']),
    };
  }

  it('follows it to its new name', async () => {
    const { source, linked } = await addPair();
    await storage.profiles.update(source, 1, { profile: profileNamed('acme-main') });
    expect(rowOf(linked).uses).toBe('acme-main');
  });

  it('stays as it is when the other one keeps its name', async () => {
    const { source, linked } = await addPair();
    await storage.profiles.update(source, 1, { profile: profileNamed('acme-isc', { label: 'Acme' }) });
    expect(rowOf(linked).revision).toBe(1);
  });

  it('does not follow in a change that is refused', async () => {
    const { source, linked } = await addPair();
    await storage.profiles.insert([{ profile: profileNamed('taken') }]);
    await expect(storage.profiles.update(source, 1, { profile: profileNamed('taken') })).rejects.toMatchObject({
      code: 'config.profile_exists',
    });
    expect(rowOf(linked).uses).toBe('acme-isc');
  });
});
