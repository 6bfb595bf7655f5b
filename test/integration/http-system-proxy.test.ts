/** Requests through the proxy that the system's own settings name. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../main/clock.ts';
import { createHttp } from '../../main/http/create-http.ts';
import type { HttpOptions } from '../../main/http/create-http.ts';
import { serveHttps, unusedPort } from '../fixtures/loopback-server.ts';
import type { LoopbackServer } from '../fixtures/loopback-server.ts';
import { startTinyproxy } from '../fixtures/tinyproxy.ts';
import type { Tinyproxy } from '../fixtures/tinyproxy.ts';
import { createTlsAuthority } from '../fixtures/tls-authority.ts';
import type { TlsAuthority } from '../fixtures/tls-authority.ts';

/** Reaches a server on loopback and yet is no loopback address, so that a proxy is used for it. */
const here = '0.0.0.0';

const parts = new AsyncDisposableStack();
let authority: TlsAuthority;
let tenant: LoopbackServer;
let proxy: Tinyproxy;

beforeAll(async () => {
  authority = parts.use(createTlsAuthority());
  tenant = parts.use(await serveHttps(authority.issue({ hosts: [here] }), (_, answer) => void answer.end('ok')));
  proxy = parts.use(await startTinyproxy());
});
afterAll(() => parts.disposeAsync());

/** How many tunnels the proxy opened for one request. */
async function tunnels(options: Partial<HttpOptions>): Promise<number> {
  const before = proxy.connects().length;
  const http = createHttp({ clock: systemClock, environment: {}, caFile: authority.caFile, ...options });
  try {
    const { body } = await http.send({
      method: 'GET',
      url: `https://${here}:${tenant.port}/x?secret=CANARY`,
      headers: {},
    });
    expect(body).toBe('ok');
  } finally {
    await http.close();
  }
  return proxy.connects().length - before;
}

describe('the proxy of the system', () => {
  it('carries the request', async () => {
    await expect(tunnels({ resolveProxy: async () => `PROXY 127.0.0.1:${proxy.port}` })).resolves.toBe(1);
  });

  it('is not used where the system says so', async () => {
    await expect(tunnels({ resolveProxy: async () => 'DIRECT' })).resolves.toBe(0);
  });

  it.each([
    ['the setting', (url: string) => ({ proxy: url })],
    ['the environment', (url: string) => ({ environment: { HTTPS_PROXY: url } })],
  ])('gives way to that of %s, and is not asked for', async (_case, options) => {
    const asked: string[] = [];
    const unused = await unusedPort();
    const resolveProxy = async (url: string) => {
      asked.push(url);
      return `PROXY 127.0.0.1:${unused}`;
    };
    await expect(tunnels({ ...options(`http://127.0.0.1:${proxy.port}`), resolveProxy })).resolves.toBe(1);
    expect(asked).toEqual([]);
  });

  it('is told the host, and nothing else of the request', async () => {
    const asked: string[] = [];
    const resolveProxy = async (url: string) => {
      asked.push(url);
      return 'DIRECT';
    };
    await tunnels({ resolveProxy });
    expect(asked).toEqual([`https://${here}:${tenant.port}/`]);
  });
});
