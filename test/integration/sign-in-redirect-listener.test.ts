/** The listener with real sockets: what reaches a sign-in, and what ends nothing. */
import { connect, createServer } from 'node:net';
import type { Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../main/clock.ts';
import type { Closing } from '../../main/sign-in/closing-page.ts';
import { listenForRedirects } from '../../main/sign-in/redirect-listener.ts';
import type { RedirectListener, RedirectListenerOptions } from '../../main/sign-in/redirect-listener.ts';
import { unusedPort } from '../fixtures/loopback-server.ts';
import { getText, sendRaw, statusOf } from '../fixtures/raw-request.ts';

const path = '/myApp/code';
const profile = 'acme-prod';
const code = 'CANARY-code-8h3Jk2';
const closers: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

async function open(over: Partial<RedirectListenerOptions> = {}): Promise<RedirectListener> {
  const listener = await listenForRedirects({ clock: systemClock, port: undefined, ...over });
  closers.push(() => listener.close());
  return listener;
}

/** Waits for `state` on a listener; ends as `closing`, at once or when told. */
function expectState(
  listener: RedirectListener,
  state: string,
  closing: Promise<Closing> | Closing = { kind: 'signed-in', profile },
  host = '127.0.0.1',
) {
  const arrivals: URLSearchParams[] = [];
  const forget = listener.expect({
    state,
    redirectUri: `http://${host}:${listener.port}${path}`,
    profile,
    arrived: async (parameters) => {
      arrivals.push(parameters);
      return closing;
    },
  });
  return { arrivals, forget };
}

const urlOf = ({ port }: RedirectListener, state: string, host = '127.0.0.1') =>
  `http://${host}:${port}${path}?code=${code}&state=${state}`;

function occupy(port: number, host: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen({ port, host, ipv6Only: true }, () => resolve(server));
    closers.push(() => server.close());
  });
}

describe('a browser that comes back', () => {
  it.each(['127.0.0.1', '[::1]', 'localhost'])('is heard on %s and gets the page of how it ended', async (host) => {
    const listener = await open();
    const { arrivals } = expectState(listener, 'state-1', { kind: 'signed-in', profile }, host);
    const answer = await fetch(urlOf(listener, 'state-1', host));
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('You are signed in to acme-prod.');
    expect(arrivals.map((parameters) => parameters.get('code'))).toStrictEqual([code]);
  });

  it('is kept waiting until the exchange has ended', async () => {
    const listener = await open();
    const end = Promise.withResolvers<Closing>();
    const { arrivals } = expectState(listener, 'state-1', end.promise);
    let answered = false;
    const answer = fetch(urlOf(listener, 'state-1')).then((response) => {
      answered = true;
      return response.text();
    });
    await expect.poll(() => arrivals.length).toBe(1);
    expect(answered).toBe(false);
    end.resolve({ kind: 'denied', profile });
    expect(await answer).toContain('was denied');
  });

  it('is told where to look when the exchange takes too long', async () => {
    const listener = await open({ holdMs: 20 });
    expectState(listener, 'state-1', Promise.withResolvers<Closing>().promise);
    expect(await (await fetch(urlOf(listener, 'state-1'))).text()).toContain('is not finished yet');
  });

  it('a second time is told so, and the sign-in hears nothing', async () => {
    const listener = await open();
    const { arrivals } = expectState(listener, 'state-1');
    await fetch(urlOf(listener, 'state-1'));
    const second = await fetch(urlOf(listener, 'state-1'));
    expect(await second.text()).toContain('This sign-in is over.');
    expect(arrivals).toHaveLength(1);
  });

  it('a second time while the first is being answered is told so, too', async () => {
    const listener = await open();
    const end = Promise.withResolvers<Closing>();
    const { arrivals } = expectState(listener, 'state-1', end.promise);
    const first = fetch(urlOf(listener, 'state-1'));
    await expect.poll(() => arrivals.length).toBe(1);
    expect(await (await fetch(urlOf(listener, 'state-1'))).text()).toContain('This sign-in is over.');
    end.resolve({ kind: 'signed-in', profile });
    expect((await first).status).toBe(200);
  });

  it('for a sign-in that was called off is told so', async () => {
    const listener = await open();
    expectState(listener, 'state-1').forget();
    expect(await (await fetch(urlOf(listener, 'state-1'))).text()).toContain('This sign-in is over.');
  });

  it('is answered also where its arrival ends the sign-in, and with it the listener, at once', async () => {
    const listener = await open();
    let closed: Promise<void> | undefined;
    listener.expect({
      state: 'state-1',
      redirectUri: `http://127.0.0.1:${listener.port}${path}`,
      profile,
      arrived: async () => {
        closed = listener.close();
        return { kind: 'denied', profile };
      },
    });
    expect(await (await fetch(urlOf(listener, 'state-1'))).text()).toContain('was denied');
    await closed;
  });

  it('is answered before the port is given back', async () => {
    const listener = await open();
    const end = Promise.withResolvers<Closing>();
    const { arrivals } = expectState(listener, 'state-1', end.promise);
    const answer = fetch(urlOf(listener, 'state-1'));
    await expect.poll(() => arrivals.length).toBe(1);
    const closed = listener.close();
    end.resolve({ kind: 'signed-in', profile });
    expect(await (await answer).text()).toContain('You are signed in');
    await closed;
  });
});

