/** Makes the connections under undici: direct or through a proxy, within the connect time-out, with our trust. */
import type { Socket } from 'node:net';
import type { SecureContext } from 'node:tls';
import type { buildConnector } from 'undici';
import type { Clock } from '../clock.ts';
import { TokentrayError } from '../errors.ts';
import { translateFailure } from './failure.ts';
import { openSocket } from './open-socket.ts';
import type { ChosenProxy } from './proxy-route.ts';
import { openTunnel } from './tunnel.ts';

export interface ConnectorOptions {
  readonly clock: Clock;
  /** For everything until a request could be written: name, TCP, proxy, TLS. */
  readonly connectTimeoutMs: number;
  readonly trust: () => SecureContext;
  /** Proxy of a host, or undefined for a direct connection; may reject with a TokentrayError. */
  readonly route: (hostname: string, port: number) => Promise<ChosenProxy | undefined>;
}

export interface Connector {
  /** In the form undici asks for; fails with a TokentrayError only. */
  readonly connect: buildConnector.connector;
  /** Gives up connections that are still being made. */
  close(): void;
}

export function createConnector(options: ConnectorOptions): Connector {
  const { clock, connectTimeoutMs } = options;
  const opening = new Set<AbortController>();

  async function open(target: Target): Promise<Socket> {
    const attempt = new AbortController();
    const expire = () => attempt.abort(new TokentrayError('network.connect_timeout', { data: { host: target.host } }));
    const timer = clock.setTimer(connectTimeoutMs, expire);
    opening.add(attempt);
    try {
      return await connectTo(target, options, attempt.signal);
    } catch (thrown) {
      throw translateFailure(thrown, target.host);
    } finally {
      timer.cancel();
      opening.delete(attempt);
    }
  }

  return {
    connect(wanted, callback) {
      void deliver(open(targetOf(wanted)), callback);
    },
    close() {
      for (const attempt of opening) attempt.abort(new TokentrayError('internal.cancelled'));
    },
  };
}

async function deliver(opened: Promise<Socket>, callback: buildConnector.Callback): Promise<void> {
  let socket: Socket;
  try {
    socket = await opened;
  } catch (failure) {
    return callback(failure as TokentrayError, null);
  }
  callback(null, socket);
}

interface Target {
  readonly secure: boolean;
  /** Without brackets. */
  readonly hostname: string;
  readonly port: number;
  /** As the URL writes it, for messages. */
  readonly host: string;
}

function targetOf({ protocol, hostname, host, port }: buildConnector.Options): Target {
  const secure = protocol === 'https:';
  return { secure, hostname, host: host ?? hostname, port: port === '' ? (secure ? 443 : 80) : Number(port) };
}

/** Plain http is for loopback hosts, which have no proxy; so whatever goes through a proxy is TLS in a tunnel. */
async function connectTo(target: Target, options: ConnectorOptions, signal: AbortSignal): Promise<Socket> {
  const { hostname, port } = target;
  if (!target.secure) return openSocket({ hostname, port }, signal);
  const trust = options.trust();
  const proxy = await options.route(hostname, port);
  signal.throwIfAborted();
  if (proxy === undefined) return openSocket({ hostname, port, trust }, signal);
  const authority = `${hostname.includes(':') ? `[${hostname}]` : hostname}:${port}`;
  const over = await openTunnel(proxy, authority, options.trust, signal);
  return openSocket({ hostname, port, trust, over }, signal);
}
