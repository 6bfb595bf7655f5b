/** What a changed setting does to plans that are made already. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { TokentrayError } from '../../../main/errors.ts';
import type { Profile } from '../../../main/profiles/profile.ts';
import { createEngine } from '../../../main/tokens/create-engine.ts';
import { defaultPlanSettings } from '../../../main/tokens/plan-settings.ts';
import type { PlanSettings } from '../../../main/tokens/plan-settings.ts';
import type { Engine } from '../../../main/tokens/tokens.ts';
import { FakeClock } from '../../fixtures/fake-clock.ts';
import { MemoryStorage } from '../../fixtures/memory-storage.ts';
import { TenantScript } from '../../fixtures/tenant-script.ts';

const hourMs = 3_600_000;

let clock: FakeClock;
let storage: MemoryStorage;
let tenant: TenantScript;
let engine: Engine;
let settings: () => PlanSettings;

beforeEach(() => {
  clock = new FakeClock();
  storage = new MemoryStorage(clock);
  tenant = new TenantScript(clock);
  tenant.outcomes = [{ lifetimeMs: hourMs }];
  settings = () => defaultPlanSettings;
  engine = createEngine({ clock, storage, obtain: tenant.obtain, random: () => 0.5, settings: () => settings() });
});
afterEach(() => engine.stop());

async function started(more: Partial<Profile> = {}): Promise<string> {
  const profile: Profile = { name: 'acme', system: 'isc', auth: 'client_credentials', tenant: 'acme', clientId: 'id' };
  const [stored] = await storage.profiles.insert([{ profile: { ...profile, ...more } }]);
  if (stored === undefined) throw new Error('not added');
  engine.start();
  await clock.advance(1);
  return stored.id;
}

/** Any setting was written, also one that moves nothing. */
async function set(next: Partial<PlanSettings>): Promise<void> {
  settings = () => ({ ...defaultPlanSettings, ...next });
  await storage.settings.set('any', clock.now());
  await clock.advance(1);
}

/** How long before its expiry the token is to be renewed, in whole minutes. */
function earlyMinutes(id: string): number {
  const [expiresAtMs, plannedAtMs] = [engine.facts(id)?.expiresAtMs ?? 0, engine.plannedAtMs(id) ?? 0];
  return Math.floor((expiresAtMs - plannedAtMs) / 60_000);
}

it('a longer margin moves the plans there are at once', async () => {
  const id = await started();
  const before = earlyMinutes(id);
  await set({ earlySeconds: 500 });
  expect([before, earlyMinutes(id)]).toEqual([6, 8]);
  expect(tenant.requests).toHaveLength(1);
});

it('a margin that reaches to now renews at once', async () => {
  tenant.outcomes = [{ lifetimeMs: 10 * 60_000 }];
  await started();
  await clock.advance(6 * 60_000);
  await set({ earlySeconds: 280 });
  await clock.advance(1_000);
  expect(tenant.requests).toHaveLength(2);
});

it('a profile with a margin of its own keeps it', async () => {
  const id = await started({ refresh: { earlySeconds: 420 } });
  await set({ earlySeconds: 540 });
  expect(earlyMinutes(id)).toBe(7);
});

it('another way to the network tries at once what failed for the network', async () => {
  tenant.outcomes = [new TokentrayError('network.dns')];
  await started();
  await clock.advance(60_000);
  const before = tenant.requests.length;
  await set({ network: 'by a proxy' });
  expect(tenant.requests.length).toBe(before + 1);
});

it('a setting that is about neither sends no request', async () => {
  tenant.outcomes = [new TokentrayError('network.dns')];
  await started();
  await clock.advance(60_000);
  const before = tenant.requests.length;
  await set({});
  expect(tenant.requests.length).toBe(before);
});

it('settings that cannot be read for now leave the plans as they are', async () => {
  const id = await started();
  settings = () => {
    throw new TokentrayError('storage.database_busy');
  };
  await storage.settings.set('any', 1);
  engine.reconcile();
  expect(earlyMinutes(id)).toBe(6);
});
