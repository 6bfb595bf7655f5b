import { beforeEach, describe, expect, it } from 'vitest';
import { TokentrayError } from '../../../main/errors.ts';
import { CallApplication, draftOf } from '../../fixtures/call-application.ts';
import { settle } from '../../fixtures/fake-clock.ts';

const secrets = { clientSecret: 'secret-CANARY-2' };

let application: CallApplication;
beforeEach(() => {
  application = new CallApplication();
});

describe('a trial', () => {
  it('asks once, hands the token over, and stores nothing', async () => {
    const { enrolment, storage, tenant } = application;
    await expect(enrolment.test({ profile: draftOf('acme'), secrets })).resolves.toMatchObject({
      accessToken: 'token-1',
    });
    expect(tenant.requests).toHaveLength(1);
    expect(storage.profiles.list()).toEqual([]);
  });

  it('of an edit leaves the stored profile, secrets and token as they are', async () => {
    const { enrolment, engine, storage } = application;
    const id = await application.add();
    await engine.token(id);
    const before = [storage.profiles.get(id), await storage.profiles.secrets(id), await storage.tokens.read(id)];
    await enrolment.test({ profile: draftOf('acme', { clientId: 'id-2' }), secrets, id });
    expect([storage.profiles.get(id), await storage.profiles.secrets(id), await storage.tokens.read(id)]).toEqual(
      before,
    );
  });

  it('waits while somebody else asks for a token of the same profile', async () => {
    const { enrolment, engine, tenant, clock } = application;
    const id = await application.add();
    tenant.hold();
    const asked = engine.token(id);
    await settle();
    const tried = enrolment.test({ profile: draftOf('acme'), id });
    await clock.advance(1_000);
    expect(tenant.requests).toHaveLength(1);
    tenant.release();
    await clock.advance(1_000);
    await Promise.all([asked, tried]);
    expect(tenant.mostInFlight).toBe(1);
  });

  it('frees the profile again when it fails', async () => {
    const { enrolment, engine, tenant } = application;
    const id = await application.add();
    tenant.outcomes = [new TokentrayError('auth.refused'), { lifetimeMs: 749_000 }];
    await expect(enrolment.test({ profile: draftOf('acme'), id })).rejects.toMatchObject({ code: 'auth.refused' });
    await expect(engine.token(id)).resolves.toMatchObject({ belowMinimum: false });
  });

  it('of a token that is dead on arrival fails', async () => {
    application.tenant.outcomes = [{ lifetimeMs: 0 }];
    await expect(application.enrolment.test({ profile: draftOf('acme'), secrets })).rejects.toMatchObject({
      code: 'network.token_expired',
    });
  });

  it.each([
    ['a profile that is not valid', { profile: { name: 'acme' }, secrets }, 'config.profile_invalid'],
    [
      'a secret of the wrong kind',
      { profile: draftOf('acme'), secrets: { apiKey: 'CANARY' } },
      'config.secrets_invalid',
    ],
  ])('of %s sends nothing', async (_case, trial, code) => {
    await expect(application.enrolment.test(trial)).rejects.toMatchObject({ code });
    expect(application.tenant.requests).toEqual([]);
  });
});

describe('an edit that may rename', () => {
  it('gives another name, and keeps id, secrets and token', async () => {
    const { enrolment, engine, storage } = application;
    const id = await application.add();
    await engine.token(id);
    await expect(
      enrolment.edit('acme', { profile: draftOf('acme-prod'), test: true, mayRename: true }),
    ).resolves.toMatchObject({ name: 'acme-prod' });
    expect(storage.profiles.get(id)?.profile.name).toBe('acme-prod');
    expect(await storage.tokens.read(id)).toMatchObject({ accessToken: 'token-1' });
  });

  it('does not take the name of another profile', async () => {
    await application.add('acme');
    await application.add('globex');
    await expect(
      application.enrolment.edit('acme', { profile: draftOf('globex'), test: true, mayRename: true }),
    ).rejects.toMatchObject({ code: 'config.profile_exists' });
  });
});

describe('the engine', () => {
  it('tries at once, when the network is back, what failed for lack of it', async () => {
    const { engine, tenant, clock } = application;
    await application.add();
    tenant.outcomes = [new TokentrayError('network.unreachable'), { lifetimeMs: 749_000 }];
    engine.start();
    await clock.advance(1_000);
    expect(tenant.requests).toHaveLength(1);
    engine.networkReturned();
    await settle();
    expect(tenant.requests).toHaveLength(2);
    await engine.stop();
  });

  it('leaves alone, when the network is back, what a person has to mend', async () => {
    const { engine, tenant, clock } = application;
    await application.add();
    tenant.outcomes = [new TokentrayError('auth.refused')];
    engine.start();
    await clock.advance(1_000);
    engine.networkReturned();
    await clock.advance(1_000);
    expect(tenant.requests).toHaveLength(1);
    await engine.stop();
  });

  it('makes no pause once the vault was opened', async () => {
    const { engine, storage, tenant, clock } = application;
    await application.add();
    storage.vaultError = new TokentrayError('storage.passphrase_needed');
    engine.start();
    await clock.advance(60_000);
    expect(tenant.requests).toEqual([]);
    storage.vaultError = undefined;
    engine.reconcile();
    await clock.advance(1);
    expect(tenant.requests).toHaveLength(1);
    await engine.stop();
  });
});
