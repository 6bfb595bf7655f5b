import { beforeEach, describe, expect, it } from 'vitest';
import { TokentrayError } from '../../../main/errors.ts';
import { exampleProfile, fakeAgent, FakeCli } from './fake-session.ts';

const secret = 'CANARY-secret';

let cli: FakeCli;

beforeEach(() => {
  cli = new FakeCli();
});

describe('list and show', () => {
  beforeEach(async () => {
    await cli.addProfile({ environment: 'production' }, secret);
    await cli.addProfile({ name: 'billing' }, secret);
    await cli.run(['default', 'billing']);
  });

  it('mark the default profile', async () => {
    const { out } = await cli.run(['list']);
    const [, acme, billing] = out.split('\n');
    expect(acme).toMatch(/^ {3}acme/);
    expect(billing).toMatch(/^\* {2}billing/);
  });

  it('let nothing in the database steer the terminal', async () => {
    await cli.storage.profiles.insert([{ profile: { ...exampleProfile, name: 'odd', label: 'Odd\u001b[2J' } }]);
    const { out } = await cli.run(['list']);
    const { out: shown } = await cli.run(['show', 'odd']);
    expect(out + shown).toContain('Odd');
    expect(out + shown).not.toContain('\u001b');
  });

  it('print JSON for programs', async () => {
    const { out } = await cli.run(['list', '--json']);
    expect(JSON.parse(out)).toMatchObject([
      { name: 'acme', system: 'oauth', environment: 'production', default: false },
      { name: 'billing', default: true },
    ]);
  });

  it('never show a secret or a token', async () => {
    await cli.run(['token', 'acme']);
    const words = await cli.run(['show', 'acme']);
    const json = await cli.run(['show', 'acme', '--json']);
    expect(words.code + json.code).toBe(0);
    expect(words.out + json.out).not.toContain('CANARY');
    expect(words.out + json.out).not.toContain('token-1');
    expect(JSON.parse(json.out)).toMatchObject({
      profile: { name: 'acme' },
      secrets: { stored: true, boundTo: 'https://id.example.com' },
      status: { token: 'valid', remainingSeconds: 600 },
    });
  });

  it('keep standard output empty when there is nothing to list', async () => {
    await expect(new FakeCli().run(['list'])).resolves.toMatchObject({ code: 0, out: '' });
  });
});

describe('a profile that somebody signs in to', () => {
  const personal = { ...exampleProfile, name: 'jane', auth: 'authorization_code' } as const;
  const session = { refreshToken: 'CANARY', obtainedAtMs: 0, endsAtMs: 1_800_000_600_000 };

  it('shows when its session ends, and nothing of the session itself', async () => {
    await cli.storage.profiles.insert([
      { profile: personal, session: { record: session, origin: 'https://id.example.com' } },
    ]);
    const { out } = await cli.run(['show', 'jane']);
    expect(out).toMatch(/session ends: .*\(in 10 min\)/);
    const json = await cli.run(['show', 'jane', '--json']);
    expect(JSON.parse(json.out)).toMatchObject({ status: { sessionEndsAt: '2027-01-15T08:10:00.000Z' } });
    expect((await cli.run(['status'])).out).toContain('session ends');
    expect(out + json.out).not.toContain('CANARY');
  });

  it('shows that a token without a session is all there is', async () => {
    const record = { accessToken: 'CANARY', tokenType: 'Bearer', obtainedAtMs: cli.clock.now() } as const;
    const token = { record: { ...record, expiresAtMs: cli.clock.now() + 600_000, clockOffsetMs: null } };
    await cli.storage.profiles.insert([{ profile: personal }]);
    const stored = cli.storage.profiles.find('jane');
    await cli.storage.profiles.update(stored?.id ?? '', 1, { token: { ...token, origin: 'https://id.example.com' } });
    expect((await cli.run(['show', 'jane'])).out).toMatch(/session ends: +with this token/);
  });

  it('shows that nobody is signed in', async () => {
    await cli.storage.profiles.insert([{ profile: personal }]);
    expect((await cli.run(['show', 'jane'])).out).toContain('nobody is signed in');
  });

  it('without a session is asked for a token in vain: exit code 4, and the command that signs in', async () => {
    await cli.storage.profiles.insert([{ profile: personal }]);
    cli.refusal = new TokentrayError('auth.sign_in_needed', { data: { profile: 'jane' } });
    const { code, out, err } = await cli.run(['token', 'jane']);
    expect({ code, out }).toEqual({ code: 4, out: '' });
    expect(err).toContain('tokentray login jane');
  });
});

