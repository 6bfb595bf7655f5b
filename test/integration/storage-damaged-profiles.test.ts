/** Profiles whose stored definition somebody or something spoiled: told apart, kept, and replaced or removed on request. */
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Storage } from '../../main/storage/storage.ts';
import { databaseOf, issuedToken, profileNamed, Workplace } from '../fixtures/disk-storage.ts';

const secrets = { values: { clientSecret: 'CANARY-secret' }, origin: 'https://acme.api.identitynow.com' };

let place: Workplace;
let storage: Storage;
let id: string;
beforeEach(async () => {
  place = new Workplace();
  storage = place.storage();
  const [stored] = await storage.profiles.insert([
    { profile: profileNamed('acme'), secrets, token: issuedToken('CANARY-token') },
    { profile: profileNamed('billing') },
    { profile: profileNamed('crm') },
  ]);
  id = stored?.id ?? '';
});
afterEach(() => place.clean());

function spoil(definition: string, name = 'acme'): void {
  const database = new DatabaseSync(databaseOf(place.home));
  database.prepare('UPDATE profiles SET definition = ? WHERE name = ?').run(definition, name);
  database.close();
}

const namesOf = (all: readonly { profile: { name: string } }[]) => all.map(({ profile }) => profile.name);

describe.each([
  ['no JSON', '{bad'],
  ['nothing', ''],
  ['no object', 'null'],
  ['an object of something else', '{}'],
  ['a profile without a required field', JSON.stringify({ ...profileNamed('acme'), auth: undefined })],
  ['a profile with an unknown field', JSON.stringify({ ...profileNamed('acme'), colour: 'red' })],
  ['a profile that its system refuses', JSON.stringify({ ...profileNamed('acme'), tenant: undefined })],
  [
    'a profile of a system that this version does not know',
    JSON.stringify({ ...profileNamed('acme'), system: 'next' }),
  ],
  ['the profile of another name', JSON.stringify(profileNamed('billing'))],
])('a definition that is %s', (_what, definition) => {
  beforeEach(() => spoil(definition));

  it('is told with the name and what is wrong', () => {
    expect(storage.profiles.damaged()).toMatchObject([{ id, name: 'acme', revision: 1 }]);
    expect(storage.profiles.damaged()[0]?.issues.length).toBeGreaterThan(0);
  });

  it('is given to nobody', () => {
    expect([storage.profiles.get(id), storage.profiles.find('acme')]).toEqual([undefined, undefined]);
  });

  it('leaves the other profiles as they are', () => {
    expect(namesOf(storage.profiles.list())).toEqual(['billing', 'crm']);
    expect(storage.profiles.find('billing')?.profile).toEqual(profileNamed('billing'));
  });

  it('is not quoted', () => {
    spoil(definition.replace('acme', 'CANARY'));
    expect(JSON.stringify(storage.profiles.damaged())).not.toContain('CANARY');
  });
});

it('none is damaged at first', () => {
  expect(storage.profiles.damaged()).toEqual([]);
});

it('several are told by name', () => {
  for (const name of ['crm', 'acme']) spoil('{bad', name);
  expect(storage.profiles.damaged().map(({ name }) => name)).toEqual(['acme', 'crm']);
});

describe('a damaged profile', () => {
  beforeEach(() => spoil('{bad'));

  it('keeps its secrets and its token when it is given another definition', async () => {
    const profile = profileNamed('acme', { label: 'again' });
    await storage.profiles.update(id, 1, { profile });
    expect(storage.profiles.get(id)).toMatchObject({ revision: 2, profile });
    expect(await storage.profiles.secrets(id)).toEqual(secrets);
    expect((await storage.tokens.read(id))?.accessToken).toBe('CANARY-token');
    expect(storage.profiles.damaged()).toEqual([]);
  });

  it('does not change without one', async () => {
    const update = storage.profiles.update(id, 1, { secrets, token: null });
    await expect(update).rejects.toMatchObject({ code: 'storage.profile_damaged', data: { profile: 'acme' } });
    expect(await storage.tokens.read(id)).toBeDefined();
  });

  it('is not changed under the hands of somebody else', async () => {
    const update = storage.profiles.update(id, 2, { profile: profileNamed('acme') });
    await expect(update).rejects.toMatchObject({ code: 'storage.database_busy', data: { profile: 'acme' } });
    expect(storage.profiles.damaged()).toHaveLength(1);
  });

  it('keeps its name from others', async () => {
    const insert = storage.profiles.insert([{ profile: profileNamed('acme') }]);
    await expect(insert).rejects.toMatchObject({ code: 'config.profile_exists' });
  });

  it('is removed with all that belongs to it', async () => {
    await storage.profiles.remove(id);
    expect(storage.profiles.damaged()).toEqual([]);
    expect([storage.profiles.secretsOrigin(id), storage.tokens.facts(id)]).toEqual([undefined, undefined]);
  });
});
