import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { systemClock } from '../../main/clock.ts';
import { createHttp } from '../../main/http/create-http.ts';
import { serveHttp, serveTcp } from '../fixtures/loopback-server.ts';

const run = promisify(execFile);
const newHttp = () => createHttp({ clock: systemClock, environment: {} });
const post = (port: number) => ({ method: 'POST', url: `http://127.0.0.1:${port}/`, headers: {}, body: 'x' }) as const;

test('one connection serves requests that follow each other', async () => {
  await using server = await serveHttp((_, answer) => void answer.end());
  const http = newHttp();
  for (let sent = 0; sent < 5; sent++) await http.send(post(server.port));
  await http.close();
  expect(server.connections()).toBe(1);
});

test('what is sent arrives: method, headers, and a body of text or bytes', async () => {
  const received: unknown[] = [];
  await using server = await serveHttp((request, answer) => {
    const { method, url, headers } = request;
    request.setEncoding('utf8').on('data', (body: string) => received.push([method, url, headers['x-mine'], body]));
    answer.end();
  });
  const http = newHttp();
  const request = { method: 'POST', url: `http://127.0.0.1:${server.port}/a?b=c`, headers: { 'x-mine': 'ä' } } as const;
  await http.send({ ...request, body: 'é' });
  await http.send({ ...request, body: new TextEncoder().encode('bytes') });
  await http.close();
  expect(received).toEqual([
    ['POST', '/a?b=c', 'ä', 'é'],
    ['POST', '/a?b=c', 'ä', 'bytes'],
  ]);
});

test('closing closes idle connections', async () => {
  const gone = Promise.withResolvers<void>();
  await using server = await serveHttp((_, answer) => void answer.end());
  server.server.on('connection', (socket) => socket.once('close', () => gone.resolve()));
  server.server.keepAliveTimeout = 600_000;
  const http = newHttp();
  await http.send(post(server.port));
  await http.close();
  await expect(gone.promise).resolves.toBeUndefined();
});

test('closing lets a request that is under way finish', async () => {
  const arrived = Promise.withResolvers<() => void>();
  await using server = await serveHttp((_, answer) => arrived.resolve(() => answer.end('late')));
  const http = newHttp();
  const sent = http.send(post(server.port));
  const finish = await arrived.promise;
  const closed = http.close();
  finish();
  await closed;
  expect((await sent).body).toBe('late');
});

test('closing gives up a connection that is still being made for nobody', async () => {
  const dropped = Promise.withResolvers<void>();
  const arrived = Promise.withResolvers<void>();
  await using server = await serveTcp((socket) => {
    arrived.resolve();
    socket.resume().once('close', () => dropped.resolve());
  });
  const abort = new AbortController();
  const http = createHttp({ clock: systemClock, environment: {}, connectTimeoutMs: 600_000 });
  const url = `https://127.0.0.1:${server.port}/`;
  const sent = http.send({ method: 'GET', url, headers: {}, signal: abort.signal });
  await arrived.promise;
  abort.abort();
  await expect(sent).rejects.toMatchObject({ code: 'internal.cancelled' });
  await http.close();
  await expect(dropped.promise).resolves.toBeUndefined();
});

test.each(['', 'await http.close();'])('a process ends by itself after its last request (%j)', async (close) => {
  await using server = await serveHttp(
    (_, answer) => void answer.writeHead(200, { 'keep-alive': 'timeout=600' }).end(),
  );
  const program = `
    import { createHttp } from './main/http/create-http.ts';
    import { systemClock } from './main/clock.ts';
    const http = createHttp({ clock: systemClock, environment: {} });
    const { status } = await http.send({ method: 'GET', url: 'http://127.0.0.1:${server.port}/', headers: {} });
    ${close}
    console.log(status);
  `;
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', program], { timeout: 20_000 });
  expect(stdout).toBe('200\n');
});

test('a program that sends nothing does not load undici', async () => {
  const program = `
    import { createHttp } from './main/http/create-http.ts';
    import { systemClock } from './main/clock.ts';
    import { registerHooks } from 'node:module';
    registerHooks({ resolve: (name, context, next) => { if (name === 'undici') console.log('loaded'); return next(name, context); } });
    const http = createHttp({ clock: systemClock, environment: {} });
    await http.send({ method: 'GET', url: 'http://example.com/', headers: {} }).catch((error) => console.log(error.code));
    await http.close();
  `;
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', program]);
  expect(stdout).toBe('network.failed\n');
});
