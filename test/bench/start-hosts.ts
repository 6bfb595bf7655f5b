/** Starts token endpoints in a process of their own; see `host-servers.ts`. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { HostReport } from './host-servers.ts';

export interface Hosts extends AsyncDisposable {
  /** One for each host. */
  readonly origins: readonly string[];
  /** What came since the last report. */
  report(): Promise<HostReport>;
}

export async function startHosts({ hosts, answerMs }: { hosts: number; answerMs: number }): Promise<Hosts> {
  const script = new URL('host-servers.ts', import.meta.url);
  const child = fork(script, [String(hosts), String(answerMs)], { execArgv: [] });
  const [origins] = (await once(child, 'message')) as [readonly string[]];
  return {
    origins,
    async report() {
      const answered = once(child, 'message') as Promise<[HostReport]>;
      child.send('report');
      return (await answered)[0];
    },
    async [Symbol.asyncDispose]() {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}
