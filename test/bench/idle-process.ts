/** A minute of an agent with nothing to do, in a process of its own as the application runs it; see `idle.ts`. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { keepActivityLog } from '../../main/agent/activity-log.ts';
import { startAgent } from '../../main/agent/agent-server.ts';
import { systemClock } from '../../main/clock.ts';
import { openServices } from '../../main/services.ts';
import { benchProfile, withToken } from './bench-place.ts';

export interface IdleResult {
  readonly cpuMs: number;
  /** How often a timer of the application fired. */
  readonly wakeUps: number;
  /** How many timers of the application were set at the end. */
  readonly timers: number;
}

const [profiles = '200', seconds = '60'] = process.argv.slice(2);

let wakeUps = 0;
let timers = 0;
const { setTimer } = systemClock;
systemClock.setTimer = (delayMs, run) => {
  let isSet = true;
  timers++;
  const done = () => {
    if (isSet) timers--;
    isSet = false;
  };
  const timer = setTimer(delayMs, () => {
    done();
    wakeUps++;
    run();
  });
  return {
    cancel() {
      done();
      timer.cancel();
    },
  };
};

const root = mkdtempSync(join(tmpdir(), 'tokentray-bench-'));
const environment = { TOKENTRAY_HOME: join(root, 'data'), TOKENTRAY_KEYCHAIN: 'memory' };
const services = openServices({ environment, staysRunning: true });
const endpoint = 'http://127.0.0.1:9/token';
await services.storage.profiles.insert(
  Array.from({ length: Number(profiles) }, (_, number) =>
    withToken(benchProfile(`idle-${number}`, endpoint), services.clock.now()),
  ),
);
const agent = await startAgent(services);
const endLog = keepActivityLog(services, { role: 'agent', refreshes: () => true });
services.engine.start();
// What the start has still to do is none of this.
await delay(5_000);
globalThis.gc?.();
await delay(1_000);
wakeUps = 0;
const before = process.cpuUsage();
await delay(Number(seconds) * 1_000);
const { user, system } = process.cpuUsage(before);
const result: IdleResult = { cpuMs: (user + system) / 1_000, wakeUps, timers };
endLog();
await agent.close();
await services.close();
rmSync(root, { recursive: true });
process.send?.(result, () => process.disconnect());
