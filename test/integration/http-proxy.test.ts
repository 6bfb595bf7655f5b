import type { RequestListener } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '../../main/clock.ts';
import type { TokentrayError } from '../../main/errors.ts';
import { createHttp } from '../../main/http/create-http.ts';
import type { HttpOptions } from '../../main/http/create-http.ts';
import { serveHttp, serveHttps, serveTcp, unusedPort } from '../fixtures/loopback-server.ts';
import type { LoopbackServer } from '../fixtures/loopback-server.ts';
import { startTinyproxy } from '../fixtures/tinyproxy.ts';
import type { Tinyproxy } from '../fixtures/tinyproxy.ts';
import { createTlsAuthority } from '../fixtures/tls-authority.ts';
import type { ServerCertificate, TlsAuthority } from '../fixtures/tls-authority.ts';

/** Reaches a server on loopback and yet is no loopback address, so that a proxy is used for it. */
const here = '0.0.0.0';
const password = 'CANARY-secret';

const parts = new AsyncDisposableStack();
let authority: TlsAuthority;
let certificate: ServerCertificate;
let tenant: LoopbackServer;
let open: Tinyproxy;
let guarded: Tinyproxy;
let requests: { readonly headers: Readonly<Record<string, unknown>> }[] = [];

beforeAll(async () => {
  authority = parts.use(createTlsAuthority());
  certificate = authority.issue({ hosts: [here, 'localhost', '127.0.0.1'] });
  const answer: RequestListener = (request, response) => {
    requests.push(request);
    response.end('ok');
  };
  tenant = parts.use(await serveHttps(certificate, answer));
  open = parts.use(await startTinyproxy());
  guarded = parts.use(await startTinyproxy({ user: 'user', password }));
});
beforeEach(() => void (requests = []));
afterAll(() => parts.disposeAsync());

async function post(url: string, options: Partial<HttpOptions>) {
  const http = createHttp({ clock: systemClock, environment: {}, caFile: authority.caFile, ...options });
  try {
    return await http.send({ method: 'POST', url, headers: {}, body: 'x' });
  } finally {
    await http.close();
  }
}
const postHere = (options: Partial<HttpOptions>) => post(`https://${here}:${tenant.port}/`, options);

async function failureOf(sent: Promise<unknown>): Promise<TokentrayError> {
  return (await sent.then(
    () => expect.unreachable('it was answered'),
    (thrown: unknown) => thrown,
  )) as TokentrayError;
}

describe('an open proxy', () => {
  test.each(['proxy', 'HTTPS_PROXY', 'ALL_PROXY'])('named by %s carries the request', async (source) => {
    const url = `http://127.0.0.1:${open.port}`;
    const before = open.connects().length;
    const answer = await postHere(source === 'proxy' ? { proxy: url } : { environment: { [source]: url } });
    expect(answer.body).toBe('ok');
    expect(open.connects().slice(before)).toEqual([`${here}:${tenant.port}`]);
  });

  test.each(['localhost', '127.0.0.1'])('is not used for %s', async (host) => {
    const before = open.connects().length;
    await post(`https://${host}:${tenant.port}/`, { proxy: `http://127.0.0.1:${open.port}` });
    expect(open.connects()).toHaveLength(before);
  });

  test('named by HTTP_PROXY alone is not used for https', async () => {
    const before = open.connects().length;
    await postHere({ environment: { HTTP_PROXY: `http://127.0.0.1:${open.port}` } });
    expect([requests.length, open.connects().length]).toEqual([1, before]);
  });

  test('is not used for a host in NO_PROXY', async () => {
    const before = open.connects().length;
    const environment = { HTTPS_PROXY: `http://127.0.0.1:${open.port}`, NO_PROXY: `other.test,${here}` };
    await postHere({ environment });
    expect([requests.length, open.connects().length]).toEqual([1, before]);
  });

  test('carries several requests over one tunnel', async () => {
    const before = open.connects().length;
    const http = createHttp({
      clock: systemClock,
      environment: { HTTPS_PROXY: `http://127.0.0.1:${open.port}` },
      caFile: authority.caFile,
    });
    for (let sent = 0; sent < 3; sent++)
      await http.send({ method: 'GET', url: `https://${here}:${tenant.port}/`, headers: {} });
    await http.close();
    expect(open.connects()).toHaveLength(before + 1);
  });

  test('does not soften the check of the certificate behind it', async () => {
    const other = authority.issue({ hosts: ['other.test'] });
    await using server = await serveHttps(other, (_, answer) => void answer.end());
    const sent = post(`https://${here}:${server.port}/`, { proxy: `http://127.0.0.1:${open.port}` });
    const host = `${here}:${server.port}`;
    const { code, data } = await failureOf(sent);
    expect([code, data.host, data.peer]).toEqual(['network.tls_hostname', host, undefined]);
  });

  test('that cannot reach the target refuses with a status', async () => {
    const sent = post(`https://${here}:${await unusedPort()}/`, { proxy: `http://127.0.0.1:${open.port}` });
    const { code, data } = await failureOf(sent);
    expect([code, data.host]).toEqual(['network.proxy_refused', `127.0.0.1:${open.port}`]);
    expect(data.status).toBeGreaterThanOrEqual(500);
  });
});

