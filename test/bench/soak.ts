/** Long runs with faults: eight hours in simulated time, ten minutes in real time. Nothing is lost, doubled or left behind. */
import { inOwnProcess } from './own-process.ts';
import type { Line } from './report.ts';
import { soakLines } from './soak-result.ts';
import type { SoakResult } from './soak-result.ts';

const seed = '20261121';
const realSeconds = 600;

export async function benchSimulatedSoak(): Promise<readonly Line[]> {
  const script = new URL('soak-simulated-process.ts', import.meta.url);
  const result = (await inOwnProcess(script, seed, '200')) as SoakResult;
  return soakLines('8 hours of 200 profiles in simulated time', result);
}

export async function benchRealSoak(): Promise<readonly Line[]> {
  const script = new URL('soak-real-process.ts', import.meta.url);
  const result = (await inOwnProcess(script, seed, String(realSeconds))) as SoakResult;
  return soakLines('10 minutes of 60 profiles in real time', result);
}
