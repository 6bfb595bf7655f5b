/** Sign-ins that want the same port: in one process, in two, and with a program that is none of ours. */
import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SignIn, SignInState } from '../../main/tokens/sign-ins.ts';
import { Workplace } from '../fixtures/disk-storage.ts';
import { unusedPort } from '../fixtures/loopback-server.ts';
import { OtherProcess } from '../fixtures/other-process.ts';
import { redirectOf, refreshToken, SignInPlace } from '../fixtures/sign-in-place.ts';

let workplace: Workplace;
let place: SignInPlace;
let port: number;
let redirectUri: string;

beforeEach(async () => {
  workplace = new Workplace();
  place = await SignInPlace.open(workplace.storage());
  port = await unusedPort();
  redirectUri = `http://localhost:${port}/myApp/code`;
});

afterEach(async () => {
  await place[Symbol.asyncDispose]();
  workplace.clean();
});

const finish = async (signIn: SignIn): Promise<string> => (await fetch(redirectOf(signIn))).text();

/** Listens as another program would; `stop` ends it. */
async function squat(host = '127.0.0.1'): Promise<() => Promise<unknown>> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen({ port, host, ipv6Only: true }, resolve);
  });
  return () => new Promise((resolve) => server.close(resolve));
}

describe('two sign-ins of one process on one port', () => {
  it('wait side by side, and each ends by its own browser', async () => {
    const [first, second] = [
      await place.add('acme-prod', { redirectUri }),
      await place.add('acme-test', { redirectUri }),
    ];
    const [one, two] = await Promise.all([place.signIns.start(first), place.signIns.start(second)]);
    expect(await finish(two)).toContain('You are signed in to acme-test.');
    expect(one.state().kind).toBe('waiting-for-person');
    expect(await finish(one)).toContain('You are signed in to acme-prod.');
    expect(await place.storage.sessions.read(first)).toMatchObject({ refreshToken });
  });

  it('may come to the same host by different paths', async () => {
    const other = await place.add('acme-test', { redirectUri: `http://127.0.0.1:${port}/other` });
    const one = await place.signIns.start(await place.add('acme-prod', { redirectUri }));
    const two = await place.signIns.start(other);
    const wrongPath = redirectOf(two);
    wrongPath.pathname = '/myApp/code';
    expect((await fetch(wrongPath)).status).toBe(400);
    expect(await finish(two)).toContain('acme-test');
    expect(await finish(one)).toContain('acme-prod');
  });

  it('give the port back with the last of them', async () => {
    const one = await place.signIns.start(await place.add('acme-prod', { redirectUri }));
    const two = await place.signIns.start(await place.add('acme-test', { redirectUri }));
    one.cancel();
    expect(await finish(two)).toContain('You are signed in');
    await place.signIns.close();
    await expect(squat().then((stop) => stop())).resolves.toBeUndefined();
  });

  it('one after the other get the port at once', async () => {
    const id = await place.add('acme-prod', { redirectUri });
    for (let round = 0; round < 3; round++) {
      const signIn = await place.signIns.start(id);
      expect(signIn.state().kind).toBe('waiting-for-person');
      signIn.cancel();
    }
  });
});

describe('a port that another program has', () => {
  it.each(['127.0.0.1', '::1'])('on %s is told before anything is sent', async (host) => {
    const stop = await squat(host);
    const id = await place.add('acme-prod', { redirectUri });
    await expect(place.signIns.start(id)).rejects.toMatchObject({
      code: 'auth.sign_in_port_taken',
      data: { profile: 'acme-prod', systemCode: 'EADDRINUSE' },
    });
    expect(place.exchanges).toHaveLength(0);
    await stop();
    expect((await place.signIns.start(id)).state().kind).toBe('waiting-for-person');
  });

  it('does not matter where any port will do', async () => {
    const stop = await squat();
    const signIn = await place.signIns.start(await place.add('acme-prod'));
    expect(await finish(signIn)).toContain('You are signed in');
    await stop();
  });
});

