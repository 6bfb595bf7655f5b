/**
 * The smallest HTTP client that the agent needs: one request for each connection of a Unix socket or named pipe.
 * It speaks HTTP/1.0, whose answers end with the connection, so that no chunk has to be taken apart; `node:http` would cost
 * the command line more time than the answer.
 */
import { lstatSync } from 'node:fs';
import type { Socket } from 'node:net';
import { TokentrayError } from '../errors.ts';
import { headEnd, readAnswer } from './http-answer.ts';
import type { HttpAnswer } from './http-answer.ts';

export interface SocketRequest {
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** Path and query. */
  readonly target: string;
  readonly accept?: 'application/json';
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Milliseconds without a byte after which the other side counts as gone. */
  readonly idleMs: number;
}

/**
 * Sends one request and reads the whole answer. Undefined when nobody listens: then nothing was sent.
 * Rejects with `ipc.agent_lost` when the other side hangs up early, falls silent, or speaks no HTTP.
 */
export function ask(path: string, request: SocketRequest): Promise<HttpAnswer | undefined> {
  return new Promise((resolve, reject) => {
    if (!isThere(path)) return resolve(undefined);
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

/**
 * Whether there is a socket; of a named pipe only connecting tells. What is said here may hold secrets: a socket that
 * somebody else put there, in a folder that others can write, gets none.
 */
function isThere(path: string): boolean {
  if (process.platform === 'win32') return true;
  const owner = ownerOf(path);
  if (owner === undefined || owner === process.getuid?.()) return owner !== undefined;
  throw new TokentrayError('storage.folder_unusable', {
    data: { path, detail: 'it belongs to another user, and nothing was sent to it' },
  });
}

/** Undefined where there is nothing, or nothing that can be looked at: who opens the data folder says what is wrong with it. */
function ownerOf(path: string): number | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.uid;
  } catch {
    return undefined;
  }
}

function open(path: string, request: SocketRequest): Socket {
  // Loaded here and not by an import: without an agent it would cost for nothing a twelfth of what a cached token may take.
  const socket = process.getBuiltinModule('node:net').connect(path);
  socket.setTimeout(request.idleMs, () => socket.destroy(new TokentrayError('ipc.agent_lost', { data: silent })));
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
