import { beforeEach, describe, expect, it } from 'vitest';
import { TokentrayError } from '../../../main/errors.ts';
import { fakeAgent, FakeCli } from './fake-session.ts';

const api = 'https://api.example.com';
const endpoints = { token: 'https://id.example.com/token', api };

let cli: FakeCli;

beforeEach(async () => {
  cli = new FakeCli();
  await cli.addProfile({ endpoints }, 'secret-CANARY');
});

describe('the exit code', () => {
  it.each([
    [200, 0],
    [401, 5],
    [403, 5],
    [400, 5],
    [404, 2],
    [429, 6],
    [500, 6],
  ])('of an answer with status %i is %i', async (status, code) => {
    cli.http.answerWith({ status });
    expect((await cli.run(['probe', 'acme', '/things'])).code).toBe(code);
  });

  it('of no answer is 6', async () => {
    cli.http.answerWith(new TokentrayError('network.dns', { data: { host: 'api.example.com' } }));
    expect((await cli.run(['probe', 'acme'])).code).toBe(6);
  });

  it('of an address elsewhere is 2, and neither a token nor the API is asked for anything', async () => {
    const asked = cli.seenSecrets.length;
    const { code } = await cli.run(['probe', 'acme', 'https://evil.example/things']);
    expect([code, cli.seenSecrets.length - asked, cli.http.requests.length]).toEqual([2, 0, 0]);
  });

  it('of a profile without an API is 2, and it says what to give', async () => {
    await cli.addProfile({ name: 'bare' }, 'secret-CANARY');
    const { code, out } = await cli.run(['probe', 'bare']);
    expect(code).toBe(2);
    expect(out).toContain('endpoints.api');
  });

  it('of a token that could not be had is that of the failure, told as everywhere', async () => {
    await cli.addProfile({ name: 'other', endpoints }, 'secret-CANARY');
    cli.refusal = new TokentrayError('auth.refused', { data: { oauthError: 'invalid_client' } });
    const { code, out, err } = await cli.run(['probe', 'other']);
    expect({ code, out }).toEqual({ code: 5, out: '' });
    expect(err).toContain('invalid_client');
    expect(cli.http.requests).toHaveLength(0);
  });

  it('of a profile that there is not is 3', async () => {
    expect((await cli.run(['probe', 'nobody'])).code).toBe(3);
  });
});

describe('the report', () => {
  it('is on standard output alone, also when the token does not work', async () => {
    cli.http.answerWith({ status: 401 });
    const { out, err } = await cli.run(['probe', 'acme', '/things']);
    expect(out).toContain('does not accept the token');
    expect(err).toBe('');
  });

  it('marks what was checked', async () => {
    cli.http.answerWith({ status: 404 });
    const { out } = await cli.run(['probe', 'acme', `${api}/things`]);
    expect(out).toContain('✓ host: It is the API of this profile, https://api.example.com.');
  });

  it('is JSON where that was asked, with the same exit code', async () => {
    cli.http.answerWith({ status: 403 });
    const { code, out } = await cli.run(['probe', 'acme', '/things', '--json']);
    expect(code).toBe(5);
    expect(JSON.parse(out)).toMatchObject({
      name: 'acme',
      verdict: 'forbidden',
      status: 403,
      address: `${api}/things`,
    });
  });

  it('holds no token', async () => {
    cli.http.answerWith({ status: 401, body: { message: 'bad token token-1' } });
    const { out } = await cli.run(['probe', 'acme', '/things', '--json']);
    expect(out).not.toContain('token-1');
  });
});

describe('the token', () => {
  it('is the stored one while it lives', async () => {
    await cli.run(['token', 'acme']);
    cli.http.answerWith({});
    await cli.run(['probe', 'acme']);
    expect(cli.http.requests[0]?.headers).toMatchObject({ Authorization: 'Bearer token-1' });
  });

  it('comes from the agent where one runs, and the request is made here', async () => {
    const tokenJson = () =>
      Promise.resolve({
        name: 'acme',
        token: 'token-of-agent',
        tokenType: 'bearer',
        expiresAt: null,
        remainingSeconds: null,
        warning: 'This token is for somebody else.',
      });
    cli.agent = fakeAgent({ tokenJson });
    cli.http.answerWith({});
    const { code, err } = await cli.run(['probe', 'acme']);
    expect([code, err]).toEqual([0, 'This token is for somebody else.\n']);
    expect(cli.http.requests[0]?.headers).toMatchObject({ Authorization: 'Bearer token-of-agent' });
  });
});

describe('the end of a personal access token', () => {
  const isc = { name: 'isc', system: 'isc', tenant: 'acme', clientId: 'pat-1', endpoints: {} } as const;
  const tokens = { body: [{ id: 'pat-1', expirationDate: '2027-05-01T00:00:00.000Z' }] };

  beforeEach(() => cli.addProfile(isc, 'secret-CANARY'));

  function noted(): string | undefined {
    return cli.storage.profiles.find('isc')?.profile.credentialExpires;
  }

  it('is told, with the way to note it', async () => {
    cli.http.answerWith({}, tokens);
    const { out } = await cli.run(['probe', 'isc']);
    expect(out).toContain('2027-05-01');
    expect(out).toContain('tokentray probe isc --save-end');
    expect(noted()).toBeUndefined();
  });

  it('is noted where that was asked', async () => {
    cli.http.answerWith({}, tokens);
    const { code, out } = await cli.run(['probe', 'isc', '--save-end']);
    expect([code, noted()]).toEqual([0, '2027-05-01']);
    expect(out).toContain('now notes 2027-05-01');
  });

  it('that is noted already is not offered again', async () => {
    cli.http.answerWith({}, tokens, {}, tokens);
    await cli.run(['probe', 'isc', '--save-end']);
    expect((await cli.run(['probe', 'isc'])).out).not.toContain('--save-end');
  });

  it('leaves the token as it is', async () => {
    cli.http.answerWith({}, tokens);
    await cli.run(['probe', 'isc', '--save-end']);
    const asked = cli.seenSecrets.length;
    await cli.run(['token', 'isc']);
    expect(cli.seenSecrets.length).toBe(asked);
  });
});
