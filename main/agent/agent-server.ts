/**
 * The agent: while it runs, it is the one that refreshes, and everybody else on this data folder asks it.
 *
 * Invariants:
 * - being the agent is a lease in the database, so that there is one per data folder; whoever holds it may replace the
 *   socket that a dead agent left behind;
 * - nobody but this user can connect: the socket never exists without mode 0600.
 */
import { chmodSync, lstatSync, unlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { Clock } from '../clock.ts';
import { TokentrayError } from '../errors.ts';
import type { Lease, LeaseStore } from '../storage/storage.ts';
import { ask } from './http-over-socket.ts';
import { OpenConnections } from './open-connections.ts';
import type { AgentPorts } from './ports.ts';
import { errorReply } from './reply.ts';
import { RequestRefused } from './request-refused.ts';
import { handle } from './routes.ts';
import { socketPath } from './socket-path.ts';

export interface RunningAgent {
  /** Of the socket or named pipe. */
  readonly path: string;
  /** Hangs up on those who follow changes, lets requests under way finish, and frees socket and lease. */
  close(): Promise<void>;
}

const subject = 'agent';

const greeting = { method: 'GET', target: '/v1/hello', idleMs: 2_000 } as const;

/** For as long as the process lives: the lease of a dead process is free at once. */
const leaseLifetimeMs = 100 * 365 * 86_400_000;

/** How long `close` waits for answers under way before it hangs up: a request to a tenant may take most of it. */
const closeGraceMs = 40_000;

/** Rejects with `ipc.agent_running`, `ipc.socket_path_too_long`, `storage.*`. */
export async function startAgent(
  ports: AgentPorts,
  platform: NodeJS.Platform = process.platform,
): Promise<RunningAgent> {
  const { home, leases } = ports.storage;
  const path = socketPath(home, platform);
  const lease = await becomeAgent(leases, path);
  const stopping = new AbortController();
  try {
    const server = agentServer(ports, stopping.signal);
    const connections = new OpenConnections(server);
    if (platform !== 'win32') await removeStaleSocket(path);
    await listen(server, path, platform);
    return {
      path,
      async close() {
        stopping.abort();
        await closeServer(server, connections, ports.clock);
        await leases.release(lease);
      },
    };
  } catch (error) {
    await leases.release(lease);
    throw error;
  }
}

async function becomeAgent(leases: LeaseStore, path: string): Promise<Lease> {
  const taken = await leases.acquire(subject, leaseLifetimeMs);
  if ('nonce' in taken) return taken;
  const { ownerPid, ownerStarted, nonce } = taken.holder;
  // Where the platform tells no start times, the pid of a crashed agent may be a stranger's by now: whoever is the agent answers.
  const mayBeStranger = ownerStarted === null && (await ask(path, greeting)) === undefined;
  if (!mayBeStranger) throw alreadyRunning(`process ${ownerPid}`);
  await leases.release({ subject, nonce });
  return becomeAgent(leases, path);
}

function agentServer(ports: AgentPorts, stopping: AbortSignal): Server {
  const server = createServer(
    { headersTimeout: 5_000, requestTimeout: 10_000, keepAliveTimeout: 60_000, connectionsCheckingInterval: 5_000 },
    (request, response) => void handle({ ports, request, response, stopping }),
  );
  server.on('clientError', (_error, socket) => {
    if (!socket.writable) {
      socket.destroy();
      return;
    }
    const body = `${JSON.stringify(errorReply(new RequestRefused(400, 'the request is not HTTP/1.1')))}\n`;
    const head = `HTTP/1.1 400 Bad Request\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}`;
    socket.end(`${head}\r\nconnection: close\r\n\r\n${body}`);
  });
  return server;
}

/** Only called by the holder of the lease: what listens here nevertheless is an agent whose database was replaced. */
async function removeStaleSocket(path: string): Promise<void> {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) return;
  if (!found.isSocket()) {
    throw new TokentrayError('storage.folder_unusable', { data: { path, detail: 'it is in the way of the socket' } });
  }
  const answer = await ask(path, greeting);
  if (answer !== undefined) throw alreadyRunning('on another database of the same folder');
  unlinkSync(path);
}

function listen(server: Server, path: string, platform: NodeJS.Platform): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(translated(error, path)));
    server.once('listening', () => {
      // Nobody has been accepted yet: that takes a turn of the event loop.
      if (platform !== 'win32') chmodSync(path, 0o600);
      resolve();
    });
    const before = process.umask(0o077);
    try {
      server.listen(path);
    } finally {
      process.umask(before);
    }
  });
}

/** Waits for answers under way, and for nobody who only keeps a connection. Node removes the socket when the server closes. */
async function closeServer(server: Server, connections: OpenConnections, clock: Clock): Promise<void> {
  const closed = new Promise((resolve) => server.once('close', resolve));
  server.close();
  connections.close();
  const patience = clock.setTimer(closeGraceMs, () => server.closeAllConnections());
  await closed;
  patience.cancel();
}

function alreadyRunning(who: string): TokentrayError {
  return new TokentrayError('ipc.agent_running', { data: { detail: who } });
}

function translated(error: NodeJS.ErrnoException, path: string): TokentrayError {
  const systemCode = error.code ?? error.name;
  // Windows keeps no stale pipes: a name that is taken belongs to a process that runs.
  if (systemCode === 'EADDRINUSE') return new TokentrayError('ipc.agent_running', { data: { path, systemCode } });
  return new TokentrayError('storage.folder_unusable', { data: { path, systemCode }, cause: error });
}
