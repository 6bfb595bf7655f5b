/**
 * The smallest HTTP client that the agent needs: one request for each connection of a Unix socket or named pipe.
 * It speaks HTTP/1.0, whose answers end with the connection, so that no chunk has to be taken apart; `node:http` would cost
 * the command line more time than the answer.
 */
import { lstatSync } from 'node:fs';
import type { Socket } from 'node:net';
import { TokentrayError } from '../errors.ts';
import { headEnd, readAnswer, statusOf } from './http-answer.ts';
import type { HttpAnswer } from './http-answer.ts';

export interface SocketRequest {
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** Path and query. */
  readonly target: string;
  readonly accept?: 'application/json';
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Milliseconds without a byte after which the other side counts as gone; 0: wait for ever. */
  readonly idleMs: number;
}

/**
 * Sends one request and reads the whole answer. Undefined when nobody listens: then nothing was sent.
 * Rejects with `ipc.agent_lost` when the other side hangs up early, falls silent, or speaks no HTTP.
 */
export function ask(path: string, request: SocketRequest): Promise<HttpAnswer | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = open(path, request);
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      const answer = readAnswer(Buffer.concat(chunks), false);
      if (answer !== undefined) resolve(answer);
    });
    socket.on('end', () => {
      const answer = readAnswer(Buffer.concat(chunks), true);
      if (answer === undefined) reject(new TokentrayError('ipc.agent_lost', { data: { detail: 'it hung up early' } }));
      else resolve(answer);
    });
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (isNobody(error)) resolve(undefined);
      else reject(lost(error));
    });
  });
}

/** Reads an endless answer line by line; returns the function that hangs up. `onEnd` runs once unless hung up by us. */
export function follow(
  path: string,
  target: string,
  listener: { onLine: (line: string) => void; onEnd: () => void },
): () => void {
  let head: string | undefined;
  let pending = '';
  const socket = open(path, { method: 'GET', target, idleMs: 0 });
  socket.setEncoding('utf8');
  socket.on('data', (chunk: string) => {
    pending += chunk;
    if (head === undefined) {
      const at = pending.indexOf(headEnd);
      if (at === -1) return;
      head = pending.slice(0, at);
      pending = pending.slice(at + headEnd.length);
      if (statusOf(head) !== 200) socket.destroy();
    }
    if (socket.destroyed) return;
    const lines = pending.split('\n');
    pending = lines.pop() ?? '';
    for (const line of lines) listener.onLine(line);
  });
  socket.on('error', () => undefined);
  socket.once('close', listener.onEnd);
  return () => {
    socket.off('close', listener.onEnd);
    socket.destroy();
  };
}

/** What is said here may hold secrets: a socket that somebody else put there, in a folder that others can write, gets none. */
function assertOurs(path: string): void {
  if (process.platform === 'win32') return;
  const owner = lstatSync(path, { throwIfNoEntry: false })?.uid;
  if (owner === undefined || owner === process.getuid?.()) return;
  throw new TokentrayError('storage.folder_unusable', {
    data: { path, detail: 'it belongs to another user, and nothing was sent to it' },
  });
}

function open(path: string, request: SocketRequest): Socket {
  assertOurs(path);
  // Loaded here and not by an import: without an agent it would cost for nothing a twelfth of what a cached token may take.
  const socket = process.getBuiltinModule('node:net').connect(path);
  if (request.idleMs > 0) {
    socket.setTimeout(request.idleMs, () => socket.destroy(new TokentrayError('ipc.agent_lost', { data: silent })));
  }
  const body = request.body === undefined ? undefined : Buffer.from(JSON.stringify(request.body));
  const head = [
    `${request.method} ${request.target} HTTP/1.0`,
    'host: tokentray',
    ...(request.accept === undefined ? [] : [`accept: ${request.accept}`]),
    ...(body === undefined ? [] : ['content-type: application/json', `content-length: ${body.length}`]),
  ];
  socket.write(head.join('\r\n') + headEnd);
  if (body !== undefined) socket.write(body);
  return socket;
}

/** No socket, or one whose owner is gone: nobody has heard of this request. */
function isNobody(error: NodeJS.ErrnoException): boolean {
  return error.syscall === 'connect' && (error.code === 'ENOENT' || error.code === 'ECONNREFUSED');
}

const silent = { detail: 'it does not answer' };

function lost(error: NodeJS.ErrnoException): TokentrayError {
  if (error instanceof TokentrayError) return error;
  return new TokentrayError('ipc.agent_lost', { data: error.code === undefined ? {} : { systemCode: error.code } });
}