describe('two processes on one port', () => {
  let other: OtherProcess;

  beforeEach(() => {
    other = new OtherProcess(workplace.home, new URL('../fixtures/sign-in-process.ts', import.meta.url));
  });

  afterEach(() => other.close());

  const become = async (signIn: SignIn, kind: SignInState['kind']): Promise<void> => {
    await expect.poll(() => signIn.state().kind, { timeout: 20_000 }).toBe(kind);
  };

  it('take turns: the second waits, says so, and goes on when the first is done', async () => {
    const id = await place.add('acme-prod', { redirectUri });
    const mine = await place.add('acme-test', { redirectUri });
    expect(await other.tell('start', id)).toMatchObject({ kind: 'waiting-for-person' });
    const signIn = await place.signIns.start(mine);
    expect(signIn.state()).toStrictEqual({ kind: 'waiting-for-port', port });
    await other.tell('cancel', id);
    await become(signIn, 'waiting-for-person');
    expect(await finish(signIn)).toContain('acme-test');
  });

  it('do not wait for one that died', async () => {
    const id = await place.add('acme-prod', { redirectUri });
    await other.tell('start', id);
    const signIn = await place.signIns.start(await place.add('acme-test', { redirectUri }));
    expect(signIn.state().kind).toBe('waiting-for-port');
    await other.kill();
    await become(signIn, 'waiting-for-person');
  });

  it('a wait can be called off, and then nobody listens', async () => {
    const id = await place.add('acme-prod', { redirectUri });
    await other.tell('start', id);
    const signIn = await place.signIns.start(await place.add('acme-test', { redirectUri }));
    signIn.cancel();
    await place.signIns.close();
    await other.tell('cancel', id);
    await expect.poll(() => squat().then((stop) => stop())).toBeUndefined();
    expect(signIn.state().kind).toBe('cancelled');
  });
});

describe('a port that has served', () => {
  it('is given back while the person decides whose session it is', async () => {
    const claims = Buffer.from(JSON.stringify({ sub: 'jane' })).toString('base64url');
    place.answer = { status: 200, body: { access_token: `e30.${claims}.CANARY`, expires_in: 600 } };
    const signIn = await place.signIns.start(await place.add('acme-prod', { redirectUri, expectUser: 'joe' }));
    expect(await finish(signIn)).toContain('as somebody else than acme-prod expects');
    await expect.poll(() => squat().then((stop) => stop())).toBeUndefined();
    expect(signIn.state().kind).toBe('other-user');
  });
});

describe('the page', () => {
  it('comes only when the code has been exchanged and the session is stored', async () => {
    const released = Promise.withResolvers<undefined>();
    place.hold = released.promise;
    const id = await place.add('acme-prod', { redirectUri });
    const signIn = await place.signIns.start(id);
    const page = finish(signIn);
    await expect.poll(() => place.exchanges.length).toBe(1);
    expect(signIn.state().kind).toBe('finishing');
    released.resolve(undefined);
    expect(await page).toContain('You are signed in to acme-prod.');
    expect(place.storage.sessions.facts(id)).toBeDefined();
  });

  it('says what failed and what to do', async () => {
    place.answer = { status: 401, body: { error: 'invalid_client', error_description: 'Unknown client.' } };
    const signIn = await place.signIns.start(await place.add('acme-prod', { redirectUri }));
    const page = await finish(signIn);
    expect(page).toContain('The sign-in to acme-prod failed.');
    expect(page).toContain('client');
    expect(signIn.state()).toMatchObject({ kind: 'failed', error: { code: 'auth.refused' } });
  });

  it('of a pasted address is that of a sign-in which is over', async () => {
    const signIn = await place.signIns.start(await place.add('acme-prod', { redirectUri }));
    const released = Promise.withResolvers<undefined>();
    place.hold = released.promise;
    const url = redirectOf(signIn);
    const pasted = signIn.paste(url.href);
    await expect.poll(() => place.exchanges.length).toBe(1);
    expect(await (await fetch(url)).text()).toContain('This sign-in is over.');
    released.resolve(undefined);
    await pasted;
    expect(place.exchanges).toHaveLength(1);
  });
});
