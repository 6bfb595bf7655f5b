import { beforeEach, describe, expect, it } from 'vitest';
import { exampleProfile, fakeAgent, FakeCli } from './fake-session.ts';
import { useFiles } from './use-files.ts';

const secret = 'CANARY-secret';
const deviceEndpoints = {
  token: 'https://id.example.com/token',
  deviceAuthorization: 'https://id.example.com/device_authorization',
};

const files = useFiles();
let cli: FakeCli;

beforeEach(() => {
  cli = new FakeCli();
});

describe('import of the credentials of a NetFoundry API account', () => {
  const account = {
    clientId: 'nf-client',
    password: secret,
    authenticationUrl: 'https://netfoundry-production.auth0.com/oauth/token',
  };

  it('stores the profile with its secret, and prints nothing of it', async () => {
    const { code, out, err } = await cli.run(['import', files.write(account), '--name', 'acme-nf']);
    expect(code).toBe(0);
    expect(out + err).not.toContain('CANARY');
    const stored = cli.storage.profiles.find('acme-nf');
    expect(stored?.profile).toMatchObject({ system: 'netfoundry', clientId: 'nf-client' });
    await expect(cli.storage.profiles.secrets(stored?.id ?? '')).resolves.toMatchObject({
      values: { clientSecret: secret },
    });
  });

  it('proposes a name, and reminds of the file', async () => {
    const { out, err } = await cli.run(['import', files.write(account)]);
    expect(out).toContain('Imported netfoundry with its secret');
    expect(err).toContain('delete it');
  });

  it('lets the running agent store it', async () => {
    const requests: unknown[] = [];
    cli.agent = fakeAgent({
      async addMany(request) {
        requests.push(request);
        return { names: ['netfoundry'] };
      },
    });
    await cli.run(['import', '-'], { input: JSON.stringify(account) });
    expect(requests).toEqual([
      {
        profiles: [{ profile: expect.objectContaining({ name: 'netfoundry' }), secrets: { clientSecret: secret } }],
      },
    ]);
    expect(cli.storage.profiles.list()).toEqual([]);
  });

  it('refuses a name that no profile may have, and stores nothing', async () => {
    expect((await cli.run(['import', files.write(account), '--name', 'Acme NF'])).code).toBe(2);
    expect(cli.storage.profiles.list()).toEqual([]);
  });
});

describe('export and import', () => {
  it('refuse a name for what has names', async () => {
    expect((await cli.run(['import', files.write(exampleProfile), '--name', 'other'])).code).toBe(2);
    expect(cli.storage.profiles.list()).toEqual([]);
  });

  it('refuse secrets in our own format, without repeating them', async () => {
    const { code, out, err } = await cli.run(['import', files.write({ ...exampleProfile, clientSecret: secret })]);
    expect(code).toBe(2);
    expect(out + err).not.toContain('CANARY');
    expect(cli.storage.profiles.list()).toEqual([]);
  });

  it('say which profiles somebody must sign in to', async () => {
    const profile = { ...exampleProfile, name: 'jane', auth: 'device_code', endpoints: deviceEndpoints };
    const { out } = await cli.run(['import', files.write(profile)]);
    expect(out).toContain('tokentray login jane\n');
  });

  it('say to which host a profile from elsewhere takes the token of another', async () => {
    await cli.addProfile({}, secret);
    const evil = {
      name: 'evil',
      system: 'oauth',
      auth: 'linked',
      uses: 'acme',
      endpoints: { api: 'https://evil.example' },
    };
    const { code, err } = await cli.run(['import', files.write(evil)]);
    expect(code).toBe(0);
    expect(err).toContain('evil sends the token of acme to evil.example.');
  });

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
