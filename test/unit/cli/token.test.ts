import { beforeEach, describe, expect, it } from 'vitest';
import { AgentFailure } from '../../../main/agent/agent-answer.ts';
import { TokentrayError } from '../../../main/errors.ts';
import { fakeAgent, FakeCli } from './fake-session.ts';

const secret = 'CANARY-secret';

let cli: FakeCli;

beforeEach(() => {
  cli = new FakeCli();
});

describe('token', () => {
  beforeEach(() => cli.addProfile({}, secret));

  it('prints the token and a newline, and nothing else', async () => {
    await expect(cli.run(['token', 'acme'])).resolves.toEqual({ code: 0, out: 'token-1\n', err: '' });
  });

  it('makes no request while the stored token lives long enough', async () => {
    await cli.run(['token', 'acme']);
    await cli.run(['token', 'acme', '--min-valid', '600']);
    expect(cli.seenSecrets).toHaveLength(1);
  });

  it('notes in the history that a token was given', async () => {
    await cli.run(['token', 'acme']);
    expect(cli.storage.happened.map(({ event }) => event.what)).toEqual(['obtained', 'given']);
  });

  it('makes a request when the stored token lives too short', async () => {
    await cli.run(['token', 'acme']);
    await cli.clock.advance(300_000);
    const { out } = await cli.run(['token', 'acme', '--min-valid=550']);
    expect(out).toBe('token-2\n');
  });

  it('warns on standard error when even the new token lives too short', async () => {
    const { code, out, err } = await cli.run(['token', 'acme', '--min-valid', '3600']);
    expect({ code, out }).toEqual({ code: 0, out: 'token-1\n' });
    expect(err).not.toBe('');
  });

  it('gets a new token with --force', async () => {
    await cli.run(['token', 'acme']);
    await expect(cli.run(['token', 'acme', '--force'])).resolves.toMatchObject({ out: 'token-2\n' });
  });

  it('hands over a one-off token with --scope and does not store it', async () => {
    await expect(cli.run(['token', 'acme', '--scope', 'read'])).resolves.toMatchObject({ out: 'token-1-read\n' });
    const id = cli.storage.profiles.find('acme')?.id ?? '';
    await expect(cli.storage.tokens.read(id)).resolves.toBeUndefined();
  });

  it('describes the token with --json', async () => {
    const { out } = await cli.run(['token', 'acme', '--json']);
    expect(JSON.parse(out)).toEqual({
      name: 'acme',
      token: 'token-1',
      tokenType: 'Bearer',
      expiresAt: '2027-01-15T08:10:00.000Z',
      remainingSeconds: 600,
    });
  });

  it('puts a command in place of the token with --as env, and the token with --literal', async () => {
    const { out } = await cli.run(['token', 'acme', '--as', 'env']);
    expect(out).toContain('$(tokentray token acme)');
    const { out: literal } = await cli.run(['token', 'acme', '--as', 'env', '--literal']);
    expect(literal).toContain('token-1');
  });

  it('names the wishes in the command that stands in place of the token', async () => {
    const argv = ['token', 'acme', '--as', 'env', '--scope', 'read write', '--min-valid', '5'];
    const { out } = await cli.run(argv);
    expect(out).toContain("$(tokentray token acme --min-valid 5 --scope 'read write')");
  });

  it('prints for eval what fails as it did itself', async () => {
    cli.refusal = new TokentrayError('auth.refused');
    await expect(cli.run(['token', 'acme', '--as', 'env'])).resolves.toMatchObject({ code: 5, out: '(exit 5)\n' });
    await expect(cli.run(['token', 'nobody', '--as', 'env'])).resolves.toMatchObject({ code: 3, out: '(exit 3)\n' });
  });

  it.each([
    ['an option', ['token', 'acme', '--as', 'env', '--min-vald', '5']],
    ['a value', ['token', 'acme', '--as=env', '--min-valid', 'x']],
    ['the command', ['tokn', 'acme', '--as', 'env']],
  ])('prints for eval what fails when %s is mistyped', async (_what, argv) => {
    await expect(cli.run(argv)).resolves.toMatchObject({ code: 2, out: '(exit 2)\n' });
  });

  it.each([[''], ['a"b'], ['a\\b'], ['a\nb'], ['a\tb'], ['a  b'], [' a'], ['a '], ['ä'], ['\u007f']])(
    'asks nobody for the scope %j',
    async (scope) => {
      cli.agent = fakeAgent({ token: () => Promise.reject(new Error('asked')) });
      await expect(cli.run(['token', 'acme', '--scope', scope])).resolves.toMatchObject({ code: 2, out: '' });
      expect(cli.seenSecrets).toEqual([]);
    },
  );

  it('asks the agent when one runs', async () => {
    const asks: unknown[] = [];
    cli.agent = fakeAgent({
      async token(ask) {
        asks.push(ask);
        return { text: 'from-agent\n', warning: 'short' };
      },
    });
    const argv = ['token', 'acme', '--min-valid', '5', '--force', '--scope', 'a b', '--as', 'curl', '--literal'];
    await expect(cli.run(argv)).resolves.toEqual({ code: 0, out: 'from-agent\n', err: 'short\n' });
    expect(asks).toEqual([{ name: 'acme', minValidSeconds: 5, force: true, scope: 'a b', as: 'curl', literal: true }]);
    expect(cli.seenSecrets).toEqual([]);
  });

  it('does the work itself when the agent goes away', async () => {
    cli.agent = fakeAgent();
    await expect(cli.run(['token', 'acme'])).resolves.toMatchObject({ code: 0, out: 'token-1\n' });
  });

  it('does not ask the server again when the agent reports a refusal', async () => {
    cli.agent = fakeAgent({ token: () => Promise.reject(new TokentrayError('auth.refused')) });
    await expect(cli.run(['token', 'acme'])).resolves.toMatchObject({ code: 5, out: '' });
    expect(cli.seenSecrets).toEqual([]);
  });

  it('tells a failure in the words that the agent has for it', async () => {
    const reply = {
      error: { code: 'network.dns', data: {} },
      what: 'Agent says what.',
      next: 'Agent says next.',
    } as const;
    cli.agent = fakeAgent({ token: () => Promise.reject(new AgentFailure(reply)) });
    await expect(cli.run(['token', 'acme'])).resolves.toEqual({
      code: 6,
      out: '',
      err: 'Agent says what.\nAgent says next.\n',
    });
  });

  it('uses the default profile when no name is given', async () => {
    await cli.run(['default', 'acme']);
    await expect(cli.run(['token'])).resolves.toMatchObject({ code: 0, out: 'token-1\n' });
  });

  it.each([
    ['an unknown profile', ['token', 'nobody'], 3],
    ['no default profile', ['token'], 3],
    ['seconds that are no number', ['token', 'acme', '--min-valid', 'soon'], 2],
    ['negative seconds', ['token', 'acme', '--min-valid=-1'], 2],
    ['an unknown form', ['token', 'acme', '--as', 'heder'], 2],
    ['two forms at once', ['token', 'acme', '--as', 'raw', '--json'], 2],
    ['too many names', ['token', 'acme', 'other'], 2],
  ])('prints nothing on standard output for %s', async (_case, argv, exit) => {
    const { code, out, err } = await cli.run(argv);
    expect({ code, out }).toEqual({ code: exit, out: '' });
    expect(err).not.toBe('');
  });

  it('tells the OAuth error of a refusal, in words and as JSON', async () => {
    cli.refusal = new TokentrayError('auth.refused', { data: { oauthError: 'invalid_client', status: 401 } });
    const { code, err } = await cli.run(['token', 'acme']);
    expect(code).toBe(5);
    expect(err).toContain('invalid_client');
    expect(err.trimEnd().split('\n')).toHaveLength(2);
    const { err: json } = await cli.run(['token', 'acme', '--json', '--force']);
    expect(JSON.parse(json)).toMatchObject({
      error: { code: 'auth.refused', exit: 5, oauthError: 'invalid_client', status: 401 },
    });
  });
});

describe('token without a name', () => {
  it('says how to add a profile where there is none', async () => {
    const { code, err } = await cli.run(['token']);
    expect(code).toBe(3);
    expect(err).toContain('tokentray add --file profile.json');
  });

  it('does so where it was the agent that found none', async () => {
    cli.agent = fakeAgent({ token: () => Promise.reject(new TokentrayError('config.no_default_profile')) });
    const { code, err } = await cli.run(['token']);
    expect(code).toBe(3);
    expect(err).toContain('tokentray add --file profile.json');
  });

  it.each(['readable', 'damaged'])('says how to choose one where there is a %s one', async (state) => {
    await cli.addProfile({}, secret);
    if (state === 'damaged') cli.damage('acme');
    const { err } = await cli.run(['token']);
    expect(err).toContain('tokentray default NAME');
  });
});
