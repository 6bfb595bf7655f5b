/** A profile whose stored definition cannot be read: the engine leaves it alone, and goes on with it once it can be. */
import { beforeEach, describe, expect, it } from 'vitest';
import { createEngine } from '../../../main/tokens/create-engine.ts';
import type { Engine } from '../../../main/tokens/tokens.ts';
import { FakeClock } from '../../fixtures/fake-clock.ts';
import { MemoryStorage } from '../../fixtures/memory-storage.ts';
import { TenantScript } from '../../fixtures/tenant-script.ts';

const dayMs = 86_400_000;
const profile = { name: 'acme', system: 'isc', auth: 'client_credentials', tenant: 'acme', clientId: 'id' } as const;

let clock: FakeClock;
let storage: MemoryStorage;
let tenant: TenantScript;
let engine: Engine;
let id: string;

beforeEach(async () => {
  clock = new FakeClock();
  storage = new MemoryStorage(clock);
  tenant = new TenantScript(clock);
  engine = createEngine({ clock, storage, obtain: tenant.obtain, random: () => 0.5 });
  const [stored] = await storage.profiles.insert([{ profile }]);
  id = stored?.id ?? '';
});

describe('a damaged profile', () => {
  it('sends no request by timer', async () => {
    storage.damagedIds.add(id);
    engine.start();
    await clock.advance(dayMs);
    expect(tenant.requests).toEqual([]);
  });

  it('sends no request when somebody forces one', async () => {
    storage.damagedIds.add(id);
    await expect(engine.token(id, { force: true })).rejects.toMatchObject({ code: 'config.profile_not_found' });
    expect(tenant.requests).toEqual([]);
  });

  it('sends no more requests when it was damaged while the engine ran', async () => {
    engine.start();
    await clock.advance(60_000);
    const before = tenant.requests.length;
    storage.damagedIds.add(id);
    await clock.advance(dayMs);
    expect([before, tenant.requests.length]).toEqual([1, 1]);
  });

  it('is kept fresh again once it has another definition', async () => {
    storage.damagedIds.add(id);
    engine.start();
    await storage.profiles.update(id, 1, { profile });
    await clock.advance(60_000);
    expect(tenant.requests).toHaveLength(1);
  });
});
