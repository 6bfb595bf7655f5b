import { beforeEach, describe, expect, it } from 'vitest';
import { FakeCli } from './fake-session.ts';

const secret = 'CANARY-secret';

let cli: FakeCli;

beforeEach(() => {
  cli = new FakeCli();
});

describe('completion', () => {
  async function complete(...words: string[]): Promise<readonly string[]> {
    const { out } = await cli.run(['complete', '--', ...words]);
    return out.split('\n').map((line) => line.split('\t')[0] ?? '');
  }

  beforeEach(() => cli.addProfile({}, secret));

  it.each(['bash', 'zsh', 'fish', 'powershell'])('has a script for %s', async (shell) => {
    const { code, out } = await cli.run(['completion', shell]);
    expect(code).toBe(0);
    expect(out).toContain('tokentray complete');
  });

  it.each(['tcsh', 'ksh'])('lists the shells there are for %s, and guesses none', async (shell) => {
    const { code, err } = await cli.run(['completion', shell]);
    expect(code).toBe(2);
    expect(err).toContain('bash, zsh, fish, powershell');
    expect(err).not.toContain('Did you mean');
  });

  it('evaluates nothing in bash, and leaves no line behind that once did', async () => {
    const { out } = await cli.run(['completion', 'bash']);
    expect(out).not.toMatch(/eval|requestComp/);
  });

  it('offers commands', async () => {
    expect(await complete('to')).toContain('token');
  });

  it('offers the names of profiles', async () => {
    expect(await complete('token', '')).toContain('acme');
    expect(await complete('rename', '')).toContain('acme');
  });

  it('offers profiles to look over, and levels of the log', async () => {
    expect(await complete('doctor', '')).toContain('acme');
    expect(await complete('logs', '--level', '')).toEqual(expect.arrayContaining(['error', 'warn', 'info', 'debug']));
  });

  it('offers options and their choices', async () => {
    expect(await complete('token', '--f')).toContain('--force');
    expect(await complete('token', 'acme', '--as', '')).toEqual(
      expect.arrayContaining(['raw', 'header', 'curl', 'env']),
    );
  });

  it('offers settings and their values', async () => {
    expect(await complete('settings', 'get', '')).toEqual(expect.arrayContaining(['proxy', 'caFile', 'keychain']));
    expect(await complete('settings', 'set', 'keychain', '')).toContain('passphrase');
  });

  it('leaves files to the shell', async () => {
    expect(await complete('add', '--file', '')).toEqual([':0', '']);
    expect(await complete('import', '')).toEqual([':0', '']);
  });

  it('offers nothing that is not there to be used', async () => {
    expect([...(await complete('')), ...(await complete('help', ''))]).not.toContain('complete');
  });
});
