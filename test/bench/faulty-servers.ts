/** Real token endpoints on loopback that fail in all kinds of ways, as a seed has it, and issue tokens that live for seconds. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { RequestWatch } from '../fixtures/soak/request-watch.ts';
import type { SeededRandom } from '../fixtures/soak/seeded-random.ts';

export interface FaultyServersOptions {
  readonly random: SeededRandom;
  readonly hosts: number;
  readonly lifetimeSeconds: number;
  readonly faultPart: number;
}

type Fault = (response: ServerResponse) => unknown;

const page = '<html>we will be back</html>';

const faults: readonly Fault[] = [
  (response) => response.socket?.resetAndDestroy(),
  (response) => response.writeHead(503, { 'content-type': 'text/html' }).end(page),
  (response) => response.writeHead(429, { 'retry-after': '1' }).end('{"error":"too_many"}'),
  (response) => response.end(page),
  (response) => response.end('{"access_token":"cut o'),
  (response) => response.end('{"access_token":"dead","token_type":"Bearer","expires_in":0}'),
  (response) => response.writeHead(302, { location: 'https://login.example.com/' }).end(),
  (response) =>
    response.writeHead(200, { 'content-length': '900' }).write('{', () => response.socket?.resetAndDestroy()),
  async (response) => {
    await delay(3_000);
    response.socket?.resetAndDestroy();
  },
];

export class FaultyServers {
  readonly watch = new RequestWatch(() => performance.now());
  readonly origins: string[] = [];
  faultPart: number;
  private readonly servers: Server[] = [];
  private readonly options: FaultyServersOptions;

  constructor(options: FaultyServersOptions) {
    this.options = options;
    this.faultPart = options.faultPart;
  }

  async listen(): Promise<void> {
    for (let host = 0; host < this.options.hosts; host++) {
      const server = createServer((incoming, response) => void this.handle(incoming, response));
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      this.servers.push(server);
      this.origins.push(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    }
  }

  close(): void {
    for (const server of this.servers) {
      server.close();
      server.closeAllConnections();
    }
  }

  private async handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const { random, lifetimeSeconds } = this.options;
    const clientId = new URLSearchParams(await text(incoming)).get('client_id') ?? '';
    this.watch.came(clientId);
    await delay(random.between(1, 80));
    const isFault = random.chance(this.faultPart);
    this.watch.ended(clientId, isFault ? undefined : lifetimeSeconds * 1_000);
    if (isFault) return void (await random.pick(faults)(response));
    const token = { access_token: `good-${this.watch.requests}`, token_type: 'Bearer', expires_in: lifetimeSeconds };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(token));
  }
}
