/** The real Http: undici with our trust, proxies, time-outs and limits. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Dispatcher } from 'undici';
import type { Clock } from '../clock.ts';
import { TokentrayError } from '../errors.ts';
import { isHttpsOrLoopback } from '../profiles/loopback.ts';
import { createConnector } from './connector.ts';
import { exchange } from './exchange.ts';
import type { Http, HttpRequest } from './http.ts';
import { proxyFor } from './proxy-route.ts';
import { systemProxyFor } from './system-proxy.ts';
import type { ResolveProxy } from './system-proxy.ts';
import { createTrust } from './trust.ts';

export interface HttpOptions {
  readonly clock: Clock;
  /** Read for `HTTPS_PROXY`, `ALL_PROXY`, `NO_PROXY` (or in lower case, which goes first) and `NODE_EXTRA_CA_CERTS`. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The person's setting: URL of a proxy. Goes before the environment, where its credentials may stand. */
  readonly proxy?: string;
  /** Asked where neither the setting nor the environment names a proxy, for each connection: networks change. */
  readonly resolveProxy?: ResolveProxy;
  /** The person's setting: file with certificate authorities to believe besides Node's and the system's. */
  readonly caFile?: string;
  /** Default 5,000. */
  readonly connectTimeoutMs?: number;
  /** From handing a request over to the end of its answer; default 30,000. */
  readonly totalTimeoutMs?: number;
  /** Default 1 MiB. */
  readonly maxBodyBytes?: number;
}

/** A socket idle for longer may have died unnoticed, and a POST on it cannot safely be sent again. */
const maxIdleMs = 30_000;

/**
 * Makes an Http with one pool of connections. Nothing is loaded, read or opened before the first `send`.
 * After `close`, `send` rejects with `internal.cancelled`.
 */
export function createHttp(options: HttpOptions): Http {
  const { clock, totalTimeoutMs = 30_000, maxBodyBytes = 1_048_576 } = options;
  const running = new Set<Promise<unknown>>();
  const connector = createConnector({
    clock,
    connectTimeoutMs: options.connectTimeoutMs ?? 5_000,
    trust: createTrust(options),
    async route(hostname, port) {
      const { environment, resolveProxy } = options;
      const chosen = proxyFor(hostname, port, options);
      if (chosen !== undefined || resolveProxy === undefined) return chosen;
      return systemProxyFor(hostname, port, environment, resolveProxy);
    },
  });
  let loading: Promise<Dispatcher> | undefined;
  let closed = false;

  async function load(): Promise<Dispatcher> {
    const { Agent } = await import('undici');
    return new Agent({
      connect: connector.connect,
      allowH2: false,
      keepAliveMaxTimeout: maxIdleMs,
      // The exchange's own time-out covers the whole answer.
      headersTimeout: 0,
      bodyTimeout: 0,
    });
  }

  async function perform(request: HttpRequest) {
    const url = permittedUrl(request.url);
    const dispatcher = await (loading ??= load());
    if (request.signal?.aborted === true) throw new TokentrayError('internal.cancelled');
    const answer = await exchange(dispatcher, url, request, { clock, totalTimeoutMs, maxBodyBytes });
    // undici takes the connection back one turn after the answer: whoever sends again at once finds it then.
    await nextTurn();
    return answer;
  }

  return {
    async send(request) {
      if (closed) throw new TokentrayError('internal.cancelled');
      const answer = perform(request);
      running.add(answer);
      try {
        return await answer;
      } finally {
        running.delete(answer);
      }
    },
    async close() {
      closed = true;
      await Promise.allSettled(running);
      connector.close();
      await (await loading)?.destroy();
    },
  };
}

/** The last guard: callers have validated their URLs long before. */
function permittedUrl(text: string): URL {
  const url = URL.parse(text);
  if (url === null) throw new TokentrayError('network.failed', { data: { detail: 'the address is no URL' } });
  if (isHttpsOrLoopback(url)) return url;
  throw new TokentrayError('network.failed', {
    data: { host: url.host, detail: 'only https is sent, and http to this machine alone' },
  });
}
