/** Minutes of an agent in real time against servers that fail, with tokens that live for seconds; see `soak.ts`. */
import { setTimeout as delay } from 'node:timers/promises';
import { systemClock } from '../../main/clock.ts';
import { asTokentrayError } from '../../main/errors.ts';
import { createHttp } from '../../main/http/create-http.ts';
import { createEngine } from '../../main/tokens/create-engine.ts';
import { createObtainToken } from '../../main/tokens/obtain.ts';
import { seededRandom } from '../fixtures/soak/seeded-random.ts';
import { benchProfile, openBenchPlace } from './bench-place.ts';
import { FaultyServers } from './faulty-servers.ts';
import { heapAfterCollection, unhandledRejections } from './soak-result.ts';
import type { SoakResult } from './soak-result.ts';

const [seed = '1', seconds = '600'] = process.argv.slice(2);
const runMs = Number(seconds) * 1_000;
const settledMs = runMs / 5;

/** Longer than what is left of most pauses after a few failures. */
const recoveryMs = 40_000;

const profileCount = 60;
const lifetimeSeconds = 20;

const complaints = unhandledRejections();
const random = seededRandom(Number(seed));
const servers = new FaultyServers({ random, hosts: 10, lifetimeSeconds, faultPart: 0.1 });
await servers.listen();
const place = openBenchPlace();
const { storage } = place;
const http = createHttp({ clock: systemClock, environment: {} });
const obtain = createObtainToken(http, systemClock);
const engine = createEngine({ clock: systemClock, storage, obtain, random: () => random.next() });
const stored = await storage.profiles.insert(
  Array.from({ length: profileCount }, (_, number) => {
    const origin = servers.origins[number % servers.origins.length] ?? '';
    const secrets = { values: { clientSecret: `CANARY-${number}` }, origin };
    return { profile: benchProfile(`soak-${number}`, `${origin}/token`), secrets };
  }),
);

async function ask(id: string): Promise<void> {
  try {
    const { remainingMs } = await engine.token(id, { minValidMs: 0 });
    if (remainingMs === 0) complaints.push(`${id}: a token was handed over that had ended`);
  } catch (error) {
    const { code } = asTokentrayError(error);
    if (!code.startsWith('network.')) complaints.push(`${id}: ${code}`);
  }
}

/** A question four times a second. */
async function run(ms: number): Promise<void> {
  for (const untilMs = performance.now() + ms; performance.now() < untilMs; await delay(250)) {
    void ask(random.pick(stored).id);
  }
}

engine.start();
await run(settledMs);
const heapBefore = heapAfterCollection();
await run(runMs - settledMs);
const heapAfter = heapAfterCollection();
servers.faultPart = 0;
await delay(recoveryMs);
if (storage.profiles.list().length !== profileCount) complaints.push('profiles are missing');
for (const { id, profile } of stored) {
  // A pause after failures may be longer; whoever asks has a token all the same.
  await ask(id);
  if ((engine.facts(id)?.expiresAtMs ?? 0) <= Date.now()) complaints.push(`${profile.name} is lost`);
  if (engine.plannedAtMs(id) === undefined) complaints.push(`${profile.name} has no plan`);
}
await engine.stop();
await http.close();
servers.close();
place.remove();
const result: SoakResult = {
  requests: servers.watch.requests,
  heapBefore,
  heapAfter,
  complaints: [...complaints, ...servers.watch.complaints],
};
process.send?.(result, () => process.disconnect());
