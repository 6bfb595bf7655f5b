/** The HTTP server under a demo tenant: complete requests in, answers out, on loopback only. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sleep, type Clock } from '../../clock.ts';
import { json, type DemoAnswer } from './answer.ts';
import type { ReceivedRequest } from '../isc/token-request.ts';

/** Without an answer the connection is ended. */
export interface DemoReply {
  readonly answer?: DemoAnswer;
  readonly delayMs?: number;
}

export interface DemoServer {
  /** Such as `http://127.0.0.1:41234`. */
  readonly origin: string;
  close(): Promise<void>;
}

const maxBodyBytes = 64 * 1024;

/** Listens on a free port of 127.0.0.1. */
export async function startDemoServer(
  answer: (request: ReceivedRequest) => Promise<DemoReply>,
  clock: Clock,
): Promise<DemoServer> {
  const stopped = new AbortController();

  async function handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(incoming);
    if (body === undefined) return send(response, json(413, { error: 'The request is too large' }));
    const reply = await answer({
      method: incoming.method ?? '',
      url: new URL(incoming.url ?? '/', origin),
      headers: incoming.headers,
      body,
    });
    if (reply.delayMs !== undefined) await sleep(clock, reply.delayMs, stopped.signal);
    if (reply.answer === undefined) response.socket?.resetAndDestroy();
    else send(response, reply.answer);
  }

  const server = createServer((incoming, response) => {
    handle(incoming, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    async close() {
      stopped.abort();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Undefined when the body is too large; it is read to its end all the same, so that the client hears the answer. */
async function readBody(incoming: IncomingMessage): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= maxBodyBytes) chunks.push(chunk);
  }
  return length > maxBodyBytes ? undefined : Buffer.concat(chunks);
}

function send(response: ServerResponse, answer: DemoAnswer): void {
  response.writeHead(answer.status, answer.headers).end(answer.body);
}
