import { beforeEach, describe, expect, it } from 'vitest';
import { exampleProfile, FakeCli } from './fake-session.ts';
import { useFiles } from './use-files.ts';

const secret = 'CANARY-secret';

const files = useFiles();
let cli: FakeCli;

beforeEach(() => {
  cli = new FakeCli();
});

describe('export and import', () => {
  it('carry profiles without secrets', async () => {
    await cli.addProfile({}, secret);
    await cli.addProfile({ name: 'open', request: { clientAuth: 'none' } });
    const { out: exported } = await cli.run(['export']);
    expect(exported).not.toContain('CANARY');
    const other = new FakeCli();
    const { code, out } = await other.run(['import', '-', '--json'], { input: exported });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({ imported: ['acme', 'open'], needSecrets: ['acme'] });
    await expect(other.run(['export'])).resolves.toMatchObject({ out: exported });
  });

  it('store all or nothing, and say where each issue is', async () => {
    const profiles = [exampleProfile, { ...exampleProfile, name: 'Bad Name' }, exampleProfile];
    const { code, err } = await cli.run(['import', files.write({ version: 1, profiles }), '--json']);
    expect(code).toBe(2);
    const { error } = JSON.parse(err) as { error: { issues: { path: string }[] } };
    expect(error.issues.map(({ path }) => path)).toEqual(['profiles.1.name', 'profiles.2.name']);
    expect(cli.storage.profiles.list()).toEqual([]);
  });

  it('store nothing when one name is taken', async () => {
    await cli.addProfile({ name: 'taken' }, secret);
    const profiles = [exampleProfile, { ...exampleProfile, name: 'taken' }];
    await expect(cli.run(['import', files.write({ profiles })])).resolves.toMatchObject({ code: 2 });
    expect(cli.storage.profiles.list()).toHaveLength(1);
  });
});
