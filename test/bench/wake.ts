/** How long after a night's sleep 1,000 profiles of 50 hosts have new tokens, and in which order they are asked for. */
import { Agent, request } from 'undici';
import { createHttp } from '../../main/http/create-http.ts';
import { createEngine } from '../../main/tokens/create-engine.ts';
import { turnsPerHost } from '../../main/tokens/host-turns.ts';
import { createObtainToken } from '../../main/tokens/obtain.ts';
import { benchProfile, openBenchPlace, withToken } from './bench-place.ts';
import type { HostReport } from './host-servers.ts';
import { figures } from './measure.ts';
import { movedClock } from './moved-clock.ts';
import type { MovedClock } from './moved-clock.ts';
import { figureLine, ratioLine, truthLine } from './report.ts';
import type { Line } from './report.ts';
import { startHosts } from './start-hosts.ts';
import type { Storage } from '../../main/storage/storage.ts';

const profileCount = 1_000;
const hostCount = 50;
const answerMs = 50;
const nightMs = 13 * 3_600_000;

/** Nobody has asked for these. */
const quietModes = ['on-use', 'manual'] as const;
const quietCount = 100;

/** With answers that take `answerMs` and nothing else that takes time. */
const idealMs = Math.ceil(profileCount / hostCount / turnsPerHost) * answerMs;

const rounds = 7;

export async function benchWake(): Promise<readonly Line[]> {
  await using hosts = await startHosts({ hosts: hostCount, answerMs });
  const clock = movedClock();
  const place = openBenchPlace(clock);
  try {
    const firstId = await fill(place.storage, hosts.origins, clock.now());
    const ratios: number[] = [];
    const bareRatios: number[] = [];
    const reports: HostReport[] = [];
    for (let round = -1; round < rounds; round++) {
      const ms = await wake(place.storage, clock, firstId);
      const report = await hosts.report();
      // The first one pays for loading and compiling what a program that runs has long since loaded.
      if (round >= 0) ratios.push(ms / idealMs);
      reports.push(report);
      const bareMs = await bare(hosts.origins);
      if (round >= 0) bareRatios.push(bareMs / idealMs);
      await hosts.report();
    }
    const kept = `${turnsPerHost} at one host`;
    return [
      ratioLine(`waking with 1,000 expired profiles / ideal of ${idealMs} ms, ${kept}`, figures(ratios), 1.2),
      figureLine('the same requests by bare undici, nothing stored / that ideal', figures(bareRatios)),
      truthLine(
        `never more than ${kept}`,
        reports.every((report) => report.mostAtOneHost <= turnsPerHost),
      ),
      truthLine(
        'the default profile first',
        reports.every(({ clientIds }) => clientIds[0] === firstName),
      ),
      truthLine('one request for each, none for on-use or manual', reports.every(asksOnceForEach)),
    ];
  } finally {
    place.remove();
  }
}

const firstName = `keep-${profileCount - 1}`;

function asksOnceForEach({ clientIds }: HostReport): boolean {
  return (
    clientIds.length === profileCount &&
    new Set(clientIds).size === profileCount &&
    clientIds.every((id) => id.startsWith('keep-'))
  );
}

/** The id of the default profile, which was added last. */
async function fill(storage: Storage, origins: readonly string[], nowMs: number): Promise<string> {
  const endpoint = (number: number) => `${origins[number % origins.length]}/token`;
  const kept = Array.from({ length: profileCount }, (_, number) => benchProfile(`keep-${number}`, endpoint(number)));
  const quiet = Array.from({ length: quietCount }, (_, number) =>
    benchProfile(`quiet-${number}`, endpoint(number), { refresh: { mode: quietModes[number % 2] ?? 'manual' } }),
  );
  const stored = await storage.profiles.insert([...quiet, ...kept].map((profile) => withToken(profile, nowMs)));
  return stored.at(-1)?.id ?? '';
}

/** As the application does when the machine says that it is awake. The connections of before are gone. */
async function wake(storage: Storage, clock: MovedClock, firstId: string): Promise<number> {
  const http = createHttp({ clock, environment: {} });
  const obtain = createObtainToken(http, clock);
  let left = profileCount;
  const fresh = Promise.withResolvers<void>();
  const leases: Storage['leases'] = {
    ...storage.leases,
    async commit(...outcome) {
      const isStored = await storage.leases.commit(...outcome);
      if (isStored && --left === 0) fresh.resolve();
      return isStored;
    },
  };
  const engine = createEngine({
    clock,
    storage: { ...storage, leases },
    obtain,
    random: Math.random,
    firstId: () => firstId,
  });
  engine.start();
  clock.sleep(nightMs);
  const startMs = performance.now();
  engine.reconcile();
  await fresh.promise;
  const ms = performance.now() - startMs;
  await engine.stop();
  await http.close();
  return ms;
}

/** What this machine and its servers leave of the ideal for a client that does nothing but ask. */
async function bare(origins: readonly string[]): Promise<number> {
  const dispatcher = new Agent();
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const body = 'grant_type=client_credentials&client_id=bare&client_secret=CANARY-bare';
  const ask = async (origin: string) => {
    const answer = await request(`${origin}/token`, { dispatcher, method: 'POST', headers, body });
    await answer.body.text();
  };
  /** A share of the requests at one host, one after the other. */
  const askInTurn = async (origin: string, share: number) => {
    for (let number = share; number < profileCount / hostCount; number += turnsPerHost) await ask(origin);
  };
  const startMs = performance.now();
  const clients = origins.flatMap((origin) =>
    Array.from({ length: turnsPerHost }, (_, share) => askInTurn(origin, share)),
  );
  await Promise.all(clients);
  const ms = performance.now() - startMs;
  await dispatcher.destroy();
  return ms;
}
