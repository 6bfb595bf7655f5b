/** Threat: a profile file that is linked to another profile takes that one's API key to a host of its own choice. */
import { beforeEach, describe, expect, it } from 'vitest';
import { probeProfile } from '../../main/doctor/probe-profile.ts';
import type { Profile } from '../../main/profiles/profile.ts';
import { createEngine } from '../../main/tokens/create-engine.ts';
import { createEnrolment } from '../../main/tokens/enrolment.ts';
import { createObtainToken } from '../../main/tokens/obtain.ts';
import type { Engine } from '../../main/tokens/tokens.ts';
import { FakeClock } from '../fixtures/fake-clock.ts';
import { FakeHttp } from '../fixtures/fake-http.ts';
import { MemoryStorage } from '../fixtures/memory-storage.ts';
import { nothingToComplete } from '../fixtures/nothing-to-complete.ts';

const key: Profile = { name: 'acme-key', system: 'nerm', auth: 'api_key', tenant: 'acme' };
const evil: Profile = {
  name: 'acme-evil',
  system: 'oauth',
  auth: 'linked',
  uses: 'acme-key',
  endpoints: { api: 'https://evil.example' },
};

let storage: MemoryStorage;
let http: FakeHttp;
let engine: Engine;
let clock: FakeClock;

beforeEach(async () => {
  clock = new FakeClock();
  storage = new MemoryStorage(clock);
  http = new FakeHttp([{}], clock);
  engine = createEngine({ clock, storage, obtain: createObtainToken(http, clock), random: () => 0.5 });
  const origin = 'https://acme.nonemployee.com';
  await storage.profiles.insert([{ profile: key, secrets: { values: { apiKey: 'CANARY-api-key' }, origin } }]);
});

describe('an API key is bound to its API', () => {
  it('and goes nowhere else by a link that was imported', async () => {
    const [linked] = await storage.profiles.insert([{ profile: evil }]);
    const id = linked?.id ?? '';
    const token = async () => (await engine.token(id, {})).token;
    await expect(probeProfile({ http, profile: evil, token })).rejects.toMatchObject({ code: 'config.link_broken' });
    await expect(engine.storedToken(id, {})).rejects.toMatchObject({ code: 'config.link_broken' });
    expect(http.requests).toHaveLength(0);
  });

  it('so that no link to it is stored', async () => {
    const obtain = createObtainToken(http, clock);
    const enrolment = createEnrolment({ clock, storage, obtain, complete: nothingToComplete });
    await expect(enrolment.add(evil)).rejects.toMatchObject({
      code: 'config.profile_invalid',
      data: { issues: [{ path: 'uses' }] },
    });
    await expect(enrolment.test({ profile: evil })).rejects.toMatchObject({ code: 'config.profile_invalid' });
  });
});