describe('a proxy that asks for a password', () => {
  const withPassword = (given: string) => `http://user:${given}@127.0.0.1:${guarded.port}`;
  const plain = () => `http://127.0.0.1:${guarded.port}`;

  test('gets the one in its URL, percent-decoded', async () => {
    expect((await postHere({ environment: { https_proxy: withPassword('%43ANARY%2Dsecret') } })).body).toBe('ok');
  });

  test('gets the one in HTTPS_PROXY when the setting names the same proxy', async () => {
    const environment = { HTTPS_PROXY: withPassword(password) };
    expect((await postHere({ proxy: plain(), environment })).body).toBe('ok');
  });

  test('is not told the one of another proxy', async () => {
    const environment = { HTTPS_PROXY: `http://user:${password}@127.0.0.1:${open.port}` };
    const { code } = await failureOf(postHere({ proxy: plain(), environment }));
    expect(code).toBe('network.proxy_auth_required');
  });

  test('keeps it to itself: the server behind it sees no proxy header', async () => {
    await postHere({ environment: { HTTPS_PROXY: withPassword(password) } });
    expect(requests.map(({ headers }) => Object.keys(headers).filter((name) => name.startsWith('proxy')))).toEqual([
      [],
    ]);
  });

  test('without one is an error that names the proxy', async () => {
    const { code, data } = await failureOf(postHere({ proxy: plain() }));
    expect([code, data.host]).toEqual(['network.proxy_auth_required', `127.0.0.1:${guarded.port}`]);
    expect(requests).toHaveLength(0);
  });

  test('with a wrong one rejects it, in an error that shows neither user nor password', async () => {
    const error = await failureOf(postHere({ environment: { HTTPS_PROXY: withPassword('CANARY-wrong') } }));
    expect(error.code).toBe('network.proxy_auth_rejected');
    const everything = `${error.stack} ${JSON.stringify(error.data)} ${String(error.cause)}`;
    expect(everything).not.toMatch(/CANARY|user:|Basic/);
  });
});

describe('a proxy with something else to say', () => {
  /** A proxy that gives the same answer to every CONNECT. */
  const proxyAnswering = (head: string) =>
    serveTcp((socket) => socket.once('data', () => socket.end(`${head}\r\n\r\n`)));

  test('such as NTLM and Negotiate only, is not supported', async () => {
    await using proxy = await proxyAnswering(
      'HTTP/1.1 407 No\r\nProxy-Authenticate: Negotiate\r\nProxy-Authenticate: NTLM\r\nContent-Length: 0',
    );
    const { code, data } = await failureOf(postHere({ proxy: `http://user:CANARY@127.0.0.1:${proxy.port}` }));
    expect([code, data.detail]).toEqual(['network.proxy_auth_unsupported', 'Negotiate, NTLM']);
  });

  test('such as 403, refuses', async () => {
    await using proxy = await proxyAnswering('HTTP/1.1 403 Forbidden\r\nContent-Length: 0');
    const { code, data } = await failureOf(postHere({ proxy: `http://127.0.0.1:${proxy.port}` }));
    expect([code, data.status]).toEqual(['network.proxy_refused', 403]);
  });

  test.each(['SSH-2.0-OpenSSH_9.6', ''])('such as %j, is no proxy', async (greeting) => {
    await using server = await proxyAnswering(greeting);
    const { code, data } = await failureOf(postHere({ proxy: `http://127.0.0.1:${server.port}` }));
    expect([code, data.host]).toEqual(['network.proxy_unreachable', `127.0.0.1:${server.port}`]);
  });

  test.each([
    ['refuses', 'HTTP/1.1 403 Forbidden', 'network.proxy_refused'],
    ['connects to nothing', 'HTTP/1.1 200 OK', 'network.connect_timeout'],
  ])('that %s and stays on the line, is hung up on', async (_, head, code) => {
    const gone = Promise.withResolvers<void>();
    await using proxy = await serveTcp((socket) => {
      socket.once('data', () => socket.write(`${head}\r\n\r\n`)).once('close', () => gone.resolve());
    });
    const http = createHttp({
      clock: systemClock,
      environment: {},
      proxy: `http://127.0.0.1:${proxy.port}`,
      connectTimeoutMs: 200,
    });
    const sent = http.send({ method: 'GET', url: `https://${here}:${tenant.port}/`, headers: {} });
    await expect(sent).rejects.toMatchObject({ code });
    await expect(gone.promise).resolves.toBeUndefined();
    await http.close();
  });

  test('such as nothing at all, is a connect time-out', async () => {
    await using proxy = await serveTcp((socket) => socket.resume());
    const sent = postHere({ proxy: `http://127.0.0.1:${proxy.port}`, connectTimeoutMs: 100 });
    const host = `${here}:${tenant.port}`;
    await expect(sent).rejects.toMatchObject({ code: 'network.connect_timeout', data: { host } });
  });
});