describe('two sign-ins on one port', () => {
  it('each hear their own browser, whichever comes first', async () => {
    const listener = await open();
    const first = expectState(listener, 'state-1', { kind: 'signed-in', profile: 'acme-prod' });
    const second = expectState(listener, 'state-2', { kind: 'signed-in', profile: 'acme-test' });
    expect(await (await fetch(urlOf(listener, 'state-2'))).text()).toContain('acme-test');
    expect(first.arrivals).toHaveLength(0);
    expect(await (await fetch(urlOf(listener, 'state-1'))).text()).toContain('acme-prod');
    expect(second.arrivals).toHaveLength(1);
  });
});

describe('what ends nothing and is told nothing', () => {
  const cases: readonly (readonly [name: string, status: number, text: (port: number) => string])[] = [
    ['a wrong path', 404, (port) => getText(`/other?code=${code}&state=state-1`, `127.0.0.1:${port}`)],
    ['a wrong Host', 400, (port) => getText(`${path}?code=${code}&state=state-1`, `evil.example:${port}`)],
    ['no Host', 400, () => `GET ${path}?code=${code}&state=state-1 HTTP/1.1\r\n\r\n`],
    ['two Hosts', 400, (port) => `GET ${path}?state=state-1 HTTP/1.1\r\nHost: localhost:${port}\r\nHost: evil\r\n\r\n`],
    ['a forged state', 400, (port) => getText(`${path}?code=${code}&state=forged`, `127.0.0.1:${port}`)],
    ['no state', 400, (port) => getText(`${path}?code=${code}`, `127.0.0.1:${port}`)],
    ['two states', 400, (port) => getText(`${path}?state=state-1&state=state-1`, `127.0.0.1:${port}`)],
    ['another name of this machine', 400, (port) => getText(`${path}?state=state-1`, `localhost:${port}`)],
    ['a form', 405, (port) => getText(`${path}?code=${code}&state=state-1`, `127.0.0.1:${port}`, 'POST')],
    ['a look at the head', 405, (port) => getText(`${path}?state=state-1`, `127.0.0.1:${port}`, 'HEAD')],
    [
      'an oversized request line',
      431,
      (port) => getText(`${path}?code=${'a'.repeat(70_000)}&state=state-1`, `127.0.0.1:${port}`),
    ],
    ['oversized headers', 431, (port) => getText(path, `127.0.0.1:${port}\r\nX-Filler: ${'a'.repeat(70_000)}`)],
    ['what is no HTTP', 400, () => '\u0016\u0003\u0001 hello\r\n\r\n'],
  ];

  it.each(cases)('%s gets a %i', async (_, status, text) => {
    const listener = await open();
    const { arrivals } = expectState(listener, 'state-1');
    const answer = await sendRaw(listener, text(listener.port));
    expect(statusOf(answer)).toBe(status);
    expect(answer).not.toMatch(/CANARY|state-1|acme-prod/);
    expect(arrivals).toHaveLength(0);
    expect((await fetch(urlOf(listener, 'state-1'))).status).toBe(200);
  });

  it('a request that never ends is given up', async () => {
    const listener = await open({ slowRequestMs: 100 });
    const { arrivals } = expectState(listener, 'state-1');
    const answer = await sendRaw(
      listener,
      `GET ${path}?state=state-1 HTTP/1.1\r\nHost: 127.0.0.1:${listener.port}\r\nX-`,
    );
    expect(statusOf(answer)).toBe(408);
    expect(arrivals).toHaveLength(0);
  });

  it('a connection on which nothing is ever sent does not keep the port', async () => {
    const listener = await open();
    const socket = connect(listener.port, '127.0.0.1');
    const gone = new Promise((resolve) => socket.once('close', resolve));
    await new Promise((resolve) => socket.once('connect', resolve));
    await listener.close();
    await gone;
    await expect(occupy(listener.port, '127.0.0.1')).resolves.toBeDefined();
  });
});

describe('the port', () => {
  it('RFC 8252 section 7.3: is any free one where nobody names one, on both loopback addresses', async () => {
    const [first, second] = [await open(), await open()];
    expect(first.port).not.toBe(second.port);
    await expect(occupy(first.port, '::1')).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('RFC 8252 section 8.3: is open on the loopback interface alone', async () => {
    const listener = await open();
    // Somebody may listen to the same port on other addresses, so we do not.
    await expect(occupy(listener.port, '127.0.0.2')).resolves.toBeDefined();
  });

  it.each(['127.0.0.1', '::1'])('that another program has on %s is not shared with it', async (host) => {
    const port = await unusedPort();
    await occupy(port, host);
    await expect(listenForRedirects({ clock: systemClock, port })).rejects.toMatchObject({
      code: 'auth.sign_in_port_taken',
      data: { host: host === '::1' ? `[::1]:${port}` : `127.0.0.1:${port}`, systemCode: 'EADDRINUSE' },
    });
    // Nothing of ours is left listening on the other address.
    await expect(occupy(port, host === '::1' ? '127.0.0.1' : '::1')).resolves.toBeDefined();
  });

  it('RFC 8252 section 8.3: is free again at once when nobody waits any more', async () => {
    const listener = await open();
    await listener.close();
    for (const host of ['127.0.0.1', '::1']) await expect(occupy(listener.port, host)).resolves.toBeDefined();
  });
});
