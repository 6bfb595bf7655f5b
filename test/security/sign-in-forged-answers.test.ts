/** Threat: somebody else's code or answer ends a sign-in: CSRF, code injection, mix-up of servers (RFC 9700 sections 2.1, 4.4, 4.5, 4.7). */
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SignIn } from '../../main/tokens/sign-ins.ts';
import { unusedPort } from '../fixtures/loopback-server.ts';
import { redirectOf, SignInPlace } from '../fixtures/sign-in-place.ts';

let place: SignInPlace;

beforeEach(async () => {
  place = await SignInPlace.open();
});

afterEach(() => place[Symbol.asyncDispose]());

const start = async (more = {}): Promise<SignIn> => place.signIns.start(await place.add('acme-prod', more));

/** A page of the attacker has the browser open this. */
async function lure(signIn: SignIn, change: (url: URL) => void): Promise<number> {
  const url = redirectOf(signIn, { code: 'CANARY-code-of-the-attacker' });
  change(url);
  return (await fetch(url)).status;
}

describe('CSRF (RFC 9700 sections 2.1 and 4.7): an answer that this sign-in did not ask for', () => {
  it.each([
    ['a state of its own', (url: URL) => url.searchParams.set('state', 'forged')],
    ['an empty state', (url: URL) => url.searchParams.set('state', '')],
    ['no state', (url: URL) => url.searchParams.delete('state')],
    ['the right state and another one', (url: URL) => url.searchParams.append('state', 'forged')],
    [
      'a state that is nearly right',
      (url: URL) => url.searchParams.set('state', url.searchParams.get('state')?.slice(0, -1) ?? ''),
    ],
  ])('with %s is not exchanged, and the sign-in goes on', async (_, change) => {
    const signIn = await start();
    expect(await lure(signIn, change)).toBe(400);
    expect(place.exchanges).toHaveLength(0);
    expect(await (await fetch(redirectOf(signIn))).text()).toContain('You are signed in');
  });

  it('a state serves once, also while others wait on the same port', async () => {
    const redirectUri = `http://localhost:${await unusedPort()}/code`;
    const signIn = await start({ redirectUri });
    await place.signIns.start(await place.add('acme-test', { redirectUri }));
    const url = redirectOf(signIn);
    await fetch(url);
    expect(await (await fetch(url)).text()).toContain('This sign-in is over.');
    expect(place.exchanges).toHaveLength(1);
  });
});

describe('code injection (RFC 9700 section 4.5): a stolen code in an answer with the right state', () => {
  it('is sent with the verifier of this sign-in, to which the server finds no match', async () => {
    const victim = await place.signIns.start(await place.add('acme-prod'));
    const attacker = await place.signIns.start(await place.add('acme-evil'));
    await fetch(redirectOf(attacker, { code: 'CANARY-code-of-the-victim' }));
    await fetch(redirectOf(victim));
    const [injected, own] = place.exchanges.map(({ code_verifier: verifier }) => verifier);
    expect(injected).toMatch(/^[\w-]{43}$/);
    expect(injected).not.toBe(own);
  });
});

describe('mix-up (RFC 9700 section 4.4): an answer of another server', () => {
  const issuer = 'http://127.0.0.1:9/honest';

  it.each(['http://127.0.0.1:9/evil', `${issuer}/`, ''])(
    'that names itself "%s" is refused, and its code is sent nowhere',
    async (iss) => {
      const signIn = await start({ issuer });
      await fetch(redirectOf(signIn, { code: 'CANARY-code', iss }));
      expect(signIn.state()).toMatchObject({ kind: 'failed', error: { code: 'auth.sign_in_invalid' } });
      expect(place.exchanges).toHaveLength(0);
    },
  );

  it('with two names is refused', async () => {
    const signIn = await start({ issuer });
    const url = redirectOf(signIn, { code: 'CANARY-code', iss: issuer });
    url.searchParams.append('iss', 'http://127.0.0.1:9/evil');
    await fetch(url);
    expect(signIn.state().kind).toBe('failed');
    expect(place.exchanges).toHaveLength(0);
  });

  it.each([
    ['path', (port: number) => `http://localhost:${port}/other`],
    ['host', (port: number) => `http://127.0.0.1:${port}/code`],
  ])(
    'RFC 8252 section 8.10: that comes to the redirect URI of another server, by its %s, is refused',
    async (_, uriOn) => {
      const port = await unusedPort();
      const honest = await place.signIns.start(
        await place.add('acme-prod', { redirectUri: `http://localhost:${port}/code` }),
      );
      const evil = await place.signIns.start(await place.add('acme-evil', { redirectUri: uriOn(port) }));
      const url = redirectOf(evil);
      url.searchParams.set('state', redirectOf(honest).searchParams.get('state') ?? '');
      expect((await fetch(url)).status).toBe(400);
      expect(place.exchanges).toHaveLength(0);
      expect(honest.state().kind).toBe('waiting-for-person');
    },
  );
});

describe('PKCE downgrade (RFC 9700 section 2.1.1): a server that ignores the challenge', () => {
  it('gets one with every sign-in, and the verifier with every code', async () => {
    const signIn = await start();
    const state = signIn.state();
    const asked = new URL(state.kind === 'waiting-for-person' ? state.url : '').searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect(asked.get('code_challenge')).toMatch(/^[\w-]{43}$/);
    await fetch(redirectOf(signIn));
    const digest = createHash('sha256').update(place.exchanges[0]?.['code_verifier'] ?? '');
    expect(digest.digest('base64url')).toBe(asked.get('code_challenge'));
  });
});
