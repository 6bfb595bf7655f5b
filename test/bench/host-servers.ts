/**
 * Token endpoints on loopback, one port for each host, in a process of their own: so that what they cost is not taken for
 * what the client costs. They answer after a pause and count what reaches them.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** Of what was seen since the last report. */
export interface HostReport {
  readonly requests: number;
  /** The most requests that were under way at one host at one time. */
  readonly mostAtOneHost: number;
  /** Client ids in the order in which their requests came. */
  readonly clientIds: readonly string[];
}

const [hosts = '1', answerMs = '0'] = process.argv.slice(2);

let clientIds: string[] = [];
let mostAtOneHost = 0;

async function listen(): Promise<string> {
  let underWay = 0;
  const answer = (response: ServerResponse) => {
    underWay--;
    response.setHeader('content-type', 'application/json');
    response.end('{"access_token":"bench-token","token_type":"Bearer","expires_in":43200}');
  };
  const server = createServer((incoming: IncomingMessage, response) => {
    mostAtOneHost = Math.max(mostAtOneHost, ++underWay);
    const place = clientIds.push('') - 1;
    const ids = clientIds;
    setTimeout(answer, Number(answerMs), response);
    void text(incoming).then((body) => {
      ids[place] = new URLSearchParams(body).get('client_id') ?? '';
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const origins = await Promise.all(Array.from({ length: Number(hosts) }, listen));
process.on('message', () => {
  const report: HostReport = { requests: clientIds.length, mostAtOneHost, clientIds };
  clientIds = [];
  mostAtOneHost = 0;
  process.send?.(report);
});
process.on('disconnect', () => process.exit());
process.send?.(origins);
