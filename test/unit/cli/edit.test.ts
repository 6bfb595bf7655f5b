import { beforeEach, describe, expect, it } from 'vitest';
import { TokentrayError } from '../../../main/errors.ts';
import { exampleProfile, fakeAgent, FakeCli } from './fake-session.ts';
import { useFiles } from './use-files.ts';

const secret = 'CANARY-secret';

const files = useFiles();
let cli: FakeCli;

beforeEach(() => {
  cli = new FakeCli();
});

describe('edit', () => {
  beforeEach(() => cli.addProfile({}, 'CANARY-old'));

  it('tests new secrets with a request before it stores them', async () => {
    const { code } = await cli.run(['edit', 'acme', '--secrets', '-'], {
      input: JSON.stringify({ clientSecret: secret }),
    });
    expect(code).toBe(0);
    expect(cli.seenSecrets).toEqual([secret]);
    await expect(cli.run(['token', 'acme'])).resolves.toMatchObject({ out: 'token-1\n' });
  });

  it('keeps the old secrets when the server refuses the new ones', async () => {
    cli.refusal = new TokentrayError('auth.refused');
    const argv = ['edit', 'acme', '--secrets', '-'];
    await expect(cli.run(argv, { input: JSON.stringify({ clientSecret: secret }) })).resolves.toMatchObject({
      code: 5,
    });
    cli.refusal = undefined;
    await cli.run(['token', 'acme']);
    expect(cli.seenSecrets.at(-1)).toBe('CANARY-old');
  });

  it.each([
    ['the server refuses', new TokentrayError('auth.refused')],
    ['the server cannot be reached', new TokentrayError('network.dns')],
  ])('says that nothing was changed when %s', async (_case, refusal) => {
    cli.refusal = refusal;
    const input = JSON.stringify({ clientSecret: secret });
    const { err } = await cli.run(['edit', 'acme', '--secrets', '-'], { input });
    expect(err).toContain('Nothing was changed');
    const { err: json } = await cli.run(['edit', 'acme', '--secrets', '-', '--json'], { input });
    expect(JSON.parse(json)).toMatchObject({ error: { code: refusal.code, what: expect.stringContaining('Nothing') } });
  });

  it('does not claim to know what became of it when the agent went away', async () => {
    cli.agent = fakeAgent();
    const { code, err } = await cli.run(['edit', 'acme', '--secrets', '-'], { input: '{"clientSecret":"CANARY-new"}' });
    expect(code).toBe(1);
    expect(err).not.toContain('Nothing was changed');
  });

  it('sends no request with --no-test', async () => {
    const argv = ['edit', 'acme', '--secrets', '-', '--no-test'];
    await expect(cli.run(argv, { input: JSON.stringify({ clientSecret: secret }) })).resolves.toMatchObject({
      code: 0,
    });
    expect(cli.seenSecrets).toEqual([]);
  });

  it('asks for the secrets when --secrets - is used on a terminal', async () => {
    await expect(cli.run(['edit', 'acme', '--secrets', '-'], { answers: [secret] })).resolves.toMatchObject({
      code: 0,
    });
    expect(cli.seenSecrets).toEqual([secret]);
  });

  it('sends nothing to another host', async () => {
    const moved = { ...exampleProfile, endpoints: { token: 'https://elsewhere.example.com/token' } };
    const { code, err } = await cli.run(['edit', 'acme', '--file', files.write(moved)]);
    expect(code).toBe(4);
    expect(err).toContain('--file profile.json --secrets -');
    expect(cli.seenSecrets).toEqual([]);
    expect(cli.storage.profiles.find('acme')?.profile).toEqual(exampleProfile);
  });

  it('asks a person at the terminal to enter the secret again for another host', async () => {
    const moved = { ...exampleProfile, endpoints: { token: 'https://elsewhere.example.com/token' } };
    const { code } = await cli.run(['edit', 'acme', '--file', files.write(moved)], { answers: [secret] });
    expect(code).toBe(0);
    expect(cli.seenSecrets).toEqual([secret]);
  });

  describe('untested, to another host', () => {
    const moved = { ...exampleProfile, endpoints: { token: 'https://elsewhere.example.com/token' } };

    it('suggests a command that enters the secret again for the new host', async () => {
      const { code, err } = await cli.run(['edit', 'acme', '--file', files.write(moved), '--no-test']);
      expect(code).toBe(0);
      const suggested = /tokentray (edit acme --secrets -)\n$/.exec(err)?.[1]?.split(' ') ?? [];
      await expect(cli.run(suggested, { answers: [secret] })).resolves.toMatchObject({ code: 0, err: '' });
      expect(cli.seenSecrets).toEqual([secret]);
    });

    it('says nothing of a secret that was given with it', async () => {
      const argv = ['edit', 'acme', '--file', files.write(moved), '--secrets', '-', '--no-test'];
      const input = JSON.stringify({ clientSecret: secret });
      await expect(cli.run(argv, { input })).resolves.toMatchObject({ code: 0, err: '' });
    });

    it('says nothing of a secret that the profile no longer needs', async () => {
      const open = { ...moved, request: { clientAuth: 'none' } };
      const argv = ['edit', 'acme', '--file', files.write(open), '--no-test'];
      await expect(cli.run(argv)).resolves.toMatchObject({ code: 0, err: '' });
    });
  });

  it('says nothing of the secret while the host stays', async () => {
    const argv = ['edit', 'acme', '--file', files.write({ ...exampleProfile, clientId: 'client-2' }), '--no-test'];
    await expect(cli.run(argv)).resolves.toMatchObject({ code: 0, err: '' });
  });

  it('takes what export wrote', async () => {
    const { out } = await cli.run(['export', 'acme']);
    const path = files.write(out.replace('client-1', 'client-2'));
    await expect(cli.run(['edit', 'acme', '--file', path])).resolves.toMatchObject({ code: 0 });
    expect(cli.storage.profiles.find('acme')?.profile.clientId).toBe('client-2');
  });

  it('refuses to change nothing', async () => {
    await expect(cli.run(['edit', 'acme'], { answers: [] })).resolves.toMatchObject({ code: 2 });
  });

  it('cannot take profile and secrets from one standard input', async () => {
    const argv = ['edit', 'acme', '--file', '-', '--secrets', '-'];
    await expect(cli.run(argv, { input: '{}' })).resolves.toMatchObject({ code: 2 });
  });
});
