import { afterAll, describe, expect, test } from 'vitest';
import { systemClock } from '../../main/clock.ts';
import { createHttp } from '../../main/http/create-http.ts';
import type { HttpOptions } from '../../main/http/create-http.ts';
import type { Http } from '../../main/http/http.ts';
import { serveHttp, serveTcp, unusedPort } from '../fixtures/loopback-server.ts';

/** Closed at the end only, so that a connection that is dropped earlier was dropped for its own sake. */
const clients: Http[] = [];
afterAll(() => Promise.all(clients.map((http) => http.close())));

function newHttp(options: Partial<HttpOptions> = {}): Http {
  const http = createHttp({ clock: systemClock, environment: {}, ...options });
  clients.push(http);
  return http;
}

function post(url: string, options: Partial<HttpOptions> = {}, signal?: AbortSignal) {
  const request = { method: 'POST', url, headers: {}, body: 'x' } as const;
  return newHttp(options).send(signal === undefined ? request : { ...request, signal });
}

describe('a server that is not there', () => {
  test('refuses', async () => {
    const host = `127.0.0.1:${await unusedPort()}`;
    await expect(post(`http://${host}/`)).rejects.toMatchObject({
      code: 'network.refused',
      data: { host, systemCode: 'ECONNREFUSED' },
    });
  });

  test('refuses under a name with several addresses too', async () => {
    const sent = post(`http://localhost:${await unusedPort()}/`);
    await expect(sent).rejects.toMatchObject({ code: 'network.refused' });
  });

  test('has no name', async () => {
    const sent = post('https://tenant.example.invalid/oauth/token');
    await expect(sent).rejects.toMatchObject({ code: 'network.dns', data: { host: 'tenant.example.invalid' } });
  });
});

