import { beforeEach, describe, expect, it } from 'vitest';
import { FakeCli } from './fake-session.ts';

let cli: FakeCli;

beforeEach(() => {
  cli = new FakeCli();
});

describe('settings', () => {
  it('are set, shown and unset', async () => {
    await cli.run(['settings', 'set', 'proxy', 'http://proxy.example.com:3128']);
    await expect(cli.run(['settings', 'get', 'proxy'])).resolves.toMatchObject({
      code: 0,
      out: 'http://proxy.example.com:3128\n',
    });
    await cli.run(['settings', 'unset', 'proxy']);
    await expect(cli.run(['settings', 'get', 'proxy', '--json'])).resolves.toMatchObject({
      out: expect.stringContaining('"value": null'),
    });
  });

  it('show the mode of the vault', async () => {
    await expect(cli.run(['settings', 'get', 'keychain'])).resolves.toMatchObject({ out: 'memory\n' });
  });

  it.each([
    ['a mistyped key', ['settings', 'get', 'proxi'], 'proxy'],
    ['a mistyped mode', ['settings', 'set', 'keychain', 'pasphrase'], 'passphrase'],
    ['a mistyped command', ['settings', 'gte'], 'get'],
  ])('suggest the right word for %s', async (_case, argv, suggestion) => {
    const { code, err } = await cli.run(argv);
    expect(code).toBe(2);
    expect(err).toContain(suggestion);
  });

  it('cannot be reached by the name of an internal one', async () => {
    await expect(cli.run(['settings', 'set', 'defaultProfile', 'x'])).resolves.toMatchObject({ code: 2 });
  });

  it('take a new passphrase that was typed twice alike', async () => {
    const argv = ['settings', 'set', 'keychain', 'passphrase'];
    await expect(cli.run(argv, { answers: ['CANARY-1', 'CANARY-1'] })).resolves.toMatchObject({ code: 0 });
    await expect(cli.run(argv, { answers: ['CANARY-1', 'CANARY-2'] })).resolves.toMatchObject({ code: 2 });
    await expect(cli.run(argv)).resolves.toMatchObject({ code: 2 });
  });

  it('do not offer a mode that they refuse', async () => {
    const { code, err } = await cli.run(['settings', 'set', 'keychain', 'foo']);
    expect(code).toBe(2);
    expect(err).toContain('os, passphrase');
    expect(err).not.toContain('memory');
  });

  it('do not move a vault into the memory of a process that is about to end', async () => {
    await expect(cli.run(['settings', 'set', 'keychain', 'memory'])).resolves.toMatchObject({ code: 2 });
  });
});
