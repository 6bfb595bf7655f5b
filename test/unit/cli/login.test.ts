import { beforeEach, describe, expect, it } from 'vitest';
import { TokentrayError } from '../../../main/errors.ts';
import type { Profile } from '../../../main/profiles/profile.ts';
import type { SignInState } from '../../../main/tokens/sign-ins.ts';
import { settle } from '../../fixtures/fake-clock.ts';
import { waitingForCode, waitingInBrowser } from '../../fixtures/fake-sign-ins.ts';
import { exampleProfile, fakeAgent, FakeCli } from './fake-session.ts';
import type { Outcome, RunOptions } from './fake-session.ts';

const url = 'https://id.example.com/authorize?client_id=client-1&state=state-1';

const done: SignInState = { kind: 'done', identity: { user: 'jane.admin', org: 'acme' } };
const otherUser: SignInState = { kind: 'other-user', expected: { user: 'jane.admin' }, actual: { user: 'joe' } };
const onTerminal: RunOptions = { answers: [] };

let cli: FakeCli;

beforeEach(async () => {
  cli = new FakeCli();
  await insert({ auth: 'authorization_code' });
});

async function insert(over: Partial<Profile>): Promise<void> {
  await cli.storage.profiles.insert([{ profile: { ...exampleProfile, name: 'jane', ...over } }]);
}

/** Runs `login jane` up to where it waits, lets `happen` happen, and gives its outcome. */
async function login(
  words: readonly string[],
  happen: () => void | Promise<void>,
  options?: RunOptions,
): Promise<Outcome> {
  const running = cli.run(['login', 'jane', ...words], options);
  await settle();
  await happen();
  return running;
}

const finish = (state: SignInState = done) => cli.signIns.last.become(state);

describe('login', () => {
  it('opens the browser, waits, and says who signed in', async () => {
    const { code, out } = await login([], finish);
    expect({ code, out }).toEqual({ code: 0, out: 'Signed in to jane as jane.admin (org acme).\n' });
    expect(cli.opened).toEqual([url]);
  });

  it('says until when it waits, and how to end it', async () => {
    const { err } = await login([], finish);
    expect(err).toContain('Waiting until');
    expect(err).toContain('Ctrl+C cancels');
  });

  it('shows the address where no browser can be opened', async () => {
    cli.hasBrowser = false;
    const { code, out, err } = await login([], finish);
    expect(code).toBe(0);
    expect(err).toContain(`${url}\n`);
    expect(out).not.toContain('https://');
  });

  it('gives the time-out to the sign-in', async () => {
    await login(['--timeout', '90'], finish);
    expect(cli.signIns.last.options).toEqual({ timeoutMs: 90_000 });
  });

  it.each(['0', '86401', '-1', '1.5', 'soon'])('refuses a time-out of %s and starts nothing', async (seconds) => {
    expect((await cli.run(['login', 'jane', `--timeout=${seconds}`])).code).toBe(2);
    expect(cli.signIns.attempts).toEqual([]);
  });

  it('prints what programs want to know', async () => {
    const { out } = await login(['--json'], finish);
    expect(JSON.parse(out)).toEqual({
      name: 'jane',
      identity: { user: 'jane.admin', org: 'acme' },
      sessionEndsAt: null,
    });
  });

  it('tells what should be known about the session', async () => {
    const { code, err } = await login([], () => finish({ kind: 'done', note: 'The token is for nobody.' }));
    expect(code).toBe(0);
    expect(err).toContain('The token is for nobody.');
  });

  it('tells once that another sign-in holds the port', async () => {
    cli.signIns.begin = { kind: 'waiting-for-port', port: 8080 };
    const { err } = await login([], async () => {
      finish({ kind: 'waiting-for-port', port: 8080 });
      await settle();
      finish(waitingInBrowser);
      await settle();
      finish();
    });
    expect(err.split('port 8080')).toHaveLength(2);
  });

  it('asks the agent, which has the listener, where one runs', async () => {
    const asked: unknown[] = [];
    cli.agent = fakeAgent({
      async signIn(name, options) {
        asked.push(name, options);
        return (await cli.signIns.start('at-the-agent')) as never;
      },
    });
    const { code } = await login(['--timeout', '60'], finish);
    expect([code, asked]).toEqual([0, ['jane', { timeoutMs: 60_000 }]]);
  });

  it('signs in by itself when the agent is gone', async () => {
    cli.agent = fakeAgent();
    expect((await login([], finish)).code).toBe(0);
  });
});

describe('login --no-browser', () => {
  it('prints the address alone on one line of standard output, and opens nothing', async () => {
    const { code, out, err } = await login(['--no-browser'], finish);
    expect({ code, out }).toEqual({ code: 0, out: `${url}\n` });
    expect(err).toContain('Signed in to jane as jane.admin');
    expect(cli.opened).toEqual([]);
  });

  it('shows the code of a device on standard error, beside the complete address, too', async () => {
    cli.signIns.begin = waitingForCode;
    const { out, err } = await login(['--no-browser'], finish);
    expect(out).toBe('https://id.example.com/device?user_code=WDJB-MJHT\n');
    expect(err).toContain('WDJB-MJHT');
    expect(err).toContain('https://id.example.com/device.');
  });

  it('reads nothing from standard input while a device is waited for', async () => {
    cli.signIns.begin = waitingForCode;
    let listened: unknown;
    await login(['--no-browser'], () => {
      listened = cli.keyboard;
      finish();
    });
    expect(listened).toBeUndefined();
  });
});

