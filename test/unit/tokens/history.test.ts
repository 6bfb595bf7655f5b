/** What the engine and enrolment note in the history of a profile. */
import { beforeEach, describe, expect, it } from 'vitest';
import { TokentrayError } from '../../../main/errors.ts';
import type { Profile } from '../../../main/profiles/profile.ts';
import { createEngine } from '../../../main/tokens/create-engine.ts';
import { createEnrolment } from '../../../main/tokens/enrolment.ts';
import type { Engine } from '../../../main/tokens/tokens.ts';
import { FakeClock, settle } from '../../fixtures/fake-clock.ts';
import { MemoryStorage } from '../../fixtures/memory-storage.ts';
import { nothingToComplete } from '../../fixtures/nothing-to-complete.ts';
import { TenantScript } from '../../fixtures/tenant-script.ts';

const startMs = 1_800_000_000_000;
const acme: Profile = { name: 'acme', system: 'isc', auth: 'client_credentials', tenant: 'acme', clientId: 'id' };
const down = new TokentrayError('network.refused', { data: { host: 'acme' } });
const origin = 'https://acme.api.identitynow.com';

let clock: FakeClock;
let storage: MemoryStorage;
let tenant: TenantScript;
let engine: Engine;
let id: string;

beforeEach(async () => {
  clock = new FakeClock(startMs);
  storage = new MemoryStorage(clock);
  tenant = new TenantScript(clock);
  engine = createEngine({ clock, storage, obtain: tenant.obtain, random: () => 0.5 });
  id = await add(acme);
});

async function add(profile: Profile): Promise<string> {
  const secrets = { values: { clientSecret: 'secret-CANARY' }, origin };
  const [stored] = await storage.profiles.insert([{ profile, secrets }]);
  return stored?.id ?? '';
}

const events = () => storage.happened.map(({ event }) => event);

describe('the history of a profile', () => {
  it('tells a first token from one that took the place of another', async () => {
    await engine.token(id);
    await clock.advance(100_000);
    await engine.token(id, { force: true });
    expect(events()).toEqual([
      { what: 'obtained', expiresAtMs: startMs + 749_000 },
      { what: 'refreshed', expiresAtMs: startMs + 849_000 },
    ]);
  });

  it('tells when the server gave the same token again', async () => {
    tenant.outcomes = [{ token: 'token-CANARY', lifetimeMs: 749_000 }];
    await engine.token(id);
    await engine.token(id, { force: true });
    expect(events()).toMatchObject([{ what: 'obtained' }, { what: 'refreshed', unchanged: true }]);
  });

  it('has one row for a request that many shared', async () => {
    tenant.hold();
    const asked = Array.from({ length: 20 }, () => engine.token(id));
    await settle();
    tenant.release();
    await Promise.all(asked);
    expect(events()).toHaveLength(1);
  });

  it('has nothing of a token that was there already', async () => {
    await engine.token(id);
    await engine.token(id);
    expect(events()).toHaveLength(1);
  });

  it('tells why a request failed', async () => {
    tenant.outcomes = [down];
    await expect(engine.token(id)).rejects.toBeInstanceOf(TokentrayError);
    expect(events()).toMatchObject([{ what: 'failed', error: { code: 'network.refused', data: { host: 'acme' } } }]);
  });

  it('tells that the keychain kept a request from being made', async () => {
    storage.vaultError = new TokentrayError('storage.keychain_locked');
    await expect(engine.token(id)).rejects.toBeInstanceOf(TokentrayError);
    expect(events()).toMatchObject([{ what: 'failed', error: { code: 'storage.keychain_locked' } }]);
  });

  it('has nothing of an answer that needed no request, because the profile has stopped', async () => {
    tenant.outcomes = [new TokentrayError('auth.refused', { data: { oauthError: 'invalid_client', status: 401 } })];
    await expect(engine.token(id)).rejects.toBeInstanceOf(TokentrayError);
    await expect(engine.token(id)).rejects.toBeInstanceOf(TokentrayError);
    expect(events()).toHaveLength(1);
  });

  it('tells of a token for another scope, and of that one being refused', async () => {
    await engine.token(id, { scope: 'read' });
    tenant.outcomes = [new TokentrayError('auth.refused', { data: { oauthError: 'invalid_scope', status: 400 } })];
    await expect(engine.token(id, { scope: 'write' })).rejects.toBeInstanceOf(TokentrayError);
    expect(events()).toMatchObject([
      { what: 'obtained', scope: 'read', expiresAtMs: startMs + 749_000 },
      { what: 'failed', error: { code: 'auth.refused', data: { askedScope: 'write' } } },
    ]);
  });

  it('is that of the profile whose token a linked one takes', async () => {
    const linked = await add({ name: 'nerm', system: 'nerm', auth: 'linked', tenant: 'acme', uses: 'acme' });
    await engine.token(linked);
    expect(storage.happened).toMatchObject([{ profileId: id }]);
  });

  it('tells of the token that an edit was tried with', async () => {
    const enrolment = createEnrolment({ clock, storage, obtain: tenant.obtain, complete: nothingToComplete });
    await enrolment.edit('acme', { secrets: { clientSecret: 'secret-CANARY-2' }, test: true });
    expect(events()).toEqual([{ what: 'obtained', expiresAtMs: startMs + 749_000 }]);
  });

  it('holds no token and no secret', async () => {
    tenant.outcomes = [{ token: 'token-CANARY', lifetimeMs: 749_000 }, down];
    await engine.token(id);
    await expect(engine.token(id, { force: true })).rejects.toBeInstanceOf(TokentrayError);
    expect(JSON.stringify(storage.happened)).not.toContain('CANARY');
  });
});
