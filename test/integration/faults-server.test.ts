/**
 * Servers, proxies and networks that fail while a profile is kept fresh, over real sockets: the living token is handed out
 * meanwhile, the server is left alone until the plan, and everything goes on by itself afterwards.
 */
import { createServer } from 'node:http';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { httpInstant } from '../../main/clock.ts';
import type { ErrorCode } from '../../main/errors.ts';
import { keepFresh } from '../fixtures/kept-fresh.ts';
import { serveHttps } from '../fixtures/loopback-server.ts';
import { createTlsAuthority } from '../fixtures/tls-authority.ts';
import type { TlsAuthority } from '../fixtures/tls-authority.ts';
import { startTokenServer, tokenAnswer } from '../fixtures/token-server.ts';
import type { ServerAnswer, TokenServer } from '../fixtures/token-server.ts';

const page = {
  headers: { 'content-type': 'text/html' },
  body: '<html><title>Sign in to the guest network</title></html>',
};

let parts: AsyncDisposableStack;
beforeEach(() => void (parts = new AsyncDisposableStack()));
afterEach(() => parts.disposeAsync());

const keptFresh = async (...words: Parameters<typeof keepFresh>) => parts.use(await keepFresh(...words));

describe('a server that', () => {
  let server: TokenServer;
  beforeEach(
    async () => void (server = parts.use(await startTokenServer([tokenAnswer('token-1', { expires_in: 600 })]))),
  );

  it.each<readonly [string, ErrorCode, ServerAnswer]>([
    ['resets the connection before it answers', 'network.reset', { fate: 'reset-at-once' }],
    [
      'resets the connection in the middle of its answer',
      'network.reset',
      { ...tokenAnswer('lost'), fate: 'reset-midway' },
    ],
    ['never answers', 'network.timeout', { fate: 'never' }],
    ['drips its answer', 'network.timeout', { ...tokenAnswer('slow'), dripMs: 50 }],
    ['answers 500 with a page', 'network.server_error', { ...page, status: 500 }],
    ['answers 502 with a page', 'network.server_error', { ...page, status: 502 }],
    ['answers 503 with a page', 'network.server_error', { ...page, status: 503 }],
    ['answers 200 with a page', 'network.bad_answer', page],
    ['answers with JSON that is cut off', 'network.bad_answer', { body: '{"access_token":"CANARY-cut' }],
    ['answers with 2 MB', 'network.too_large', { body: ' '.repeat(2_000_000) }],
    ['redirects', 'network.redirected', { status: 302, headers: { location: 'https://portal.example.com/login' } }],
    ['answers with a token that has ended', 'network.token_expired', tokenAnswer('dead', { expires_in: 0 })],
    ['answers with a negative expires_in', 'network.token_expired', tokenAnswer('dead', { expires_in: -60 })],
  ])('%s is %s', async (_case, code, answer) => {
    const { failures, refresh, token, waitMs } = await keptFresh(server.origin);
    server.answerWith([answer]);
    const isSilent = answer.fate === 'never' || answer.dripMs !== undefined;
    await refresh(isSilent ? 30_000 : undefined);
    expect(failures).toEqual([code]);
    expect(await token()).toBe('token-1');
    expect(waitMs()).toBeGreaterThanOrEqual(4_000);
    expect(waitMs()).toBeLessThanOrEqual(6_000);
    expect(server.requests).toHaveLength(2);
    server.answerWith([tokenAnswer('token-2')]);
    await refresh();
    expect(await token()).toBe('token-2');
    expect(server.requests).toHaveLength(3);
  });

  it.each([
    ['seconds', (_nowMs: number) => '120'],
    ['a date', (nowMs: number) => httpInstant(nowMs + 120_000)],
  ])('answers 429 and says in %s when to come back gets no request before', async (_case, retryAfter) => {
    const { clock, failures, refresh, token, waitMs } = await keptFresh(server.origin);
    // Its clock is an hour ahead: a date counts against its own.
    const serverNowMs = clock.now() + 3_600_000;
    const headers = { 'retry-after': retryAfter(serverNowMs), date: httpInstant(serverNowMs) };
    server.answerWith([{ status: 429, headers }]);
    await refresh();
    expect(failures).toEqual(['network.rate_limited']);
    expect(Math.abs(waitMs() - 120_000)).toBeLessThanOrEqual(1_000);
    await clock.advance(100_000);
    expect(await token()).toBe('network.rate_limited');
    expect(server.requests).toHaveLength(2);
    server.answerWith([tokenAnswer('token-2')]);
    await refresh();
    expect(await token()).toBe('token-2');
  });

  it.each<readonly [string, Readonly<Record<string, unknown>>, number | null]>([
    ['no', { expires_in: undefined }, null],
    ['an enormous', { expires_in: 1e300 }, null],
    ['a string as', { expires_in: '600' }, 600],
  ])('sends %s expires_in gives a token all the same', async (_case, members, seconds) => {
    server.answerWith([tokenAnswer('token-1', members)]);
    const { token, waitMs } = await keptFresh(server.origin);
    expect(await token()).toBe('token-1');
    expect(Number.isFinite(waitMs())).toBe(seconds !== null);
    expect(server.requests).toHaveLength(1);
  });
});

