import { beforeEach, describe, expect, it } from 'vitest';
import { TokentrayError } from '../../../main/errors.ts';
import { createEngine } from '../../../main/tokens/create-engine.ts';
import { createEnrolment } from '../../../main/tokens/enrolment.ts';
import type { Enrolment } from '../../../main/tokens/enrolment.ts';
import { nothingToComplete } from '../../fixtures/nothing-to-complete.ts';
import { FakeClock, settle } from '../../fixtures/fake-clock.ts';
import { MemoryStorage } from '../../fixtures/memory-storage.ts';
import { TenantScript } from '../../fixtures/tenant-script.ts';

const profile = { name: 'acme', system: 'isc', auth: 'client_credentials', tenant: 'acme', clientId: 'id' } as const;
const secrets = { clientSecret: 'secret-CANARY-1' };

let clock: FakeClock;
let storage: MemoryStorage;
let tenant: TenantScript;
let enrolment: Enrolment;

beforeEach(async () => {
  clock = new FakeClock();
  storage = new MemoryStorage(clock);
  tenant = new TenantScript(clock);
  enrolment = createEnrolment({ clock, storage, obtain: tenant.obtain, complete: nothingToComplete });
  await enrolment.add(profile, secrets);
});

const id = () => storage.profiles.find('acme')?.id ?? '';
const newSecrets = { secrets: { clientSecret: 'secret-CANARY-2' }, test: true };

describe('the test request of an edit', () => {
  it('waits until the request that somebody else has under way is answered', async () => {
    const engine = createEngine({ clock, storage, obtain: tenant.obtain, random: () => 0.5 });
    tenant.hold();
    const asked = engine.token(id());
    await settle();
    const edited = enrolment.edit('acme', newSecrets);
    await clock.advance(1_000);
    expect(tenant.requests).toHaveLength(1);
    tenant.release();
    await clock.advance(1_000);
    await Promise.all([asked, edited]);
    expect(tenant.requests).toHaveLength(2);
    expect(tenant.mostInFlight).toBe(1);
  });

  it('lets those who ask meanwhile wait, and share its token', async () => {
    const engine = createEngine({ clock, storage, obtain: tenant.obtain, random: () => 0.5 });
    tenant.hold();
    const edited = enrolment.edit('acme', newSecrets);
    await settle();
    const asked = engine.token(id());
    await clock.advance(1_000);
    tenant.release();
    await clock.advance(1_000);
    await edited;
    expect((await asked).token.accessToken).toBe('token-1');
    expect(tenant.requests).toHaveLength(1);
  });

  it('is not sent when another edit came first', async () => {
    tenant.hold();
    const first = enrolment.edit('acme', newSecrets);
    const second = enrolment.edit('acme', newSecrets).catch((error: unknown) => error);
    await clock.advance(1_000);
    tenant.release();
    await clock.advance(1_000);
    await first;
    expect(await second).toMatchObject({ code: 'storage.database_busy' });
    expect(tenant.requests).toHaveLength(1);
  });

  it.each([
    ['stored', [{ lifetimeMs: 749_000 }]],
    ['refused', [new TokentrayError('auth.refused', { data: { oauthError: 'invalid_client' } })]],
  ])('leaves nobody waiting once its outcome is %s', async (_case, outcomes) => {
    tenant.outcomes = outcomes;
    await enrolment.edit('acme', newSecrets).catch(() => undefined);
    expect(storage.leaseRows.size).toBe(0);
  });

  it('warns of a token that is for nobody, or for another than the profile expects', async () => {
    tenant.outcomes = [{ lifetimeMs: 749_000, identity: { org: 'acme' } }];
    expect((await enrolment.edit('acme', newSecrets)).warnings).toHaveLength(1);
    tenant.outcomes = [{ lifetimeMs: 749_000, identity: { user: 'joe', org: 'acme' } }];
    const edited = { ...profile, clientId: 'other', expectUser: 'jane.admin' };
    expect((await enrolment.edit('acme', { ...newSecrets, profile: edited })).warnings).toHaveLength(1);
    expect(
      (await enrolment.edit('acme', { ...newSecrets, profile: { ...edited, expectUser: 'joe' } })).warnings,
    ).toEqual([]);
  });

  it('fails with a token that had expired on arrival, and changes nothing', async () => {
    tenant.outcomes = [{ lifetimeMs: 0 }];
    await expect(enrolment.edit('acme', newSecrets)).rejects.toMatchObject({ code: 'network.token_expired' });
    expect((await storage.profiles.secrets(id()))?.values).toEqual(secrets);
    expect(storage.tokens.facts(id())).toBeUndefined();
  });
});

describe('an edit that changes nothing of the request', () => {
  it('does not wait for anybody', async () => {
    storage.leaseRows.set(id(), {
      ownerPid: 4_242,
      ownerStarted: null,
      nonce: 'theirs',
      untilMs: clock.now() + 45_000,
    });
    await enrolment.edit('acme', { profile: { ...profile, label: 'Acme' }, test: true });
    expect(storage.profiles.find('acme')?.profile.label).toBe('Acme');
    expect(tenant.requests).toHaveLength(0);
  });
});

describe('what the server tells of itself', () => {
  const signIn = {
    name: 'acme-api',
    system: 'oauth',
    auth: 'authorization_code',
    issuer: 'https://id.example.com',
    clientId: 'id',
  } as const;
  const found = { token: 'https://id.example.com/token', authorize: 'https://id.example.com/authorize' };

  const discovering = () =>
    createEnrolment({
      clock,
      storage,
      obtain: tenant.obtain,
      complete: async (given) => ({ profile: { ...given, endpoints: found }, notes: ['The server was asked.'] }),
    });

  it('is stored with a new profile, and noted', async () => {
    const { warnings } = await discovering().add(signIn);
    expect(storage.profiles.find('acme-api')?.profile.endpoints).toStrictEqual(found);
    expect(warnings).toContain('The server was asked.');
  });

  it('is stored with a changed profile, and noted', async () => {
    await enrolment.add({ ...signIn, endpoints: found });
    const { warnings } = await discovering().edit('acme-api', { profile: signIn, test: false });
    expect(storage.profiles.find('acme-api')?.profile.endpoints).toStrictEqual(found);
    expect(warnings).toContain('The server was asked.');
  });

  it('decides where a trial sends its request', async () => {
    const trial = { ...signIn, auth: 'client_credentials' };
    await discovering().test({ profile: trial, secrets });
    expect(tenant.requests).toHaveLength(1);
  });

  it('that cannot be had stores nothing', async () => {
    const complete = () => Promise.reject(new TokentrayError('config.discovery_failed'));
    const failing = createEnrolment({ clock, storage, obtain: tenant.obtain, complete });
    await expect(failing.add(signIn)).rejects.toMatchObject({ code: 'config.discovery_failed' });
    expect(storage.profiles.find('acme-api')).toBeUndefined();
  });
});
