/** Waits for the end of the agent that is running, so that another process can take its place at once. */
import { request } from 'node:http';
import { protocolVersion } from './protocol.ts';

/** Resolves when the agent at `path` hangs up, was never there, or the signal aborts. Never rejects. */
export function agentEnd(path: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const following = request({ socketPath: path, path: `/v${protocolVersion}/changes`, signal });
    following.on('response', (response) => {
      response.on('error', () => undefined);
      response.resume();
    });
    following.on('error', () => undefined);
    // Once the answer has ended, or was never begun.
    following.on('close', resolve);
    following.end();
  });
}
