import { beforeEach, describe, expect, it } from 'vitest';
import { TokentrayError } from '../../../main/errors.ts';
import { createAppliedImports } from '../../../main/ipc/applied-imports.ts';
import { importCalls } from '../../../main/ipc/import-calls.ts';
import { createOpenImports } from '../../../main/ipc/open-imports.ts';
import type { CallsOf } from '../../../main/ipc/answer.ts';
import { sealExport } from '../../../main/transfer/sealed-export.ts';
import { CallApplication, draftOf } from '../../fixtures/call-application.ts';

let application: CallApplication;
let calls: CallsOf<'imports'>;
beforeEach(() => {
  application = new CallApplication();
  calls = importCalls({
    ports: application.ports,
    desktop: { chooseFile: async () => null },
    imports: createOpenImports(application.clock),
    applied: createAppliedImports(application.clock),
  });
});

const netfoundry = {
  name: 'Acme NF',
  clientId: 'id-1',
  password: 'secret-CANARY-import',
  authenticationUrl: 'https://netfoundry-production.auth0.com/oauth/token',
};

const read = (value: unknown) => calls['imports.read']({ text: JSON.stringify(value) });

const names = () => application.storage.profiles.list().map(({ profile }) => profile.name);

/** The one item of an import after these choices. */
async function only(id: string, choice: { action: 'add' | 'replace' | 'skip'; name?: string; values?: object }) {
  const view = await calls['imports.preview']({ id, choices: [{ index: 0, ...choice } as never] });
  const [item] = view.items;
  if (item === undefined) throw new Error('nothing to import');
  return item;
}

describe('what would be created', () => {
  it('is shown with the kinds of its secrets, and stores nothing', async () => {
    const view = await read(netfoundry);
    expect(view).toMatchObject({
      source: 'NetFoundry credentials.json',
      items: [{ name: 'acme-nf', action: 'add', secrets: ['clientSecret'], missing: [], issues: [] }],
    });
    expect(view.items[0]?.place).toBe('netfoundry-production.auth0.com');
    expect(JSON.stringify(view)).not.toContain('CANARY');
    expect(names()).toEqual([]);
  });

  it('asks for what the document leaves open', async () => {
    const cli = 'environments:\n  acme:\n    tenanturl: https://acme.identitynow.com\n';
    const view = await calls['imports.read']({ text: cli });
    expect(view.items[0]?.fields.map(({ path }) => path)).toEqual(['clientId']);
    const filled = await only(view.id, { action: 'add', values: { clientId: 'id-1' } });
    expect(filled).toMatchObject({ issues: [], fields: [{ path: 'clientId' }], missing: ['clientSecret'] });
  });

  it('skips a name that is taken until somebody decides', async () => {
    await application.add('acme-nf');
    const view = await read(netfoundry);
    expect(view.items).toMatchObject([{ isTaken: true, action: 'skip', suggestedName: 'acme-nf-2' }]);
    expect((await only(view.id, { action: 'add' })).issues).toMatchObject([{ path: 'name' }]);
    expect((await only(view.id, { action: 'add', name: 'acme-nf-2' })).issues).toEqual([]);
  });

  it('of a part of a profile is nothing, and says where it belongs', async () => {
    const view = await read({ kty: 'RSA', d: 'CANARY' });
    expect(view.items).toEqual([]);
    expect(view.problems).toHaveLength(1);
  });

  it('of an unknown document is told to be none', async () => {
    await expect(read({ hello: 'CANARY' })).rejects.toMatchObject({ code: 'config.file_invalid' });
  });

  it('takes links among themselves, and lets them follow a new name', async () => {
    await application.add('acme');
    const linked = { name: 'acme-nerm', system: 'nerm', auth: 'linked', tenant: 'acme', uses: 'acme' };
    const view = await read([draftOf('acme'), linked]);
    const choices = [{ index: 0, action: 'add', name: 'acme-2' } as const];
    const renamed = await calls['imports.preview']({ id: view.id, choices });
    expect(renamed.items.map(({ issues }) => issues)).toEqual([[], []]);
    await calls['imports.apply']({ id: view.id, choices });
    expect(application.storage.profiles.find('acme-nerm')?.profile.uses).toBe('acme-2');
  });

  it('suggests no name that another one of the document has', async () => {
    await application.add('acme');
    const { items } = await read([draftOf('acme'), draftOf('acme-2')]);
    expect(items[0]?.suggestedName).toBe('acme-3');
  });

  it('refuses one name for two', async () => {
    const view = await read([draftOf('one'), draftOf('two')]);
    const same = await calls['imports.preview']({ id: view.id, choices: [{ index: 1, action: 'add', name: 'one' }] });
    expect(same.items.map(({ issues }) => issues.length)).toEqual([0, 1]);
  });
});

