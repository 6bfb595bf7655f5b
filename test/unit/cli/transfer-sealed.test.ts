import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { exampleProfile, FakeCli } from './fake-session.ts';
import { useFiles } from './use-files.ts';

const secret = 'CANARY-secret';
const passphrase = 'four words of CANARY';

const files = useFiles();
let cli: FakeCli;
let target: string;

beforeEach(() => {
  cli = new FakeCli();
  target = files.absent();
});

/** An export with its secret, on another machine. */
async function exported(): Promise<string> {
  const other = new FakeCli();
  await other.addProfile({}, secret);
  other.environment = { TOKENTRAY_EXPORT_PASSPHRASE: passphrase };
  expect((await other.run(['export', '--with-secrets', '--out', target])).code).toBe(0);
  return target;
}

const storedSecret = async () => {
  const stored = cli.storage.profiles.find(exampleProfile.name);
  return cli.storage.profiles.secrets(stored?.id ?? '');
};

describe('an export with secrets', () => {
  it('asks twice for the passphrase, and prints nothing of it', async () => {
    await cli.addProfile({}, secret);
    const { code, out, err } = await cli.run(['export', '--with-secrets', '--out', target], {
      answers: [passphrase, passphrase],
    });
    expect(code).toBe(0);
    expect(out).toBe('');
    expect(out + err + readFileSync(target, 'utf8')).not.toContain('CANARY');
    expect(statSync(target).mode & 0o077).toBe(0);
  });

  it('is not made where the two differ, or the passphrase is weak', async () => {
    await cli.addProfile({}, secret);
    for (const answers of [
      [passphrase, 'something else'],
      ['short', 'short'],
    ]) {
      expect((await cli.run(['export', '--with-secrets', '--out', target], { answers })).code).toBe(2);
    }
    expect(existsSync(target)).toBe(false);
  });

  it('is not shown on a terminal', async () => {
    await cli.addProfile({}, secret);
    cli.environment = { TOKENTRAY_EXPORT_PASSPHRASE: passphrase };
    const { code, out } = await cli.run(['export', '--with-secrets'], { isOnScreen: true });
    expect(code).toBe(2);
    expect(out).toBe('');
  });

  it('replaces no file that is there without being told to', async () => {
    await cli.addProfile({}, secret);
    writeFileSync(target, 'kept');
    expect((await cli.run(['export', '--out', target])).code).toBe(2);
    expect((await cli.run(['export', '--out', target], { answers: ['n'] })).code).toBe(2);
    expect(readFileSync(target, 'utf8')).toBe('kept');
    expect((await cli.run(['export', '--out', target], { answers: ['y'] })).code).toBe(0);
    expect((await cli.run(['export', '--out', target, '--force'])).code).toBe(0);
    expect(readFileSync(target, 'utf8')).toContain(exampleProfile.name);
  });
});

describe('importing it', () => {
  it('asks for the passphrase and brings the secrets along', async () => {
    const { code, out, err } = await cli.run(['import', await exported()], { answers: [passphrase] });
    expect(code).toBe(0);
    expect(out + err).not.toContain('CANARY');
    expect(await storedSecret()).toMatchObject({ values: { clientSecret: secret } });
  });

  it('stays closed for another passphrase', async () => {
    cli.environment = { TOKENTRAY_EXPORT_PASSPHRASE: 'five words of another' };
    const { code, err } = await cli.run(['import', await exported()]);
    expect(code).toBe(2);
    expect(err).toContain(target);
    expect(cli.storage.profiles.list()).toEqual([]);
  });

  it('is refused where nobody can be asked', async () => {
    expect((await cli.run(['import', await exported()])).code).toBe(2);
  });
});

describe('names that are taken', () => {
  beforeEach(async () => {
    await cli.addProfile({}, 'CANARY-old');
    cli.environment = { TOKENTRAY_EXPORT_PASSPHRASE: passphrase };
  });
  const names = () => cli.storage.profiles.list().map(({ profile }) => profile.name);

  it('keep everything out by default', async () => {
    expect((await cli.run(['import', await exported()])).code).toBe(2);
    expect(await storedSecret()).toMatchObject({ values: { clientSecret: 'CANARY-old' } });
  });

  it('come with the option that decides on them, and with the name that was asked for', async () => {
    const account = {
      clientId: 'nf-client',
      password: 'CANARY-nf',
      authenticationUrl: 'https://netfoundry-production.auth0.com/oauth/token',
    };
    const { err } = await cli.run(['import', files.write(account), '--name', 'acme', '--json']);
    expect(JSON.parse(err)).toMatchObject({
      error: {
        code: 'config.profile_exists',
        what: expect.stringContaining('"acme"'),
        next: expect.stringContaining('--on-conflict skip|rename|replace'),
      },
    });
  });

  it('are left as they are with skip', async () => {
    const { code, out } = await cli.run(['import', await exported(), '--on-conflict', 'skip', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({ imported: [], needSecrets: [], skipped: ['acme'] });
  });

  it('stand beside the new ones with rename', async () => {
    expect((await cli.run(['import', await exported(), '--on-conflict', 'rename'])).code).toBe(0);
    expect(names()).toEqual(['acme', 'acme-2']);
  });

  it('give way with replace', async () => {
    expect((await cli.run(['import', await exported(), '--on-conflict', 'replace'])).code).toBe(0);
    expect(names()).toEqual(['acme']);
    expect(await storedSecret()).toMatchObject({ values: { clientSecret: secret } });
  });
});

describe('files of other tools', () => {
  const configuration = 'environments:\n  acme:\n    tenanturl: https://acme.identitynow.com\n';

  it('are shown and not stored in a dry run', async () => {
    const { code, out } = await cli.run(['import', files.write(configuration), '--dry-run', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ source: 'SailPoint CLI configuration', profiles: [{ name: 'acme' }] });
    expect(cli.storage.profiles.list()).toEqual([]);
  });

  it('ask on a terminal for what they leave open', async () => {
    const { code, out } = await cli.run(['import', files.write(configuration)], { answers: ['id-1'] });
    expect(code).toBe(0);
    expect(cli.storage.profiles.find('acme')?.profile).toMatchObject({ tenant: 'acme', clientId: 'id-1' });
    expect(out).toContain('tokentray edit acme --secrets -');
  });

  it('say elsewhere what is missing, and store nothing', async () => {
    const { code, err } = await cli.run(['import', files.write(configuration), '--json']);
    expect(code).toBe(2);
    expect(JSON.parse(err)).toMatchObject({ error: { issues: [{ path: 'clientId' }] } });
  });

  it('may be a curl command', async () => {
    const command = `curl https://acme.api.identitynow.com/oauth/token -d grant_type=client_credentials -d client_id=id-1 -d client_secret=${secret}`;
    const { code, out, err } = await cli.run(['import', '-'], { input: command });
    expect(code).toBe(0);
    expect(out + err).not.toContain('CANARY');
    expect(await storedSecret()).toMatchObject({ values: { clientSecret: secret } });
  });
});
