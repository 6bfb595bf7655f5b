import { beforeEach, expect, it } from 'vitest';
import type { ErrorRecord } from '../../../main/errors.ts';
import type { Profile, StoredProfile } from '../../../main/profiles/profile.ts';
import { failingProfile } from '../../../main/tokens/failing-profile.ts';
import { FakeClock } from '../../fixtures/fake-clock.ts';
import { MemoryStorage } from '../../fixtures/memory-storage.ts';

const isc: Profile = { name: 'acme-isc', system: 'isc', auth: 'client_credentials', tenant: 'acme', clientId: 'id' };
const nerm: Profile = { name: 'acme-nerm', system: 'nerm', auth: 'linked', tenant: 'acme', uses: 'acme-isc' };
const refused: ErrorRecord = { code: 'auth.refused', data: {} };

let storage: MemoryStorage;
let source: StoredProfile;
let linked: StoredProfile;

beforeEach(async () => {
  storage = new MemoryStorage(new FakeClock());
  const [first, second] = await storage.profiles.insert([{ profile: isc }, { profile: nerm }]);
  if (first === undefined || second === undefined) throw new Error('nothing was stored');
  [source, linked] = [first, second];
});

const failing = (stored: StoredProfile, error: ErrorRecord | null) =>
  failingProfile(storage.profiles, stored, error).name;

it('a linked profile fails in the words of the system whose token it takes', () => {
  expect(failing(linked, refused)).toBe('acme-isc');
  expect(failing(source, refused)).toBe('acme-isc');
});

it('a broken link is a failure of the profile that has it', async () => {
  expect(failing(linked, { code: 'config.link_broken', data: {} })).toBe('acme-nerm');
  await storage.profiles.remove(source.id);
  expect(failing(linked, refused)).toBe('acme-nerm');
});