describe('a linked profile', () => {
  beforeEach(async () => {
    await cli.addProfile({ name: 'acme-isc' }, secret);
    await cli.storage.profiles.insert([
      { profile: { name: 'acme-nerm', system: 'nerm', auth: 'linked', tenant: 'acme', uses: 'acme-isc' } },
    ]);
  });

  it('names whose token it hands out', async () => {
    const outputs = await Promise.all([['list'], ['show', 'acme-nerm'], ['status']].map((argv) => cli.run(argv)));
    expect(outputs.map(({ out }) => /acme-isc/.test(out))).toEqual([true, true, true]);
    expect(outputs[2]?.out).toContain('from acme-isc');
  });

  it('has that token decoded', async () => {
    await cli.run(['token', 'acme-isc']);
    // The tenant's tokens are opaque: it is this one that cannot be read, and not the link.
    expect((await cli.run(['claims', 'acme-nerm'])).err).toContain('no JWT');
  });
});

describe('the pages of a system', () => {
  it('are shown', async () => {
    await cli.storage.profiles.insert([
      { profile: { name: 'isc', system: 'isc', auth: 'client_credentials', tenant: 'acme', clientId: 'c' } },
    ]);
    expect((await cli.run(['show', 'isc'])).out).toContain('Personal access tokens:  https://');
    const { links } = JSON.parse((await cli.run(['show', 'isc', '--json'])).out) as { links: { id: string }[] };
    expect(links.map(({ id }) => id)).toContain('credentials');
  });
});

describe('status', () => {
  it('tells the last failure in words and as JSON', async () => {
    await cli.addProfile({}, secret);
    cli.refusal = new TokentrayError('auth.refused', { data: { oauthError: 'invalid_client', status: 401 } });
    await cli.run(['token', 'acme']);
    const { out } = await cli.run(['status']);
    expect(out).toContain('invalid_client');
    const { out: json } = await cli.run(['status', '--json']);
    expect(JSON.parse(json)).toMatchObject([
      { name: 'acme', token: 'none', activity: 'stopped', expiresAt: null, error: { code: 'auth.refused' } },
    ]);
  });

  it('asks the agent for what only it knows', async () => {
    await cli.addProfile({}, secret);
    const [status] = cli.services.status();
    cli.agent = fakeAgent({
      status: async () => (status === undefined ? [] : [{ ...status, nextRefreshAtMs: cli.clock.now() + 60_000 }]),
    });
    const { out } = await cli.run(['status', '--json']);
    expect(JSON.parse(out)).toMatchObject([{ nextRefreshAt: '2027-01-15T08:01:00.000Z' }]);
  });
});

describe('rename, remove and default', () => {
  beforeEach(async () => {
    await cli.addProfile({}, secret);
    await cli.run(['default', 'acme']);
  });

  it('keep the default through a rename', async () => {
    await expect(cli.run(['rename', 'acme', 'acme-prod'])).resolves.toMatchObject({ code: 0 });
    await expect(cli.run(['default'])).resolves.toMatchObject({ out: 'acme-prod\n' });
  });

  it('say that a profile has its new name already', async () => {
    const { code, out, err } = await cli.run(['rename', 'acme', 'acme']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('acme has that name already');
  });

  it('refuse a name that no profile may have', async () => {
    await expect(cli.run(['rename', 'acme', 'Acme Prod'])).resolves.toMatchObject({ code: 2 });
    expect(cli.storage.profiles.find('acme')).toBeDefined();
  });

  it('remove without a question in a script', async () => {
    await expect(cli.run(['remove', 'acme'])).resolves.toMatchObject({ code: 0 });
    expect(cli.storage.profiles.list()).toEqual([]);
    expect(cli.settings.get('defaultProfile')).toBeUndefined();
  });

  it.each([['n'], [''], ['maybe']])('remove nothing when the answer is %j', async (answer) => {
    await expect(cli.run(['remove', 'acme'], { answers: [answer] })).resolves.toMatchObject({ code: 1 });
    expect(cli.storage.profiles.list()).toHaveLength(1);
  });

  it('remove after a yes, or with --yes', async () => {
    await expect(cli.run(['remove', 'acme'], { answers: ['y'] })).resolves.toMatchObject({ code: 0 });
    await cli.addProfile();
    await expect(cli.run(['remove', 'acme', '--yes'], { answers: [] })).resolves.toMatchObject({ code: 0 });
    expect(cli.storage.profiles.list()).toEqual([]);
  });

  it('tell the agent, and do not mind when it is gone', async () => {
    let pokes = 0;
    cli.agent = fakeAgent({
      async poke() {
        pokes++;
        throw new TokentrayError('ipc.agent_lost');
      },
    });
    await expect(cli.run(['rename', 'acme', 'other'])).resolves.toMatchObject({ code: 0 });
    expect(pokes).toBe(1);
  });
});
