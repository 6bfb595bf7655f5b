/** What the vault costs inside one process, on a real database, and a copy of what it holds. */
import { systemClock } from '../../main/clock.ts';
import { createEngine } from '../../main/tokens/create-engine.ts';
import { benchProfile, openBenchPlace, withToken } from './bench-place.ts';
import { benchCopy } from './copy.ts';
import { timeMs } from './measure.ts';
import type { Line } from './report.ts';

const profileCount = 1_000;

export async function benchVault(): Promise<readonly Line[]> {
  const place = openBenchPlace();
  const { storage } = place;
  const entries = Array.from({ length: profileCount }, (_, number) =>
    withToken(benchProfile(`bench-${number}`, 'http://127.0.0.1:9/token'), systemClock.now()),
  );
  try {
    const sealMs = await timeMs(() => storage.profiles.insert(entries));
    const profiles = storage.profiles.list();
    const openMs = await timeMs(async () => {
      for (const { id } of profiles) await storage.profiles.secrets(id);
    });
    const engine = createEngine({ clock: systemClock, storage, obtain: unreachable, random: Math.random });
    engine.start();
    const copying = await benchCopy(engine, storage, profiles[0]?.id ?? '');
    await engine.stop();
    return [
      { what: 'storing 1,000 profiles, 2 sealed records each', figure: `${sealMs.toFixed(0)} ms` },
      { what: 'opening 1,000 sealed records', figure: `${openMs.toFixed(0)} ms` },
      copying,
    ];
  } finally {
    place.remove();
  }
}

async function unreachable(): Promise<never> {
  throw new Error('the bench asks no server for this');
}
