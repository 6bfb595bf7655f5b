import { beforeEach, describe, expect, it } from 'vitest';
import { exampleProfile, fakeAgent, FakeCli } from './fake-session.ts';
import { useFiles } from './use-files.ts';

const secret = 'CANARY-secret';

const files = useFiles();
let cli: FakeCli;

beforeEach(() => {
  cli = new FakeCli();
});

describe('add', () => {
  it('stores a profile with the secrets from standard input, and contacts no server', async () => {
    const argv = ['add', '--file', files.write(exampleProfile), '--secrets', '-'];
    const { code, out } = await cli.run(argv, { input: JSON.stringify({ clientSecret: secret }) });
    expect({ code, out }).toEqual({ code: 0, out: 'Added acme. Try: tokentray token acme\n' });
    const [stored] = cli.storage.profiles.list();
    await expect(cli.storage.profiles.secrets(stored?.id ?? '')).resolves.toEqual({
      origin: 'https://id.example.com',
      values: { clientSecret: secret },
    });
    expect(cli.seenSecrets).toEqual([]);
  });

  it.each(['keep-fresh', 'on-use', 'manual'] as const)('suggests a command that works for mode %s', async (mode) => {
    const argv = ['add', '--file', files.write({ ...exampleProfile, refresh: { mode } }), '--secrets', '-'];
    const { out } = await cli.run(argv, { input: JSON.stringify({ clientSecret: secret }) });
    const suggested = /Try: tokentray (.+)\n$/.exec(out)?.[1]?.split(' ') ?? [];
    await expect(cli.run(suggested)).resolves.toMatchObject({ code: 0, out: 'token-1\n' });
  });

  it('asks for the secret on a terminal', async () => {
    const { code } = await cli.run(['add', '--file', files.write(exampleProfile)], { answers: [` ${secret} `] });
    expect(code).toBe(0);
    const id = cli.storage.profiles.find('acme')?.id ?? '';
    await expect(cli.storage.profiles.secrets(id)).resolves.toMatchObject({ values: { clientSecret: secret } });
  });

  it.each([
    ['on one line', `{"clientSecret":"${secret}"}`],
    ['with another name', ` { "client_secret": "${secret}" } `],
    ['on several lines, of which the prompt gets the first', '{'],
  ])('refuses JSON %s at the prompt, stores nothing and repeats nothing', async (_case, pasted) => {
    const { code, out, err } = await cli.run(['add', '--file', files.write(exampleProfile)], { answers: [pasted] });
    expect(code).toBe(2);
    expect(err).toContain('--secrets - < secrets.json');
    expect(out + err).not.toContain('CANARY');
    expect(cli.storage.profiles.list()).toEqual([]);
  });

  it.each(['{CANARY}', '{"CANARY', '"CANARY"', '[1]', '42'])('takes %s at the prompt as it is', async (odd) => {
    const { code } = await cli.run(['add', '--file', files.write(exampleProfile)], { answers: [odd] });
    expect(code).toBe(0);
    const id = cli.storage.profiles.find('acme')?.id ?? '';
    await expect(cli.storage.profiles.secrets(id)).resolves.toMatchObject({ values: { clientSecret: odd } });
  });

  it('reads the profile from standard input and asks for the secret at the terminal', async () => {
    const { code } = await cli.run(['add', '--file', '-'], {
      input: JSON.stringify(exampleProfile),
      answers: [secret],
    });
    expect(code).toBe(0);
    expect(cli.questions).toHaveLength(1);
  });

  it('says how to give the secret where nobody can be asked, and stores nothing', async () => {
    const { code, err } = await cli.run(['add', '--file', files.write(exampleProfile)]);
    expect(code).toBe(2);
    expect(err).toContain('--secrets - < secrets.json');
    expect(cli.storage.profiles.list()).toEqual([]);
  });

  it('asks for nothing when the profile needs no secret', async () => {
    const open = { ...exampleProfile, request: { clientAuth: 'none' } };
    const { code } = await cli.run(['add', '--file', files.write(open)], { answers: [] });
    expect(code).toBe(0);
    expect(cli.questions).toEqual([]);
  });

  it('tells every issue of an invalid profile on a line of its own, between what and what to do', async () => {
    const { code, err } = await cli.run([
      'add',
      '--file',
      files.write({ name: 'acme', system: 'oauth', audiense: 'x' }),
    ]);
    const lines = err.trimEnd().split('\n');
    expect(code).toBe(2);
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.slice(1, -1).every((line) => line.startsWith('  '))).toBe(true);
    expect(err).toContain('audience');
  });

  it('does not quote secrets that are no JSON', async () => {
    const argv = ['add', '--file', files.write(exampleProfile), '--secrets', '-'];
    const { code, out, err } = await cli.run(argv, { input: secret });
    expect(code).toBe(2);
    expect(out + err).not.toContain('CANARY');
  });

  it('shows what the JSON of this profile holds when it lacks a secret', async () => {
    const { code, err } = await cli.run(['add', '--file', files.write(exampleProfile), '--secrets', '-'], {
      input: '{}',
    });
    expect(code).toBe(2);
    expect(err).toContain('acme needs {"clientSecret": "…"}');
  });

  it('warns when the secret will travel in the URL', async () => {
    const argv = ['add', '--file', files.write({ ...exampleProfile, request: { body: 'query' } }), '--secrets', '-'];
    const { code, err } = await cli.run(argv, { input: JSON.stringify({ clientSecret: secret }) });
    expect(code).toBe(0);
    expect(err).toContain('query');
  });

  it('says where a file stops being JSON without quoting it', async () => {
    const { code, err } = await cli.run(['add', '--file', files.write('{"name": "acme",\n CANARY}')]);
    expect(code).toBe(2);
    expect(err).toContain('line 2');
    expect(err).not.toContain('CANARY');
  });

  it('tells that a file does not exist', async () => {
    const { code, err } = await cli.run(['add', '--file', files.absent()]);
    expect(code).toBe(2);
    expect(err).toContain('absent.json');
  });

  it('sends an export of several profiles to import', async () => {
    const exported = { version: 1, profiles: [exampleProfile, { ...exampleProfile, name: 'other' }] };
    const { code, err } = await cli.run(['add', '--file', files.write(exported)]);
    expect(code).toBe(2);
    expect(err).toContain('tokentray import');
  });

  it('lets the running agent store it', async () => {
    const requests: unknown[] = [];
    cli.agent = fakeAgent({
      async add(request) {
        requests.push(request);
        return { name: 'acme', warnings: [] };
      },
    });
    const argv = ['add', '--file', files.write(exampleProfile), '--secrets', '-'];
    const { code } = await cli.run(argv, { input: JSON.stringify({ clientSecret: secret }) });
    expect(code).toBe(0);
    expect(requests).toEqual([{ profile: exampleProfile, secrets: { clientSecret: secret } }]);
    expect(cli.storage.profiles.list()).toEqual([]);
  });

  it('does not store a second time when the agent went away without an answer', async () => {
    cli.agent = fakeAgent();
    const argv = ['add', '--file', files.write(exampleProfile), '--secrets', '-'];
    const { code } = await cli.run(argv, { input: JSON.stringify({ clientSecret: secret }) });
    expect(code).toBe(1);
    expect(cli.storage.profiles.list()).toEqual([]);
  });
});

describe('a secret on the command line', () => {
  it.each([
    ['--secret', secret],
    [`--client-secret=${secret}`],
    ['--secrets', secret],
    [`--secrets=${secret}`],
    ['--api-key', secret],
    [`-s${secret}`],
    [secret],
  ])('is refused and not repeated: %s', async (...words) => {
    const { code, out, err } = await cli.run(['add', '--file', files.write(exampleProfile), ...words]);
    expect(code).toBe(2);
    expect(out + err).not.toContain('CANARY');
    expect(cli.storage.profiles.list()).toEqual([]);
  });

  it('is explained with the way to do it', async () => {
    const { err } = await cli.run(['add', '--file', files.write(exampleProfile), '--client-secret', secret]);
    expect(err).toContain('--secrets -');
  });
});
