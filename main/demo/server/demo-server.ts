/** The HTTP server under a demo tenant: complete requests in, answers out, on loopback only. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { httpInstant, sleep, type Clock } from '../../clock.ts';
import { json, type DemoAnswer } from './answer.ts';
import type { ReceivedRequest } from './received-request.ts';
import { createRequestLog, type LoggedRequest } from './request-log.ts';

/** Without an answer the connection is ended. */
export interface DemoReply {
  readonly answer?: DemoAnswer;
  readonly delayMs?: number;
  /** The client that asked, where the tenant knows it: for the log. */
  readonly clientId?: string;
}

export interface DemoServer {
  /** Such as `http://127.0.0.1:41234`. */
  readonly origin: string;
  /** The last 1,000 requests, oldest first. */
  readonly requests: readonly LoggedRequest[];
  /** Ends every connection at once. */
  close(): Promise<void>;
}

const maxBodyBytes = 64 * 1024;

/** Listens on a free port of 127.0.0.1. Answers bear the date of `clock`, which may be another than this machine's. */
export async function startDemoServer(
  reply: (request: ReceivedRequest) => DemoReply | Promise<DemoReply>,
  clock: Clock,
): Promise<DemoServer> {
  const stopped = new AbortController();
  const log = createRequestLog();

  async function handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(incoming);
    if (body === undefined) return send(response, json(413, { error: 'The request is too large' }), clock);
    const method = incoming.method ?? '';
    const url = new URL(`${origin}${incoming.url ?? '/'}`);
    const { answer, delayMs, clientId } = await reply({ method, url, headers: incoming.headers, body });
    log.add({
      method,
      path: url.pathname,
      status: answer?.status ?? 0,
      ...(clientId === undefined ? {} : { clientId }),
    });
    if (delayMs !== undefined) await sleep(clock, delayMs, stopped.signal);
    if (answer === undefined) response.socket?.resetAndDestroy();
    else send(response, answer, clock);
  }

  const server = createServer((incoming, response) => {
    handle(incoming, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    requests: log.requests,
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

function send(response: ServerResponse, { status, headers, body, undated }: DemoAnswer, clock: Clock): void {
  response.sendDate = false;
  const date = undated === true ? {} : { date: httpInstant(clock.now()) };
  response.writeHead(status, { ...date, ...headers }).end(body);
}