describe('applying', () => {
  it('stores the profile and its secret, bound to its host', async () => {
    const { id } = await read(netfoundry);
    const { results } = await calls['imports.apply']({ id, choices: [] });
    expect(results).toMatchObject([{ name: 'acme-nf', outcome: 'added', missing: [] }]);
    expect(await application.storage.profiles.secrets(results[0]?.id ?? '')).toEqual({
      values: { clientSecret: 'secret-CANARY-import' },
      origin: 'https://netfoundry-production.auth0.com',
    });
  });

  it('stores nothing where one of them is wrong', async () => {
    const { id } = await read([draftOf('right'), draftOf('wrong', { tenant: 'no host.' })]);
    await expect(calls['imports.apply']({ id, choices: [] })).rejects.toMatchObject({ code: 'config.profile_invalid' });
    expect(names()).toEqual([]);
  });

  it('replaces a definition, and leaves the stored secret where it is', async () => {
    const stored = await application.add('acme');
    const { id } = await read([draftOf('acme', { label: 'From the file' })]);
    const choices = [{ index: 0, action: 'replace' } as const];
    expect(await only(id, { action: 'replace' })).toMatchObject({ missing: [], issues: [] });
    const { results } = await calls['imports.apply']({ id, choices });
    expect(results).toMatchObject([{ id: stored, outcome: 'replaced' }]);
    expect(application.storage.profiles.get(stored)?.profile.label).toBe('From the file');
    expect(await application.storage.profiles.secrets(stored)).toMatchObject({
      values: { clientSecret: 'secret-CANARY-1' },
    });
  });

  it('a second time is refused: the import is over', async () => {
    const { id } = await read(netfoundry);
    await calls['imports.apply']({ id, choices: [] });
    await expect(async () => calls['imports.apply']({ id, choices: [] })).rejects.toMatchObject({
      code: 'internal.bad_request',
    });
  });

  it('of nothing is refused', async () => {
    const { id } = await read(netfoundry);
    const nothing = calls['imports.apply']({ id, choices: [{ index: 0, action: 'skip' }] });
    await expect(nothing).rejects.toMatchObject({ code: 'internal.bad_request' });
  });
});

describe('taking it back', () => {
  it('removes what was added and restores what was replaced', async () => {
    const stored = await application.add('acme');
    const { id } = await read([draftOf('acme', { label: 'Other' }), draftOf('new')]);
    await calls['imports.apply']({ id, choices: [{ index: 0, action: 'replace' }] });
    expect(await calls['imports.undo']({ id })).toEqual({ kept: [] });
    expect(names()).toEqual(['acme']);
    expect(application.storage.profiles.get(stored)?.profile.label).toBeUndefined();
  });

  it('that failed can be tried again', async () => {
    const { id } = await read(netfoundry);
    await calls['imports.apply']({ id, choices: [] });
    const { undoMany } = application.storage.profiles;
    application.storage.profiles.undoMany = async () => {
      throw new TokentrayError('storage.database_busy');
    };
    await expect(calls['imports.undo']({ id })).rejects.toMatchObject({ code: 'storage.database_busy' });
    application.storage.profiles.undoMany = undoMany;
    expect(await calls['imports.undo']({ id })).toEqual({ kept: [] });
    expect(names()).toEqual([]);
  });

  it('is too late after ten minutes', async () => {
    const { id } = await read(netfoundry);
    await calls['imports.apply']({ id, choices: [] });
    await application.clock.advance(11 * 60_000);
    await expect(calls['imports.undo']({ id })).rejects.toMatchObject({ code: 'config.profile_not_found' });
    expect(names()).toEqual(['acme-nf']);
  });
});

describe('an encrypted export', () => {
  const passphrase = 'four words of CANARY';
  const profile = {
    name: 'acme',
    system: 'isc',
    auth: 'client_credentials',
    tenant: 'acme',
    clientId: 'id-1',
  } as const;
  const seal = (origin: string) =>
    sealExport([{ profile, secrets: { clientSecret: 'secret-CANARY-sealed' }, origin }], passphrase, 2 ** 12);

  it('shows nothing before its passphrase is given, and all after it', async () => {
    const view = await calls['imports.read']({ text: await seal('https://acme.api.identitynow.com') });
    expect(view).toMatchObject({ isLocked: true, items: [] });
    const opened = await calls['imports.unlock']({ id: view.id, passphrase });
    expect(opened).toMatchObject({
      id: view.id,
      isLocked: false,
      items: [{ name: 'acme', secrets: ['clientSecret'] }],
    });
    expect(JSON.stringify(opened)).not.toContain('CANARY');
  });

  it('that was discarded while it was opened is not kept for nobody', async () => {
    const { id } = await calls['imports.read']({ text: await seal('https://acme.api.identitynow.com') });
    const opening = calls['imports.unlock']({ id, passphrase });
    await calls['imports.discard']({ id });
    await expect(opening).rejects.toMatchObject({ code: 'internal.bad_request' });
    await expect(async () => calls['imports.preview']({ id, choices: [] })).rejects.toMatchObject({
      code: 'internal.bad_request',
    });
  });

  it('stays closed for another passphrase, and can be tried again', async () => {
    const { id } = await calls['imports.read']({ text: await seal('https://acme.api.identitynow.com') });
    await expect(calls['imports.unlock']({ id, passphrase: 'something else' })).rejects.toMatchObject({
      code: 'config.export_locked',
    });
    await expect(calls['imports.unlock']({ id, passphrase })).resolves.toMatchObject({ isLocked: false });
  });

  it('sends no secret to another host than it says', async () => {
    const { id } = await calls['imports.read']({ text: await seal('https://evil.example.com') });
    const view = await calls['imports.unlock']({ id, passphrase });
    expect(view.items[0]?.issues).toMatchObject([{ path: '' }]);
    await expect(calls['imports.apply']({ id, choices: [] })).rejects.toMatchObject({ code: 'config.profile_invalid' });
    expect(names()).toEqual([]);
  });
});
