import { beforeEach, describe, expect, it } from 'vitest';
import type { Profile } from '../../../main/profiles/profile.ts';
import { TokentrayError } from '../../../main/errors.ts';
import { exampleProfile, fakeAgent, FakeCli } from './fake-session.ts';

const revoke = 'https://id.example.com/revoke';
const endpoints = { ...exampleProfile.endpoints, revoke };

let cli: FakeCli;

beforeEach(() => {
  cli = new FakeCli();
});

/** A profile with a token. */
async function insert(profile: Partial<Profile>): Promise<string> {
  await cli.addProfile(profile, 'CANARY-secret');
  await cli.run(['token', 'acme']);
  return cli.storage.profiles.find('acme')?.id ?? '';
}

describe('removing a profile whose server takes tokens back', () => {
  it('RFC 7009 section 2: tells the server before anything is deleted', async () => {
    const id = await insert({ endpoints });
    const { code, out } = await cli.run(['remove', 'acme', '--json']);
    expect([code, JSON.parse(out)]).toEqual([0, { name: 'acme', revoked: true }]);
    expect(cli.signIns.revoked).toEqual([id]);
  });

  it('lets the agent tell it where one runs, and forgets nothing before the profile is removed', async () => {
    await insert({ endpoints });
    const asked: unknown[] = [];
    cli.agent = fakeAgent({
      async signOut(request) {
        asked.push(request, cli.storage.profiles.list().length);
        return { revoked: true };
      },
    });
    await cli.run(['remove', 'acme']);
    expect(asked).toEqual([{ name: 'acme', forget: false }, 1]);
    expect(cli.storage.profiles.list()).toEqual([]);
  });

  it('goes on when the server was not told, and says so', async () => {
    await insert({ endpoints });
    cli.signIns.result = { revoked: false, warning: 'The server cannot be reached.' };
    const { code, err } = await cli.run(['remove', 'acme']);
    expect(code).toBe(0);
    expect(err).toContain('The server cannot be reached.');
    expect(cli.storage.profiles.list()).toEqual([]);
  });

  it('goes on when the agent is of another version, and says so', async () => {
    await insert({ endpoints });
    cli.agent = fakeAgent({ signOut: () => Promise.reject(new TokentrayError('ipc.agent_incompatible')) });
    const { code, err } = await cli.run(['remove', 'acme']);
    expect(code).toBe(0);
    expect(err).toContain('The server was not told');
    expect(cli.storage.profiles.list()).toEqual([]);
  });

  it('tells the server nothing before the person has said yes', async () => {
    await insert({ endpoints });
    await cli.run(['remove', 'acme'], { answers: ['n'] });
    expect(cli.signIns.revoked).toEqual([]);
  });
});

describe('removing a profile', () => {
  it('without a token tells nobody anything', async () => {
    await cli.storage.profiles.insert([{ profile: { ...exampleProfile, endpoints } }]);
    await cli.run(['remove', 'acme']);
    expect(cli.signIns.revoked).toEqual([]);
  });

  it('whose server takes nothing back tells nobody anything', async () => {
    await insert({});
    await cli.run(['remove', 'acme']);
    expect(cli.signIns.revoked).toEqual([]);
  });

  it('that others are linked to names them, before the question, too', async () => {
    await insert({});
    await cli.storage.profiles.insert([
      { profile: { name: 'acme-nerm', system: 'nerm', auth: 'linked', tenant: 'acme', uses: 'acme' } },
    ]);
    expect((await cli.run(['remove', 'acme'], { answers: ['n'] })).err).toContain('acme-nerm');
    expect(JSON.parse((await cli.run(['remove', 'acme', '--json'])).out)).toEqual({
      name: 'acme',
      linked: ['acme-nerm'],
    });
  });
});
