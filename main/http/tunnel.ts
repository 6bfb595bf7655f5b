/** Opens a tunnel through an HTTP proxy (CONNECT, RFC 9110 section 9.3.6). */
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { SecureContext } from 'node:tls';
import { TokentrayError } from '../errors.ts';
import { translateFailure } from './failure.ts';
import { openSocket } from './open-socket.ts';
import { proxyRefusal } from './proxy-answer.ts';
import type { ChosenProxy } from './proxy-route.ts';
import type { Proxy } from './proxy-url.ts';

/**
 * A connection to `authority` (`host:port`) by way of the proxy. `trust` is asked only for a proxy that speaks TLS.
 * @throws TokentrayError `network.proxy_*`, or `network.tls_*` whose `peer` is the proxy. When `signal` aborts while the
 * proxy is already at work for us, its reason.
 */
export async function openTunnel(
  proxy: ChosenProxy,
  authority: string,
  trust: () => SecureContext,
  signal: AbortSignal,
): Promise<Socket> {
  const socket = await reachProxy(proxy, trust, signal);
  try {
    return await requestTunnel(socket, proxy, authority, signal);
  } catch (thrown) {
    socket.destroy();
    if (signal.aborted) throw signal.reason;
    throw proxyFailure(thrown, proxy);
  }
}

async function reachProxy(proxy: Proxy, trust: () => SecureContext, signal: AbortSignal): Promise<Socket> {
  const target = { hostname: proxy.hostname, port: proxy.port, ...(proxy.secure ? { trust: trust() } : {}) };
  try {
    return await openSocket(target, signal);
  } catch (thrown) {
    throw proxyFailure(thrown, proxy);
  }
}

function requestTunnel(socket: Socket, proxy: ChosenProxy, authority: string, signal: AbortSignal): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const connect = request({
      method: 'CONNECT',
      path: authority,
      // Without it Node says `close`, which some proxies apply to the tunnel.
      headers: { host: authority, connection: 'keep-alive', ...credentials(proxy) },
      createConnection: () => socket,
      signal,
    });
    connect.on('error', reject);
    connect.once('connect', (answer: IncomingMessage, _socket, early: Buffer) => {
      const status = answer.statusCode ?? 0;
      if (status < 200 || status > 299) {
        const challenges = answer.headersDistinct['proxy-authenticate'] ?? [];
        return reject(proxyRefusal({ status, challenges }, proxy));
      }
      if (early.length > 0) socket.unshift(early);
      resolve(socket);
    });
    connect.end();
  });
}

function credentials({ authorization }: Proxy): Record<string, string> {
  return authorization === undefined ? {} : { 'proxy-authorization': authorization };
}

/** Whatever kept us from the proxy is its being unreachable, except that its certificate and its own answer tell more. */
function proxyFailure(thrown: unknown, proxy: Proxy): TokentrayError {
  const failure = translateFailure(thrown, proxy.host);
  if (/^(network\.proxy_|internal\.)/.test(failure.code)) return failure;
  if (failure.code.startsWith('network.tls_'))
    return new TokentrayError(failure.code, { data: { ...failure.data, peer: 'proxy' } });
  return new TokentrayError('network.proxy_unreachable', { data: { ...failure.data, host: proxy.host } });
}
