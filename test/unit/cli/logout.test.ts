import { beforeEach, describe, expect, it } from 'vitest';
import { TokentrayError } from '../../../main/errors.ts';
import { exampleProfile, fakeAgent, FakeCli } from './fake-session.ts';

let cli: FakeCli;

beforeEach(async () => {
  cli = new FakeCli();
  await cli.storage.profiles.insert([{ profile: { ...exampleProfile, name: 'jane', auth: 'authorization_code' } }]);
});

describe('logout', () => {
  it('ends the session here and at the server', async () => {
    const { code, out, err } = await cli.run(['logout', 'jane']);
    expect({ code, out, err }).toEqual({ code: 0, out: 'Signed out of jane, here and at the server.\n', err: '' });
    expect(cli.signIns.signedOut).toEqual([cli.storage.profiles.find('jane')?.id]);
  });

  it('says that the server was not told, and why', async () => {
    cli.signIns.result = { revoked: false, warning: 'The server cannot be reached.' };
    const { code, out, err } = await cli.run(['logout', 'jane']);
    expect({ code, out }).toEqual({ code: 0, out: 'Signed out of jane.\n' });
    expect(err).toContain('The server cannot be reached.');
  });

  it('names the page to sign out at, once', async () => {
    await cli.storage.profiles.insert([
      { profile: { name: 'isc', system: 'isc', auth: 'authorization_code', tenant: 'acme', clientId: 'c' } },
    ]);
    cli.signIns.result = { revoked: false, warning: 'The server was not told.' };
    expect((await cli.run(['logout', 'isc'])).err).toContain('Sign out of it in the browser: https://');
    cli.signIns.result = { revoked: false, warning: 'Or sign out at https://acme.identitynow.com/logout.' };
    expect((await cli.run(['logout', 'isc'])).err.split('/logout')).toHaveLength(2);
  });

  it('warns of nothing where nobody was signed in', async () => {
    cli.signIns.result = { revoked: false };
    expect((await cli.run(['logout', 'jane'])).err).toBe('');
  });

  it('leaves it to the agent where one runs', async () => {
    const asked: unknown[] = [];
    cli.agent = fakeAgent({
      async signOut(request) {
        asked.push(request);
        return { revoked: true };
      },
    });
    expect((await cli.run(['logout', 'jane'])).code).toBe(0);
    expect([asked, cli.signIns.signedOut]).toEqual([[{ name: 'jane' }], []]);
  });

  it('prints JSON', async () => {
    cli.signIns.result = { revoked: false, warning: 'No endpoint.' };
    const { out } = await cli.run(['logout', 'jane', '--json']);
    expect(JSON.parse(out)).toEqual({ name: 'jane', revoked: false, warning: 'No endpoint.' });
  });

  it('fails with what the storage says', async () => {
    cli.signIns.signOutFailure = new TokentrayError('storage.keychain_locked');
    expect((await cli.run(['logout', 'jane'])).code).toBe(7);
  });

  it('has nothing to end for a profile that nobody signs in to', async () => {
    await cli.addProfile({ name: 'robot' });
    expect((await cli.run(['logout', 'robot'])).code).toBe(2);
    expect(cli.signIns.signedOut).toEqual([]);
  });
});
