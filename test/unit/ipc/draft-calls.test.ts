import { beforeEach, describe, expect, it } from 'vitest';
import { TokentrayError } from '../../../main/errors.ts';
import { draftCalls } from '../../../main/ipc/draft-calls.ts';
import { CallApplication, draftOf } from '../../fixtures/call-application.ts';

const secrets = { clientSecret: 'secret-CANARY-2' };

let application: CallApplication;
let calls: ReturnType<typeof draftCalls>;
/** Tenant and link of each page that was to be opened. */
let opened: [string | undefined, string][] = [];
beforeEach(() => {
  application = new CallApplication();
  opened = [];
  calls = draftCalls(application.ports, {
    openSystemLink: async ({ tenant }, link) => void opened.push([tenant, link]),
  });
});

async function issuesOf(draft: Parameters<(typeof calls)['profiles.validate']>[0]): Promise<readonly string[]> {
  const { issues } = await calls['profiles.validate'](draft);
  return issues.map(({ path }) => path);
}

const pagesOf = async (draft: Record<string, unknown>) => (await calls['profiles.validate']({ draft })).pages;
const isc = { system: 'isc', auth: 'client_credentials' };

describe('the pages of a draft', () => {
  it('are known as soon as the tenant is, whatever else is missing or wrong', async () => {
    await expect(pagesOf({ ...isc, tenant: 'acme', name: 'Not A Name', tags: 7 })).resolves.toContainEqual({
      link: 'credentials',
      host: 'acme.identitynow.com',
    });
  });

  it.each([
    ['is missing', {}],
    ['cannot be', { tenant: 'not a host' }],
    ['is none', { tenant: 7 }],
  ])('are none while the tenant %s', async (_what, tenant) => {
    await expect(pagesOf({ ...isc, ...tenant })).resolves.toEqual([]);
  });

  it('are none while no system is chosen', async () => {
    await expect(pagesOf({ tenant: 'acme' })).resolves.toEqual([]);
  });

  it('of a vanity address are the one that tells which tenant it is', async () => {
    await expect(pagesOf({ ...isc, tenant: 'iga.acme.com' })).resolves.toEqual([
      { link: 'session', host: 'iga.acme.com' },
    ]);
  });

  it('are opened for the tenant that was typed', async () => {
    await calls['profiles.openDraftLink']({ draft: { ...isc, tenant: 'acme' }, link: 'credentials' });
    expect(opened).toEqual([['acme', 'credentials']]);
  });

  it('are not opened while it is not known whose they are', async () => {
    await expect(
      calls['profiles.openDraftLink']({ draft: { system: 'isc', tenant: 7 }, link: 'credentials' }),
    ).rejects.toMatchObject({ code: 'config.profile_invalid' });
    expect(opened).toEqual([]);
  });
});

describe('what is wrong with a draft', () => {
  it('is nothing when it can be saved', async () => {
    await expect(issuesOf({ draft: draftOf('acme'), secrets })).resolves.toEqual([]);
  });

  it('is told field by field', async () => {
    const draft = { ...draftOf('Acme'), tenent: 'acme' };
    await expect(issuesOf({ draft, secrets })).resolves.toEqual(['name', 'tenent']);
  });

  it('is told all at once, although the checks of a system need a profile of the right shape', async () => {
    const draft = { system: 'isc', auth: 'client_credentials', clientId: 'id-1' };
    await expect(issuesOf({ draft })).resolves.toEqual(['name', 'tenant', 'secrets.clientSecret']);
  });

  it('is told of a member once', async () => {
    await expect(issuesOf({ draft: draftOf('acme', { tenant: ' acme' }), secrets })).resolves.toEqual(['tenant']);
  });

  it('is not guessed while the system is not known', async () => {
    await expect(issuesOf({ draft: { name: 'acme', system: 'ics' } })).resolves.toEqual(['system', 'auth']);
  });

  it('is a secret that is needed and neither typed nor stored', async () => {
    await expect(issuesOf({ draft: draftOf('acme') })).resolves.toEqual(['secrets.clientSecret']);
    await expect(issuesOf({ draft: draftOf('acme'), secrets: {} })).resolves.toEqual(['secrets.clientSecret']);
  });

  it.each([
    ['an encrypted key', 'e30.CANARY.CANARY.CANARY.CANARY', /encrypted/],
    ['a part of one', '{"kty":"RSA","d":"CANARY', /not JSON/],
    ['one of another kind', { kty: 'EC', d: 'CANARY' }, /elliptic-curve/],
    ['a public one', { kty: 'RSA', n: 'AQAB' }, /public key/],
  ])('is %s, also while nothing else is entered', async (_what, privateKeyJwk, words) => {
    const draft = { system: 'aic', auth: 'jwt_bearer' };
    const { issues } = await calls['profiles.validate']({ draft, secrets: { privateKeyJwk } });
    const found = issues.filter(({ path }) => path === 'secrets.privateKeyJwk');
    expect(found).toHaveLength(1);
    expect(found[0]?.message).toMatch(words);
    expect(JSON.stringify(issues)).not.toContain('CANARY');
  });

  it('is a link to nobody', async () => {
    const draft = { name: 'nerm', system: 'nerm', auth: 'linked', tenant: 'acme', uses: 'nobody' };
    await expect(issuesOf({ draft })).resolves.toEqual(['uses']);
  });

  it('is not a secret that is stored', async () => {
    const id = await application.add();
    await expect(issuesOf({ id, draft: draftOf('acme') })).resolves.toEqual([]);
  });

  it('is not a secret that is stored, while the vault is locked', async () => {
    const id = await application.add();
    application.storage.vaultError = new TokentrayError('storage.keychain_locked');
    await expect(issuesOf({ id, draft: draftOf('acme') })).resolves.toEqual([]);
  });

  it('is a stored secret that would go to another host', async () => {
    const id = await application.add();
    const { issues } = await calls['profiles.validate']({ id, draft: draftOf('acme', { tenant: 'globex' }) });
    expect(issues).toEqual([
      { path: 'secrets.clientSecret', message: expect.stringContaining('acme.api.identitynow.com') },
    ]);
  });

  it('is a secret that the profile has no use for', async () => {
    const draft = { draft: draftOf('acme'), secrets: { ...secrets, apiKey: 'CANARY' } };
    await expect(issuesOf(draft)).resolves.toEqual(['secrets.apiKey']);
  });

  it('is the shape of a secret, even where the profile is not right yet', async () => {
    await expect(issuesOf({ draft: {}, secrets: { clientSecret: ' ' } })).resolves.toContain('secrets.clientSecret');
  });

  it('is the name of another profile, and not its own', async () => {
    const id = await application.add('acme');
    await application.add('globex');
    await expect(issuesOf({ draft: draftOf('acme'), secrets })).resolves.toEqual(['name']);
    await expect(issuesOf({ id, draft: draftOf('globex') })).resolves.toEqual(['name']);
    await expect(issuesOf({ id, draft: draftOf('acme') })).resolves.toEqual([]);
  });

  it('is the name of a damaged profile', async () => {
    application.storage.damagedIds.add(await application.add('acme'));
    await expect(issuesOf({ draft: draftOf('acme'), secrets })).resolves.toEqual(['name']);
  });

  it('is found without a request', async () => {
    await issuesOf({ draft: draftOf('acme'), secrets });
    expect(application.tenant.requests).toEqual([]);
  });
});

