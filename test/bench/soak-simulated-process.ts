/** Eight hours of an agent with many profiles in simulated time; see `soak.ts`. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SimulatedSoak } from '../fixtures/soak/simulated-soak.ts';
import { heapAfterCollection, unhandledRejections } from './soak-result.ts';
import type { SoakResult } from './soak-result.ts';

const [seed = '1', profiles = '200'] = process.argv.slice(2);

/** What a program loads and compiles on its way has settled after the first hour. */
const settledMinutes = 60;
const allMinutes = 8 * 60;

const rejections = unhandledRejections();
const root = mkdtempSync(join(tmpdir(), 'tokentray-bench-'));
try {
  const options = { home: join(root, 'data'), seed: Number(seed), profiles: Number(profiles), faultPart: 0.15 };
  const soak = await SimulatedSoak.begin(options);
  await soak.run(settledMinutes);
  const heapBefore = heapAfterCollection();
  await soak.run(allMinutes - settledMinutes);
  const heapAfter = heapAfterCollection();
  await soak.recover();
  const { requests } = soak.http.watch;
  await soak.close();
  const result: SoakResult = { requests, heapBefore, heapAfter, complaints: [...soak.complaints, ...rejections] };
  process.send?.(result);
} finally {
  rmSync(root, { recursive: true });
  process.disconnect();
}
