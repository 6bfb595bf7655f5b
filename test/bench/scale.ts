/** What 10,000 profiles cost in engine and database, against one profile in the same run. */
import { systemClock } from '../../main/clock.ts';
import type { Storage } from '../../main/storage/storage.ts';
import { createEngine } from '../../main/tokens/create-engine.ts';
import { readStatus } from '../../main/tokens/read-status.ts';
import type { Engine } from '../../main/tokens/tokens.ts';
import { noMarks } from '../fixtures/profile-status.ts';
import { benchProfile, openBenchPlace, withToken } from './bench-place.ts';
import type { BenchPlace } from './bench-place.ts';
import { figures, sideBySide } from './measure.ts';
import { ratioLine } from './report.ts';
import type { Line } from './report.ts';

const manyProfiles = 10_000;
const endpoint = 'http://127.0.0.1:9/token';

/** A tree in the database is a level or two deeper; looking through everything would be a factor of hundreds. */
const changeBound = 1.5;

export async function benchScale(): Promise<readonly Line[]> {
  const one = await filled(1);
  const many = await filled(manyProfiles);
  try {
    const before = heapUsed();
    const single = started(one.storage);
    const afterOne = heapUsed();
    const startMs = figures(await starts(many));
    const crowd = started(many.storage);
    const perProfile = (heapUsed() - afterOne - (afterOne - before)) / manyProfiles;
    const change = await sideBySide(changeOf(many.storage), changeOf(one.storage), { pairs: 300, warmups: 50 });
    const statusMs = figures(await times(5, () => statusOfAll(many.storage, crowd)));
    await single.stop();
    await crowd.stop();
    return [
      { what: 'start to ready with 10,000 profiles', figure: `${startMs.median.toFixed(0)} ms` },
      { what: 'memory per profile, of 10,000', figure: `${perProfile.toFixed(0)} bytes` },
      { what: 'one state change with 10,000 profiles', figure: `${change.aMs.median.toFixed(2)} ms` },
      ratioLine('one state change, 10,000 profiles / one', change.ratio, changeBound),
      { what: 'status of 10,000 profiles', figure: `${statusMs.median.toFixed(0)} ms` },
    ];
  } finally {
    one.remove();
    many.remove();
  }
}

async function filled(count: number): Promise<BenchPlace> {
  const place = openBenchPlace();
  const nowMs = systemClock.now();
  await place.storage.profiles.insert(
    Array.from({ length: count }, (_, number) => withToken(benchProfile(`bench-${number}`, endpoint), nowMs)),
  );
  return place;
}

function started(storage: Storage): Engine {
  const engine = createEngine({ clock: systemClock, storage, obtain: unreachable, random: Math.random });
  engine.start();
  return engine;
}

/** From a data folder that nobody has opened yet to plans for all. */
function starts({ open }: BenchPlace): Promise<readonly number[]> {
  return times(5, () => {
    const storage = open();
    const engine = started(storage);
    return async () => {
      await engine.stop();
      storage.close();
    };
  });
}

/** `run` gives what is to be done afterwards and not to be counted. */
async function times(count: number, run: () => (() => Promise<void>) | undefined): Promise<readonly number[]> {
  const values: number[] = [];
  for (let at = 0; at < count; at++) {
    const startMs = performance.now();
    const after = run();
    values.push(performance.now() - startMs);
    await after?.();
  }
  return values;
}

/** What a refresh changes: a lease taken, a token and its activity stored, everybody told, the plan made anew. */
function changeOf(storage: Storage): () => Promise<void> {
  const [stored] = storage.profiles.list();
  const { id = '', revision = 1 } = stored ?? {};
  return async () => {
    const lease = await storage.leases.acquire(id, 45_000);
    if (!('nonce' in lease)) throw new Error('somebody else has the lease');
    const nowMs = systemClock.now();
    const { token } = withToken(benchProfile('bench-0', endpoint), nowMs);
    const activity = {
      failures: 0,
      lastAttemptAtMs: nowMs,
      lastError: null,
      retryAtMs: null,
      notBeforeMs: null,
      stopped: false,
      unchanged: false,
    };
    await storage.leases.commit(lease, revision, { token, activity });
  };
}

function statusOfAll(storage: Storage, engine: Engine): undefined {
  const ports = { engine, clock: systemClock };
  for (const stored of storage.profiles.list()) readStatus(ports, stored, noMarks);
}

function heapUsed(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

async function unreachable(): Promise<never> {
  throw new Error('the bench plans requests but makes none');
}
