import { beforeEach, describe, expect, it } from 'vitest';
import { FakeCli } from './fake-session.ts';

const secret = 'CANARY-secret';
const isc = { name: 'acme', system: 'isc', tenant: 'acme', endpoints: {} } as const;

let cli: FakeCli;

beforeEach(() => {
  cli = new FakeCli();
});

describe('a token that is for another than the profile expects', () => {
  beforeEach(async () => {
    cli.identity = { user: 'joe', org: 'acme' };
    await cli.addProfile({ ...isc, expectUser: 'jane.admin', expectOrg: 'acme' }, secret);
  });

  it('is printed with a warning on standard error, each time', async () => {
    for (let time = 0; time < 2; time++) {
      const { code, out, err } = await cli.run(['token', 'acme']);
      expect({ code, out }).toEqual({ code: 0, out: 'token-1\n' });
      expect(err).toContain('joe');
      expect(err).toContain('jane.admin');
    }
  });

  it('is told in status and show, and as JSON', async () => {
    await cli.run(['token', 'acme']);
    expect((await cli.run(['status'])).out).toContain('joe');
    expect((await cli.run(['show', 'acme'])).out).toContain('joe, org acme');
    const { out } = await cli.run(['status', '--json']);
    expect(JSON.parse(out)).toMatchObject([{ identity: { user: 'joe', org: 'acme' }, note: expect.any(String) }]);
  });
});

describe('a token that is for whom the profile expects', () => {
  it('is printed without a warning', async () => {
    cli.identity = { user: 'jane.admin', org: 'acme' };
    await cli.addProfile({ ...isc, expectUser: 'jane.admin', expectOrg: 'acme' }, secret);
    await expect(cli.run(['token', 'acme'])).resolves.toEqual({ code: 0, out: 'token-1\n', err: '' });
    const { out } = await cli.run(['status', '--json']);
    expect(JSON.parse(out)).not.toHaveProperty('0.note');
  });
});

describe('a token of an ISC API client, behind which there is no user', () => {
  beforeEach(async () => {
    cli.identity = { org: 'acme' };
    await cli.addProfile(isc, secret);
  });

  it('is said to be one on one line of standard error, once', async () => {
    const { out, err } = await cli.run(['token', 'acme']);
    expect(out).toBe('token-1\n');
    expect(err).toMatch(/^[^\n]*403[^\n]*\n$/);
    await expect(cli.run(['token', 'acme'])).resolves.toMatchObject({ err: '' });
    await expect(cli.run(['token', 'acme', '--force'])).resolves.toMatchObject({ out: 'token-2\n', err: '' });
  });

  it('is said to be one in status and show each time', async () => {
    await cli.run(['token', 'acme']);
    for (const words of [['status'], ['show', 'acme']]) expect((await cli.run(words)).out).toContain('403');
  });
});

it('claims cannot steer the terminal', async () => {
  cli.identity = { user: 'joe\u001b[2J', org: 'acme' };
  await cli.addProfile({ ...isc, expectUser: 'jane.admin' }, secret);
  for (const words of [['token', 'acme'], ['status'], ['show', 'acme']]) {
    const { out, err } = await cli.run(words);
    expect(out + err).toContain('joe');
    expect(out + err).not.toContain('\u001b');
  }
});
