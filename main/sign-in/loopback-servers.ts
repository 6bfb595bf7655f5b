/** HTTP servers on both loopback addresses of one port, so that nobody else on this machine is sent what is meant for us. */
import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { TokentrayError } from '../errors.ts';

export interface LoopbackServers {
  readonly port: number;
  /** One for each address family that this machine has. */
  readonly servers: readonly Server[];
}

export interface LoopbackOptions {
  /** Undefined: any free one. */
  readonly port: number | undefined;
  readonly answer: RequestListener;
  /** A request's head must have come within it; default 10,000. */
  readonly slowRequestMs?: number;
}

const addresses = ['127.0.0.1', '::1'] as const;

/** What `listen` fails with on a machine that lacks the address family. */
const familyMissing: ReadonlySet<string> = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EPROTONOSUPPORT']);

/** Longer than codes get; beyond it the answer is 431. */
const maxHeadBytes = 32 * 1024;

/** A browser opens a few, some of them in advance; more are somebody else's. */
const maxConnections = 64;

/** A port that is free for one family may be taken for the other. */
const freePortTries = 10;

/** Rejects with `auth.sign_in_port_taken` when another program has the port, be it for one of the families. */
export async function listenOnLoopback(options: LoopbackOptions): Promise<LoopbackServers> {
  if (options.port !== undefined) return listenOn(options.port, options);
  for (let left = freePortTries; ; left--) {
    try {
      return await listenOn(0, options);
    } catch (error) {
      if (left === 0) throw error;
    }
  }
}

async function listenOn(wanted: number, options: LoopbackOptions): Promise<LoopbackServers> {
  const servers: Server[] = [];
  let port = wanted;
  let missing: TokentrayError | undefined;
  for (const address of addresses) {
    const server = createLoopbackServer(options);
    try {
      port = await listen(server, port, address);
      servers.push(server);
    } catch (thrown) {
      const systemCode = String((thrown as { code?: unknown }).code);
      const host = address === '::1' ? `[::1]:${port}` : `${address}:${port}`;
      const error = new TokentrayError('auth.sign_in_port_taken', { data: { host, systemCode } });
      if (!familyMissing.has(systemCode)) {
        for (const opened of servers) opened.close();
        throw error;
      }
      missing = error;
    }
  }
  if (servers.length === 0 && missing !== undefined) throw missing;
  return { port, servers };
}

function createLoopbackServer({ answer, slowRequestMs = 10_000 }: LoopbackOptions): Server {
  const server = createServer(
    {
      maxHeaderSize: maxHeadBytes,
      headersTimeout: slowRequestMs,
      requestTimeout: slowRequestMs,
      connectionsCheckingInterval: Math.min(slowRequestMs, 1_000),
    },
    answer,
  );
  server.maxConnections = maxConnections;
  return server;
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host, exclusive: true, ipv6Only: true }, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}