describe('a server that does not behave', () => {
  test('accepts and never answers: total time-out', async () => {
    await using server = await serveTcp((socket) => socket.resume());
    const sent = post(`http://127.0.0.1:${server.port}/`, { totalTimeoutMs: 100 });
    await expect(sent).rejects.toMatchObject({ code: 'network.timeout', data: { host: `127.0.0.1:${server.port}` } });
  });

  test('drips its answer for ever: total time-out, and the connection is dropped', async () => {
    let drip: NodeJS.Timeout | undefined;
    const dropped = Promise.withResolvers<void>();
    await using server = await serveHttp((_, answer) => {
      drip = setInterval(() => answer.write('.'), 10);
      answer.on('close', () => dropped.resolve());
    });
    const sent = post(`http://127.0.0.1:${server.port}/`, { totalTimeoutMs: 200 });
    await expect(sent).rejects.toMatchObject({ code: 'network.timeout' });
    await expect(dropped.promise).resolves.toBeUndefined();
    clearInterval(drip);
  });

  test.each([
    ['before its answer', ''],
    ['in the middle of its head', 'HTTP/1.1 200 OK\r\nContent-'],
    ['in the middle of a body of known length', 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf'],
    ['in the middle of a chunked body', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n'],
  ])('hangs up %s: reset', async (_, text) => {
    await using closing = await serveTcp((socket) => socket.once('data', () => socket.end(text)));
    await using resetting = await serveTcp((socket) =>
      socket.once('data', () => socket.write(text, () => socket.resetAndDestroy())),
    );
    for (const server of [closing, resetting])
      await expect(post(`http://127.0.0.1:${server.port}/`)).rejects.toMatchObject({ code: 'network.reset' });
  });

  test('hangs up in the middle of a body after announcing that it will close: reset', async () => {
    const text = 'HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 100\r\n\r\nhalf';
    await using server = await serveTcp((socket) => socket.once('data', () => socket.end(text)));
    await expect(post(`http://127.0.0.1:${server.port}/`)).rejects.toMatchObject({ code: 'network.reset' });
  });

  test('speaks something else: bad answer', async () => {
    await using server = await serveTcp((socket) => socket.once('data', () => socket.end('220 mail ready\r\n')));
    await expect(post(`http://127.0.0.1:${server.port}/`)).rejects.toMatchObject({ code: 'network.bad_answer' });
  });

  test('sends 2 MB: too large', async () => {
    await using server = await serveHttp((_, answer) => void answer.end(Buffer.alloc(2_000_000, 'a')));
    const host = `127.0.0.1:${server.port}`;
    await expect(post(`http://${host}/`)).rejects.toMatchObject({ code: 'network.too_large', data: { host } });
  });

  test('never stops sending: too large, and the connection is dropped', async () => {
    const dropped = Promise.withResolvers<void>();
    await using server = await serveHttp((_, answer) => {
      const pour = () => {
        while (answer.write(Buffer.alloc(65_536, 'a')));
      };
      answer.on('drain', pour).on('close', () => dropped.resolve());
      pour();
    });
    await expect(post(`http://127.0.0.1:${server.port}/`)).rejects.toMatchObject({ code: 'network.too_large' });
    await expect(dropped.promise).resolves.toBeUndefined();
  });

  test('sends exactly 1 MiB: read', async () => {
    await using server = await serveHttp((_, answer) => void answer.end(Buffer.alloc(1_048_576, 'a')));
    expect((await post(`http://127.0.0.1:${server.port}/`)).body).toHaveLength(1_048_576);
  });

  test('has an endless head: too large', async () => {
    await using server = await serveTcp((socket) =>
      socket.once('data', () => socket.write(`HTTP/1.1 200 OK\r\nX: ${'a'.repeat(100_000)}`)),
    );
    await expect(post(`http://127.0.0.1:${server.port}/`)).rejects.toMatchObject({ code: 'network.too_large' });
  });

  test.each([301, 302, 303, 307, 308])('redirects with %i: refused, and the target gets no request', async (status) => {
    let requests = 0;
    await using target = await serveHttp((_, answer) => {
      requests++;
      answer.end();
    });
    const location = `http://127.0.0.1:${target.port}/?token=CANARY`;
    await using server = await serveHttp((_, answer) => void answer.writeHead(status, { location }).end());
    const error = (await post(`http://127.0.0.1:${server.port}/`).catch((thrown: unknown) => thrown)) as {
      data: object;
    };
    expect(error).toMatchObject({ code: 'network.redirected', data: { detail: `http://127.0.0.1:${target.port}` } });
    expect([requests, JSON.stringify(error.data).includes('CANARY')]).toEqual([0, false]);
  });
});

describe('cancelling', () => {
  test('a request under way ends at once and drops the connection', async () => {
    const abort = new AbortController();
    const dropped = Promise.withResolvers<void>();
    await using server = await serveTcp((socket) => {
      socket.once('data', () => abort.abort());
      socket.once('close', () => dropped.resolve());
    });
    const sent = post(`http://127.0.0.1:${server.port}/`, {}, abort.signal);
    await expect(sent).rejects.toMatchObject({ code: 'internal.cancelled' });
    await expect(dropped.promise).resolves.toBeUndefined();
  });

  test('before a connection stands sends nothing', async () => {
    const abort = new AbortController();
    const received: Buffer[] = [];
    const gone = Promise.withResolvers<void>();
    await using server = await serveTcp((socket) =>
      socket.on('data', (bytes) => void received.push(bytes)).once('close', () => gone.resolve()),
    );
    await using warm = await serveHttp((_, answer) => void answer.end());
    const http = newHttp();
    await http.send({ method: 'GET', url: `http://127.0.0.1:${warm.port}/`, headers: {} });
    const url = `http://127.0.0.1:${server.port}/`;
    const sent = http.send({ method: 'POST', url, headers: {}, body: 'x', signal: abort.signal });
    // Runs after every promise that is ready and before anything of the network: handed over, not yet connected.
    await new Promise((resolve) => process.nextTick(resolve));
    abort.abort();
    await expect(sent).rejects.toMatchObject({ code: 'internal.cancelled' });
    await gone.promise;
    expect(Buffer.concat(received)).toHaveLength(0);
  });
});

describe('a GET of which the head of the body is enough', () => {
  test('ends with it while the server goes on sending, and the connection is dropped', async () => {
    const dropped = Promise.withResolvers<void>();
    await using server = await serveHttp((request, answer) => {
      answer.on('close', () => dropped.resolve());
      answer.write(`${request.method} ${'x'.repeat(100_000)}`);
    });
    const url = `http://127.0.0.1:${server.port}/`;
    const { status, body } = await newHttp().send({ method: 'GET', url, headers: {}, keepBytes: 10 });
    expect([status, body]).toEqual([200, 'GET xxxxxx']);
    await expect(dropped.promise).resolves.toBeUndefined();
  });
});
