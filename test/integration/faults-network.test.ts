/** Ways to a server that are not there for a while: the living token is handed out, and everything goes on by itself. */
import dns from 'node:dns';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startBlackHole } from '../fixtures/black-hole.ts';
import { keepFresh } from '../fixtures/kept-fresh.ts';
import { startTokenServer, tokenAnswer } from '../fixtures/token-server.ts';

let parts: AsyncDisposableStack;
beforeEach(() => void (parts = new AsyncDisposableStack()));
afterEach(async () => {
  vi.restoreAllMocks();
  await parts.disposeAsync();
});

type Kept = Awaited<ReturnType<typeof keepFresh>>;

async function expectWaitedOut({ failures, token, waitMs }: Kept, code: string): Promise<void> {
  expect(failures).toEqual([code]);
  expect(await token()).toBe('token-1');
  expect(waitMs()).toBeGreaterThanOrEqual(4_000);
  expect(waitMs()).toBeLessThanOrEqual(6_000);
}

it('a server that refuses connections is waited out', async () => {
  let requests = 0;
  const listen = (port: number) => {
    const server = createServer((request, response) => {
      request.resume();
      requests += 1;
      response.writeHead(200, { 'content-type': 'application/json', connection: 'close' });
      response.end(JSON.stringify({ access_token: `token-${requests}`, expires_in: 600 }));
    });
    parts.defer(() => void server.close());
    return new Promise<typeof server>((resolve) => server.listen(port, '127.0.0.1', () => resolve(server)));
  };
  const server = await listen(0);
  const { port } = server.address() as AddressInfo;
  const kept = parts.use(await keepFresh(`http://127.0.0.1:${port}`));
  await new Promise((resolve) => server.close(resolve));
  await kept.refresh();
  await expectWaitedOut(kept, 'network.refused');
  await listen(port);
  await kept.refresh();
  expect([await kept.token(), requests]).toEqual(['token-2', 2]);
});

it.each(['ENOTFOUND', 'EAI_AGAIN'])('a name that is not found for a while is waited out (%s)', async (code) => {
  const answer = (name: string) => ({ ...tokenAnswer(name, { expires_in: 600 }), headers: { connection: 'close' } });
  const server = parts.use(await startTokenServer([answer('token-1'), answer('token-2')]));
  const kept = parts.use(await keepFresh(server.origin.replace('127.0.0.1', 'localhost')));
  const fail = (name: string, ...more: readonly unknown[]): void => {
    const callback = more.at(-1) as (error: Error) => void;
    callback(Object.assign(new Error('CANARY'), { code, syscall: 'getaddrinfo', hostname: name }));
  };
  // The resolver of the system, which every connection asks.
  const lookup = vi.spyOn(dns, 'lookup').mockImplementation(fail);
  await kept.refresh();
  await expectWaitedOut(kept, 'network.dns');
  expect([lookup.mock.calls.length, server.requests.length]).toEqual([1, 1]);
  lookup.mockRestore();
  await kept.refresh();
  expect(await kept.token()).toBe('token-2');
});

it('a black hole, which neither takes nor refuses a connection, is given up after 5 s and waited out', async () => {
  const hole = parts.use(await startBlackHole());
  const kept = parts.use(await keepFresh(hole.origin));
  await hole.swallow();
  await kept.refresh(5_000);
  await expectWaitedOut(kept, 'network.connect_timeout');
  hole.release();
  await kept.refresh();
  expect(await kept.token()).toBe('token-2');
});