test('a proxy that is not there is unreachable', async () => {
  const port = await unusedPort();
  await expect(postHere({ proxy: `http://user:CANARY@127.0.0.1:${port}` })).rejects.toMatchObject({
    code: 'network.proxy_unreachable',
    data: { host: `127.0.0.1:${port}`, systemCode: 'ECONNREFUSED' },
  });
});

test('a proxy whose name does not exist is unreachable', async () => {
  await expect(postHere({ proxy: 'http://proxy.invalid:3128' })).rejects.toMatchObject({
    code: 'network.proxy_unreachable',
    data: { host: 'proxy.invalid:3128' },
  });
});

test('an invalid proxy URL sends nothing', async () => {
  await expect(postHere({ environment: { HTTPS_PROXY: 'socks5://127.0.0.1:1' } })).rejects.toMatchObject({
    code: 'network.proxy_invalid',
  });
  expect(requests).toHaveLength(0);
});

describe('a proxy that speaks TLS itself', () => {
  async function secureProxy(served: ServerCertificate) {
    const proxy = await serveHttps(served, (_, answer) => void answer.end());
    proxy.server.on('connect', (request, socket) => {
      const [host = '', port = ''] = (request.url ?? '').split(':');
      const onward = connect(Number(port), host, () => socket.write('HTTP/1.1 200 OK\r\n\r\n'));
      onward.on('error', () => socket.destroy());
      socket.on('error', () => onward.destroy());
      socket.pipe(onward).pipe(socket);
    });
    return proxy;
  }

  test('carries the request', async () => {
    await using proxy = await secureProxy(certificate);
    expect((await postHere({ proxy: `https://127.0.0.1:${proxy.port}` })).body).toBe('ok');
  });

  test('is told no credentials and is the one to blame when its certificate is from nowhere', async () => {
    await using proxy = await secureProxy(authority.selfSigned('localhost'));
    const sent = postHere({ environment: { HTTPS_PROXY: `https://user:CANARY@localhost:${proxy.port}` } });
    await expect(sent).rejects.toMatchObject({
      code: 'network.tls_untrusted',
      data: { host: `localhost:${proxy.port}`, peer: 'proxy' },
    });
  });

  test('is the one to blame when it does not speak TLS at all', async () => {
    const answer = 'HTTP/1.1 400 Bad Request\r\n\r\n';
    await using proxy = await serveTcp((socket) => socket.once('data', () => socket.end(answer)));
    const sent = postHere({ proxy: `https://127.0.0.1:${proxy.port}` });
    await expect(sent).rejects.toMatchObject({
      code: 'network.tls_failed',
      data: { host: `127.0.0.1:${proxy.port}`, peer: 'proxy' },
    });
  });
});

test('plain http to this machine ignores the proxy', async () => {
  await using server = await serveHttp((_, answer) => void answer.end('plain'));
  const sent = post(`http://127.0.0.1:${server.port}/`, { proxy: 'http://proxy.invalid:1' });
  expect((await sent).body).toBe('plain');
});