describe('a test of a draft', () => {
  it('tells until when its token would be valid, and for whom', async () => {
    application.tenant.outcomes = [{ lifetimeMs: 749_000, identity: { user: 'jane', org: 'acme' } }];
    await expect(calls['profiles.test']({ draft: draftOf('acme'), secrets })).resolves.toEqual({
      expiresAtMs: application.clock.now() + 749_000,
      identity: { user: 'jane', org: 'acme' },
      scope: null,
      warnings: [],
    });
  });

  it('warns of a token for somebody else', async () => {
    application.tenant.outcomes = [{ lifetimeMs: 749_000, identity: { user: 'john', org: 'acme' } }];
    const { warnings } = await calls['profiles.test']({ draft: draftOf('acme', { expectUser: 'jane' }), secrets });
    expect(warnings.join()).toMatch(/john/);
  });

  it('sends nothing when the stored secret belongs to another host', async () => {
    const id = await application.add();
    await expect(calls['profiles.test']({ id, draft: draftOf('acme', { tenant: 'globex' }) })).rejects.toMatchObject({
      code: 'config.profile_invalid',
    });
    expect(application.tenant.requests).toEqual([]);
  });
});

describe('saving a draft', () => {
  it('adds a profile, and tells its id', async () => {
    const { id } = await calls['profiles.save']({ draft: draftOf('acme'), secrets });
    expect(application.storage.profiles.get(id)?.profile.name).toBe('acme');
    expect(await application.storage.profiles.secrets(id)).toMatchObject({ values: secrets });
  });

  it('warns of no sign-in that is to come, which the page of the profile offers', async () => {
    const draft = draftOf('acme', { auth: 'authorization_code', redirectUri: 'http://localhost:8080/code' });
    await expect(calls['profiles.save']({ draft, secrets })).resolves.toMatchObject({ warnings: [] });
  });

  it('warns of a secret that travels in the URL', async () => {
    const { warnings } = await calls['profiles.save']({
      draft: draftOf('acme', { request: { body: 'query' } }),
      secrets,
    });
    expect(warnings).toHaveLength(1);
  });

  it('sends nothing for a new profile', async () => {
    await calls['profiles.save']({ draft: draftOf('acme'), secrets });
    expect(application.tenant.requests).toEqual([]);
  });

  it('stores nothing when something is wrong', async () => {
    await expect(calls['profiles.save']({ draft: draftOf('acme') })).rejects.toMatchObject({
      code: 'config.profile_invalid',
      data: { issues: [{ path: 'secrets.clientSecret' }] },
    });
    expect(application.storage.profiles.list()).toEqual([]);
  });

  it('renames a profile that is edited', async () => {
    const id = await application.add('acme');
    await expect(calls['profiles.save']({ id, draft: draftOf('acme-prod') })).resolves.toMatchObject({ id });
    expect(application.storage.profiles.get(id)?.profile.name).toBe('acme-prod');
  });

  it('keeps what is stored when the server refuses the edit', async () => {
    const id = await application.add();
    application.tenant.outcomes = [new TokentrayError('auth.refused')];
    await expect(calls['profiles.save']({ id, draft: draftOf('acme', { clientId: 'id-2' }) })).rejects.toMatchObject({
      code: 'auth.refused',
    });
    expect(application.storage.profiles.get(id)?.profile.clientId).toBe('id-1');
  });

  it('stores an edit without asking the server when that is wanted', async () => {
    const id = await application.add();
    await calls['profiles.save']({ id, draft: draftOf('acme', { clientId: 'id-2' }), untested: true });
    expect(application.storage.profiles.get(id)?.profile.clientId).toBe('id-2');
    expect(application.tenant.requests).toEqual([]);
  });

  it('of a profile that is gone fails', async () => {
    await expect(calls['profiles.save']({ id: 'nobody', draft: draftOf('acme'), secrets })).rejects.toMatchObject({
      code: 'config.profile_not_found',
    });
  });
});
