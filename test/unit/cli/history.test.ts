import { beforeEach, describe, expect, it } from 'vitest';
import { TokentrayError } from '../../../main/errors.ts';
import { FakeCli } from './fake-session.ts';

let cli: FakeCli;
beforeEach(async () => {
  cli = new FakeCli();
  await cli.addProfile({}, 'CANARY-secret');
});

interface Printed {
  readonly name: string;
  readonly nextRefreshAt: string | null;
  readonly history: readonly Readonly<Record<string, unknown>>[];
}

const printed = async (...argv: readonly string[]): Promise<Printed> =>
  JSON.parse((await cli.run(['history', 'acme', '--json', ...argv])).out) as Printed;

describe('history', () => {
  it('shows what happened, newest first, below the next refresh', async () => {
    await cli.run(['token', 'acme']);
    const { code, out, err } = await cli.run(['history', 'acme']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [next, , header, ...rows] = out.trimEnd().split('\n');
    expect(next).toBe('Next refresh: none planned');
    expect(header).toMatch(/^TIME +WHAT +DETAILS$/);
    expect(rows).toEqual([
      expect.stringMatching(/ Given to a script$/),
      expect.stringMatching(/ Token obtained +until /),
    ]);
  });

  it('shows why something failed, in words', async () => {
    cli.refusal = new TokentrayError('network.refused', { data: { host: 'acme.api.identitynow.com' } });
    await cli.run(['token', 'acme']);
    const { out } = await cli.run(['history', 'acme']);
    expect(out).toMatch(/ Failed\n {4}.*acme\.api\.identitynow\.com.*\.\n$/);
  });

  it('says so when nothing has happened yet', async () => {
    const { code, out, err } = await cli.run(['history', 'acme']);
    expect({ code, out }).toEqual({ code: 0, out: 'Next refresh: none planned\n' });
    expect(err).not.toBe('');
  });

  it('is JSON for programs, with instants in UTC and the reason of a failure', async () => {
    await cli.run(['token', 'acme', '--scope', 'read']);
    cli.refusal = new TokentrayError('auth.refused', { data: { oauthError: 'invalid_client', status: 401 } });
    await cli.run(['token', 'acme']);
    const { name, nextRefreshAt, history } = await printed();
    expect({ name, nextRefreshAt }).toEqual({ name: 'acme', nextRefreshAt: null });
    expect(history).toMatchObject([
      { at: '2027-01-15T08:00:00.000Z', what: 'failed', error: { code: 'auth.refused', oauthError: 'invalid_client' } },
      { what: 'given' },
      { what: 'obtained', scope: 'read', expiresAt: '2027-01-15T08:10:00.000Z' },
    ]);
  });

  it('tells as many as were asked for', async () => {
    await cli.run(['token', 'acme']);
    expect((await printed('--limit', '1')).history).toMatchObject([{ what: 'given' }]);
  });

  it('tells the next refresh as the agent plans it', async () => {
    const [status] = cli.services.status();
    if (status === undefined) throw new Error('no status');
    const planned = { ...status, nextRefreshAtMs: cli.clock.now() + 60_000 };
    cli.services.status = () => [planned];
    expect((await printed()).nextRefreshAt).toBe('2027-01-15T08:01:00.000Z');
    expect((await cli.run(['history', 'acme'])).out).toMatch(/^Next refresh: .* \(in 1 min\)$/m);
  });

  it('is told of a damaged profile, too', async () => {
    await cli.run(['token', 'acme']);
    cli.damage('acme');
    const { code, out } = await cli.run(['history', 'acme']);
    expect(code).toBe(0);
    expect(out).toContain('Token obtained');
  });

  it('prints what a server wrote so that it cannot steer the terminal', async () => {
    const description = 'no \u001b[2J\u202ethanks';
    cli.refusal = new TokentrayError('auth.refused', { data: { oauthError: 'invalid_request', description } });
    await cli.run(['token', 'acme']);
    const { out } = await cli.run(['history', 'acme']);
    expect(['\u001b', '\u202e'].filter((character) => out.includes(character))).toEqual([]);
  });

  it.each(['0', '-1', '1.5', 'many', '50001'])('refuses --limit %s', async (limit) => {
    await expect(cli.run(['history', 'acme', `--limit=${limit}`])).resolves.toMatchObject({ code: 2, out: '' });
  });

  it('knows only profiles that there are', async () => {
    await expect(cli.run(['history', 'other'])).resolves.toMatchObject({ code: 3, out: '' });
  });

  it('prints no token and no secret', async () => {
    await cli.run(['token', 'acme']);
    const { out } = await cli.run(['history', 'acme', '--json']);
    expect(out).not.toMatch(/CANARY|token-1/);
  });
});
