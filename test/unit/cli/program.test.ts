import { beforeEach, describe, expect, it } from 'vitest';
import { FakeCli } from './fake-session.ts';

let cli: FakeCli;

beforeEach(() => {
  cli = new FakeCli();
});

describe('wrong usage', () => {
  it.each([
    ['a mistyped command', ['tokne'], 'token'],
    ['a command in capitals', ['TOKEN', 'acme'], 'tokentray token'],
    ['a subcommand in capitals', ['settings', 'GET'], 'settings get'],
    ['an option in capitals', ['token', '--FORCE'], '--force'],
    ['a mistyped option', ['token', '--frce'], '--force'],
    ['a mistyped choice', ['token', '--as', 'hedaer'], 'header'],
    ['a mistyped command after help', ['help', 'stauts'], 'status'],
  ])('suggests the right word for %s', async (_case, argv, suggestion) => {
    const { code, out, err } = await cli.run(argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(suggestion);
    expect(err.trimEnd().split('\n')).toHaveLength(2);
  });

  it.each([
    [['--json', 'list'], 'tokentray list --json'],
    [['settings', '--json', 'get'], 'tokentray settings get --json'],
  ])('says that --json goes behind the command: %j', async (argv, example) => {
    const { code, err } = await cli.run(argv);
    expect(code).toBe(2);
    expect(JSON.parse(err)).toMatchObject({ error: { next: `For example: ${example}` } });
  });

  it('is told as JSON where that was asked', async () => {
    const { code, err } = await cli.run(['token', '--json', '--frce']);
    expect(code).toBe(2);
    expect(JSON.parse(err)).toMatchObject({ error: { code: 'config.usage', exit: 2, what: expect.any(String) } });
  });

  it('prints no stack, and prints one only for debugging', async () => {
    cli.services.profile = () => {
      throw new RangeError('CANARY in a foreign message');
    };
    const quiet = await cli.run(['show', 'acme']);
    expect(quiet.code).toBe(1);
    expect(quiet.err).not.toMatch(/^\s+at /m);
    cli.debug = true;
    const loud = await cli.run(['show', 'acme']);
    expect(loud.err).toMatch(/^\s+at /m);
    expect(quiet.err + loud.err).not.toContain('CANARY');
  });
});

describe('help', () => {
  it('is printed without arguments', async () => {
    const { code, out, err } = await cli.run([]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Usage: tokentray');
  });

  it.each([
    ['add'],
    ['edit'],
    ['list'],
    ['status'],
    ['probe'],
    ['doctor'],
    ['logs'],
    ['show'],
    ['default'],
    ['rename'],
    ['remove'],
    ['token'],
    ['claims'],
    ['export'],
    ['import'],
    ['settings'],
    ['settings set'],
    ['agent'],
    ['completion'],
  ])('of %s has a synopsis, examples and exit codes, by --help and by help', async (name) => {
    const words = name.split(' ');
    const { code, out } = await cli.run([...words, '--help']);
    expect(code).toBe(0);
    expect(out).toContain(`Usage: tokentray ${name}`);
    expect(out).toContain(`$ `);
    expect(out).toContain('Exit codes:');
    await expect(cli.run(['help', ...words])).resolves.toMatchObject({ code: 0, out });
  });

  it('keeps within 100 columns', async () => {
    const { out } = await cli.run(['token', '--help']);
    expect(out.split('\n').filter((line) => line.length > 100 && !line.includes('$ '))).toEqual([]);
  });

  it('comes with the version on request', async () => {
    await expect(cli.run(['--version'])).resolves.toEqual({ code: 0, out: '1.2.3\n', err: '' });
  });
});
