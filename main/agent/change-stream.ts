/** `GET /v1/changes`: tells a client what to read again, as often as it can take it, until it hangs up. */
import type { ServerResponse } from 'node:http';
import type { Timer } from '../clock.ts';
import type { AgentPorts } from './ports.ts';
import type { ChangeNotice } from './protocol.ts';

/** One refresh changes several rows; they make one notice. */
const coalesceMs = 25;

export function streamChanges(
  response: ServerResponse,
  { clock, storage, engine }: AgentPorts,
  stopping: AbortSignal,
): void {
  let pending: ChangeNotice | undefined;
  let timer: Timer | undefined;

  const send = () => {
    timer = undefined;
    // A client that does not read gets one notice for everything it missed, once it reads again.
    if (pending === undefined || response.writableNeedDrain) return;
    response.write(`${JSON.stringify(pending)}\n`);
    pending = undefined;
  };
  const note = (status: boolean, settings: boolean) => {
    pending = { status: status || pending?.status === true, settings: settings || pending?.settings === true };
    timer ??= clock.setTimer(coalesceMs, send);
  };
  const unsubscribes = [
    storage.onChange((change) => note(change.profileIds === 'all' || change.profileIds.size > 0, change.settings)),
    engine.onChange(() => note(true, false)),
  ];

  const end = () => response.end();

  response.on('drain', send);
  stopping.addEventListener('abort', end);
  response.once('close', () => {
    stopping.removeEventListener('abort', end);
    timer?.cancel();
    for (const unsubscribe of unsubscribes) unsubscribe();
  });
  response.writeHead(200, { 'content-type': 'application/x-ndjson' });
  response.flushHeaders();
}
