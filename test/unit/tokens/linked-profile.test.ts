/** Profiles that hand out another one's token. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Profile } from '../../../main/profiles/profile.ts';
import { createEngine } from '../../../main/tokens/create-engine.ts';
import { readStatus } from '../../../main/tokens/read-status.ts';
import type { Engine } from '../../../main/tokens/tokens.ts';
import { FakeClock } from '../../fixtures/fake-clock.ts';
import { MemoryStorage } from '../../fixtures/memory-storage.ts';
import { noMarks } from '../../fixtures/profile-status.ts';
import { TenantScript } from '../../fixtures/tenant-script.ts';

const isc: Profile = { name: 'acme-isc', system: 'isc', auth: 'client_credentials', tenant: 'acme', clientId: 'id' };
const nerm: Profile = { name: 'acme-nerm', system: 'nerm', auth: 'linked', tenant: 'acme', uses: 'acme-isc' };

let clock: FakeClock;
let storage: MemoryStorage;
let tenant: TenantScript;
let engine: Engine;
let source: string;
let linked: string;

beforeEach(async () => {
  clock = new FakeClock();
  storage = new MemoryStorage(clock);
  tenant = new TenantScript(clock);
  engine = createEngine({ clock, storage, obtain: tenant.obtain, random: () => 0.5 });
  const secrets = { values: { clientSecret: 'secret-CANARY' }, origin: 'https://acme.api.identitynow.com' };
  const rows = await storage.profiles.insert([{ profile: isc, secrets }, { profile: nerm }]);
  [source = '', linked = ''] = rows.map(({ id }) => id);
});

const statusOf = (id: string) => {
  const stored = storage.profiles.get(id);
  if (stored === undefined) throw new Error('no such profile');
  return readStatus({ engine, clock }, stored, noMarks);
};

describe('a linked profile', () => {
  it('hands out the token of the other one, under its own name', async () => {
    const [own, through] = [await engine.token(source), await engine.token(linked)];
    expect(through.token.accessToken).toBe(own.token.accessToken);
    expect(through.profile.profile.name).toBe('acme-nerm');
    expect(tenant.requests).toHaveLength(1);
  });

  it('makes the other one ask when it has no token that lives', async () => {
    await engine.token(linked);
    expect(tenant.requests.map(({ profile }) => profile)).toEqual(['acme-isc']);
    expect(storage.tokens.facts(source)).toBeDefined();
    expect(storage.tokens.facts(linked)).toBeUndefined();
  });

  it('shares the request that is under way for the other one', async () => {
    await Promise.all([engine.token(source), engine.token(linked)]);
    expect(tenant.requests).toHaveLength(1);
  });

  it('has the same expiry, plan and state', async () => {
    engine.start();
    await clock.advance(1_000);
    const [own, through] = [statusOf(source), statusOf(linked)];
    expect(through).toMatchObject({
      token: 'valid',
      appearance: 'ok',
      expiresAtMs: own.expiresAtMs,
      nextRefreshAtMs: own.nextRefreshAtMs,
      linkedTo: 'acme-isc',
    });
    await engine.stop();
  });

  it('has no timer of its own', async () => {
    engine.start();
    await clock.advance(749_000);
    expect(new Set(tenant.requests.map(({ profile }) => profile))).toEqual(new Set(['acme-isc']));
    await engine.stop();
  });

  it('follows the other one to a new name', async () => {
    await storage.profiles.update(source, 1, { profile: { ...isc, name: 'acme-main' } });
    expect((await engine.token(linked)).profile.profile.uses).toBe('acme-main');
  });
});

describe('a link to a profile that is gone', () => {
  beforeEach(async () => {
    await engine.token(linked);
    await storage.profiles.remove(source);
  });

  it('hands out nothing and sends nothing', async () => {
    await expect(engine.token(linked)).rejects.toMatchObject({
      code: 'config.link_broken',
      data: { profile: 'acme-nerm', expected: 'acme-isc' },
    });
    expect(tenant.requests).toHaveLength(1);
  });

  it('is shown as something that wants a person', () => {
    expect(statusOf(linked)).toMatchObject({
      token: 'none',
      activity: 'stopped',
      appearance: 'attention',
      error: { code: 'config.link_broken' },
    });
  });
});

it('is broken where the other one cannot be read, or is linked itself', async () => {
  storage.damagedIds.add(source);
  await expect(engine.token(linked)).rejects.toMatchObject({ code: 'config.link_broken' });
  storage.damagedIds.clear();
  const [second] = await storage.profiles.insert([{ profile: { ...nerm, name: 'chain', uses: 'acme-nerm' } }]);
  await expect(engine.token(second?.id ?? '')).rejects.toMatchObject({ code: 'config.link_broken' });
});