describe('a network in between', () => {
  let authority: TlsAuthority;
  beforeAll(() => void (authority = createTlsAuthority()));
  afterAll(() => authority[Symbol.dispose]());

  /** A tenant over TLS whose certificate changes, as a portal's in front of it does; it counts what got through. */
  async function tenant(hosts: readonly string[]) {
    const right = authority.issue({ hosts });
    let requests = 0;
    const server = parts.use(
      await serveHttps(right, (_request, response) => {
        requests += 1;
        response.writeHead(200, { 'content-type': 'application/json', connection: 'close' });
        response.end(JSON.stringify({ access_token: `token-${requests}`, expires_in: 600 }));
      }),
    );
    const become = (certificate: { readonly key: string; readonly cert: string }) =>
      (server.server as unknown as { setSecureContext(options: object): void }).setSecureContext(certificate);
    return { port: server.port, requests: () => requests, become, right };
  }

  it.each<readonly [string, ErrorCode, () => { readonly key: string; readonly cert: string }]>([
    [
      'a portal with a certificate of its own name',
      'network.tls_hostname',
      () => authority.issue({ hosts: ['portal.test'] }),
    ],
    ['a portal that nobody vouches for', 'network.tls_untrusted', () => authority.selfSigned('localhost')],
    [
      'a certificate that has expired',
      'network.tls_expired',
      () => authority.issue({ hosts: ['localhost'], validity: ['20000101000000Z', '20010101000000Z'] }),
    ],
  ])('with %s gets no secret, and is waited out', async (_case, code, certificate) => {
    const { become, port, requests, right } = await tenant(['localhost']);
    const options = { caFile: authority.caFile };
    const { failures, refresh, token } = await keptFresh(`https://localhost:${port}`, options);
    become(certificate());
    await refresh();
    expect([failures, requests()]).toEqual([[code], 1]);
    expect(await token()).toBe('token-1');
    become(right);
    await refresh();
    expect(await token()).toBe('token-2');
  });

  it.each<readonly [string, ErrorCode]>([
    ['is down', 'network.proxy_unreachable'],
    ['asks for a password', 'network.proxy_auth_required'],
  ])('whose proxy %s is waited out', async (fault, code) => {
    // Reaches loopback and yet is no loopback address, so that a proxy is used for it.
    const { port, requests } = await tenant(['0.0.0.0']);
    const proxy = await switchableProxy();
    const options = { caFile: authority.caFile, proxy: `http://127.0.0.1:${proxy.port}` };
    const { failures, refresh, token } = await keptFresh(`https://0.0.0.0:${port}`, options);
    await (fault === 'is down' ? proxy.goDown() : proxy.askForPassword(true));
    await refresh();
    expect([failures, requests()]).toEqual([[code], 1]);
    expect(await token()).toBe('token-1');
    await (fault === 'is down' ? proxy.comeUp() : proxy.askForPassword(false));
    await refresh();
    expect(await token()).toBe('token-2');
  });
});

/** A proxy on loopback that can be taken down, or ask for a password. */
async function switchableProxy() {
  const sockets = new Set<Socket>();
  let isGuarded = false;
  const server = createServer();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  server.on('connect', ({ url = '' }, client: Socket) => {
    if (isGuarded) {
      client.end('HTTP/1.1 407 Proxy\r\nProxy-Authenticate: Basic realm="x"\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    const target = connect(Number(url.split(':').at(-1)), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      target.pipe(client).pipe(target);
    });
    sockets.add(target);
    target.on('error', () => undefined);
  });
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const goDown = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  await listen(0);
  const { port } = server.address() as { port: number };
  parts.defer(goDown);
  return {
    port,
    goDown,
    comeUp: () => listen(port),
    askForPassword: (wanted: boolean) => void (isGuarded = wanted),
  };
}