describe('an address pasted while login waits', () => {
  it.each([
    ['a pipe', {}],
    ['a terminal', onTerminal],
  ])('on %s is handed on without the blanks around it', async (_where, options) => {
    await login(
      ['--no-browser'],
      () => {
        cli.keyboard?.line('  https://app.example.com/cb?code=CANARY&state=s \r');
        finish();
      },
      options,
    );
    expect(cli.signIns.last.pasted).toEqual(['https://app.example.com/cb?code=CANARY&state=s']);
  });

  it('is not repeated when it is wrong, which ends nothing', async () => {
    const { code, out, err } = await login([], async () => {
      cli.signIns.last.pasteFailure = new TokentrayError('auth.sign_in_invalid', { data: { detail: 'no state' } });
      cli.keyboard?.line('CANARY');
      await settle();
      finish();
    });
    expect(code).toBe(0);
    expect(err).toContain('no state');
    expect(err).toContain('The sign-in goes on');
    expect(out + err).not.toContain('CANARY');
  });

  it('is nothing when it is empty', async () => {
    await login([], () => {
      cli.keyboard?.line('');
      finish();
    });
    expect(cli.signIns.last.pasted).toEqual([]);
  });

  it('is not waited for any more once the sign-in has ended', async () => {
    await login([], finish);
    expect(cli.keyboard).toBeUndefined();
  });
});

describe('a sign-in for another user', () => {
  it('is taken after a yes', async () => {
    const { code } = await login([], () => finish(otherUser), { answers: ['y'] });
    expect([code, cli.signIns.last.accepted]).toEqual([0, 1]);
    expect(cli.questions).toEqual([expect.stringContaining('for joe, and the profile expects jane.admin')]);
  });

  it.each([
    ['after a no', { answers: ['n'] }],
    ['after Enter alone', { answers: [''] }],
    ['where nobody can be asked', {}],
  ])('replaces nothing %s', async (_when, options) => {
    const { code, err } = await login([], () => finish(otherUser), options);
    expect(code).toBe(4);
    expect(err).toContain('joe');
    expect([cli.signIns.last.accepted, cli.signIns.last.state().kind]).toEqual([0, 'cancelled']);
  });

  it('is cancelled by Ctrl+C at the question', async () => {
    const { code } = await login([], () => finish(otherUser), onTerminal);
    expect([code, cli.signIns.last.state().kind]).toEqual([1, 'cancelled']);
  });

  it('is taken without a question, and told, with --accept-user', async () => {
    const { code, err } = await login(['--accept-user'], () => finish(otherUser), onTerminal);
    expect([code, cli.signIns.last.accepted, cli.questions]).toEqual([0, 1, []]);
    expect(err).toContain('joe');
  });

  it('stops listening for addresses before it asks', async () => {
    await login([], () => finish(otherUser), { answers: ['y'] });
    expect(cli.keyboard).toBeUndefined();
  });
});

describe('a sign-in that does not succeed', () => {
  it.each([
    ['auth.sign_in_denied', 4],
    ['auth.sign_in_timeout', 4],
    ['auth.sign_in_invalid', 4],
    ['auth.sign_in_port_taken', 4],
    ['auth.refused', 5],
    ['network.dns', 6],
    ['storage.keychain_locked', 7],
  ] as const)('with %s ends with %i', async (code, exit) => {
    expect((await login([], () => finish({ kind: 'failed', error: { code, data: {} } }))).code).toBe(exit);
  });

  it('is told with the name of the profile', async () => {
    const { err } = await login([], () => finish({ kind: 'failed', error: { code: 'auth.sign_in_denied', data: {} } }));
    expect(err).toContain('tokentray login jane');
  });

  it('because it cannot be started opens no browser', async () => {
    cli.signIns.startFailure = new TokentrayError('auth.sign_in_port_taken', { data: { host: 'localhost:8080' } });
    expect((await cli.run(['login', 'jane'])).code).toBe(4);
    expect(cli.opened).toEqual([]);
  });

  it('is cancelled by Ctrl+C at a terminal that is listened to', async () => {
    const { code } = await login([], () => cli.keyboard?.interrupted(), onTerminal);
    expect([code, cli.signIns.last.state().kind]).toEqual([1, 'cancelled']);
  });

  it('is cancelled by a signal', async () => {
    const { code } = await login([], () => void process.emit('SIGINT'));
    expect([code, cli.signIns.last.state().kind]).toEqual([1, 'cancelled']);
  });

  it('leaves signals to what they do by themselves', async () => {
    const before = process.listenerCount('SIGINT');
    await login([], finish);
    expect(process.listenerCount('SIGINT')).toBe(before);
  });

  it('tells nothing of a pasted address that came too late', async () => {
    const { err } = await login([], () => {
      const keyboard = cli.keyboard;
      finish();
      keyboard?.line('https://app.example.com/cb?code=CANARY');
    });
    expect(cli.signIns.last.pasted).toEqual([]);
    expect(err).not.toContain('CANARY');
  });
});

describe('a profile that nobody signs in to', () => {
  it.each([{ auth: 'client_credentials' }, { auth: 'jwt_bearer' }, { auth: 'api_key' }] as const)(
    'with %j says how its token is had',
    async (over) => {
      await cli.storage.profiles.insert([{ profile: { ...exampleProfile, name: 'robot', ...over } }]);
      const { code, err } = await cli.run(['login', 'robot']);
      expect(code).toBe(2);
      expect(err).toContain('tokentray token robot');
      expect(cli.signIns.attempts).toEqual([]);
    },
  );

  it('because it is linked names the profile that has the token', async () => {
    await cli.storage.profiles.insert([
      { profile: { name: 'acme-nerm', system: 'nerm', auth: 'linked', uses: 'jane' } },
    ]);
    const { code, err } = await cli.run(['login', 'acme-nerm']);
    expect(code).toBe(2);
    expect(err).toContain('takes its token from jane');
  });

  it('does not exist', async () => {
    expect((await cli.run(['login', 'nobody'])).code).toBe(3);
  });
});
