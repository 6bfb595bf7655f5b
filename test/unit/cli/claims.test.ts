import { beforeEach, describe, expect, it } from 'vitest';
import { fakeAgent, FakeCli } from './fake-session.ts';

const secret = 'CANARY-secret';

let cli: FakeCli;

beforeEach(() => {
  cli = new FakeCli();
});

describe('claims', () => {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const jwt = `${part({ alg: 'none' })}.${part({ org: 'acme', exp: 1_800_000_600, note: '\u009b2J' })}.x`;

  it.each([`"${jwt}"`, `'Bearer ${jwt}'\n`, `"${jwt}",`])('takes a token as it was copied: %#', async (input) => {
    await expect(cli.run(['claims', '-'], { input })).resolves.toMatchObject({ code: 0 });
  });

  it('decodes a foreign token from standard input without opening storage', async () => {
    const { code, out } = await cli.run(['claims', '-', '--json'], { input: `\n Bearer ${jwt}\r\n` });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      header: { alg: 'none' },
      payload: { org: 'acme', exp: 1_800_000_600, note: '\u009b2J' },
      expiresAt: '2027-01-15T08:10:00.000Z',
      isRefreshToken: false,
      signatureVerified: false,
    });
    expect(cli.storage.profiles.list()).toEqual([]);
  });

  it.each([[['--json']], [[]]])('prints every digit of a number, with the options %j', async (options) => {
    const payload = Buffer.from('{"id":12345678901234567890}').toString('base64url');
    const { out } = await cli.run(['claims', '-', ...options], { input: `${part({ alg: 'none' })}.${payload}.x` });
    expect(out).toContain('"id": 12345678901234567890');
  });

  it('asks for a foreign token on a terminal, without echo', async () => {
    await expect(cli.run(['claims', '-'], { answers: [`bearer ${jwt}`] })).resolves.toMatchObject({ code: 0 });
    expect(cli.questions).toHaveLength(1);
  });

  it('recognises a refresh token of ISC, which no API takes, and calls its expiry the end of the session', async () => {
    const refreshToken = `${part({ alg: 'none' })}.${part({ ati: 'jti-1', exp: 1_800_000_600 })}.x`;
    const { out } = await cli.run(['claims', '-'], { input: refreshToken });
    expect(out).toContain('This is a refresh token');
    const json = await cli.run(['claims', '-', '--json'], { input: refreshToken });
    expect(JSON.parse(json.out)).toMatchObject({ isRefreshToken: true });
  });

  it('says that nothing was verified, and lets nothing in the token steer the terminal', async () => {
    const { out } = await cli.run(['claims', '-'], { input: jwt });
    expect(out).toContain('not verified');
    expect(out).toContain('in 10 min');
    expect(out).not.toContain('\u009b');
  });

  it('refuses what is no JWT without repeating it', async () => {
    const { code, out, err } = await cli.run(['claims', '-'], { input: 'CANARY-opaque' });
    expect(code).toBe(2);
    expect(out + err).not.toContain('CANARY');
  });

  it.each([jwt, `Bearer ${jwt}`])('refuses a token as an argument without repeating it', async (token) => {
    const { code, out, err } = await cli.run(['claims', token]);
    expect(code).toBe(2);
    expect(out + err).not.toContain('eyJ');
  });

  it('makes no request for a profile without a token', async () => {
    await cli.addProfile({}, secret);
    await expect(cli.run(['claims', 'acme'])).resolves.toMatchObject({ code: 2 });
    expect(cli.seenSecrets).toEqual([]);
  });

  it('sends the person to the sign-in where nobody has signed in, and to the token elsewhere', async () => {
    await cli.addProfile({}, secret);
    await cli.addProfile({
      name: 'jane',
      auth: 'device_code',
      endpoints: { token: 'https://id.example.com/token', deviceAuthorization: 'https://id.example.com/device' },
    });
    expect((await cli.run(['claims', 'jane'])).err).toContain('tokentray login jane');
    expect((await cli.run(['claims', 'acme'])).err).toContain('tokentray token acme');
  });

  it('asks a running agent only for what it has stored', async () => {
    await cli.addProfile({}, secret);
    const asks: unknown[] = [];
    cli.agent = fakeAgent({
      async token(ask) {
        asks.push(ask);
        return { text: `${jwt}\n` };
      },
    });
    await expect(cli.run(['claims', 'acme', '--json'])).resolves.toMatchObject({ code: 0 });
    expect(asks).toEqual([{ name: 'acme', cached: true, minValidSeconds: 0 }]);
  });
});
