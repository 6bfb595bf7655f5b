/** An agent that is there and does not answer, such as a suspended one. */
import { beforeEach, describe, expect, it } from 'vitest';
import { TokentrayError } from '../../../main/errors.ts';
import { exampleProfile, FakeCli } from './fake-session.ts';
import { useFiles } from './use-files.ts';

const files = useFiles();
let cli: FakeCli;

beforeEach(() => {
  cli = new FakeCli();
  cli.agentFailure = new TokentrayError('ipc.agent_lost');
});

describe('with an agent that does not answer', () => {
  it('a token is obtained here, with one line about it on standard error', async () => {
    await cli.addProfile({}, 'CANARY-secret');
    const { code, out, err } = await cli.run(['token', 'acme']);
    expect([code, out]).toEqual([0, 'token-1\n']);
    expect(err).toMatch(/^[^\n]*\bagent\b[^\n]*\n$/);
  });

  it('a profile is stored here, since the agent was not asked to', async () => {
    const argv = ['add', '--file', files.write(exampleProfile), '--secrets', '-'];
    const { code } = await cli.run(argv, { input: '{"clientSecret":"CANARY-secret"}' });
    expect([code, cli.storage.profiles.list().length]).toEqual([0, 1]);
  });

  it('a change is stored, and the agent told of it no further', async () => {
    await cli.addProfile();
    await expect(cli.run(['rename', 'acme', 'other'])).resolves.toMatchObject({ code: 0 });
  });
});

it('an agent of another version is an error and not passed over', async () => {
  await cli.addProfile();
  cli.agentFailure = new TokentrayError('ipc.agent_incompatible');
  await expect(cli.run(['token', 'acme'])).resolves.toMatchObject({ code: 1, out: '' });
});
