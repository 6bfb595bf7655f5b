/** What a long run tells, and the lines made of it. */
import type { Line } from './report.ts';

export interface SoakResult {
  readonly requests: number;
  /** Lost profiles, requests made twice, rejections that nobody handled: in words. */
  readonly complaints: readonly string[];
  /** After a forced collection, once the program had settled. */
  readonly heapBefore: number;
  readonly heapAfter: number;
}

/** Of the heap. */
const mostGrowth = 0.05;

export function soakLines(what: string, { requests, complaints, heapBefore, heapAfter }: SoakResult): readonly Line[] {
  const growth = heapAfter / heapBefore - 1;
  const [worst] = complaints;
  return [
    {
      what: `${what}: heap grown`,
      figure: `${(growth * 100).toFixed(1)} % of ${(heapBefore / 2 ** 20).toFixed(1)} MiB`,
      bound: `at most ${mostGrowth * 100} %`,
      kept: growth <= mostGrowth,
    },
    {
      what: `${what}: ${requests} requests, lost or doubled`,
      figure: worst === undefined ? 'none' : `${complaints.length}, such as ${worst}`,
      bound: 'none',
      kept: complaints.length === 0,
    },
  ];
}

export function heapAfterCollection(): number {
  for (let times = 0; times < 3; times++) globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

/** Rejections that nobody handles, in words, while the process runs. */
export function unhandledRejections(): string[] {
  const noted: string[] = [];
  process.on('unhandledRejection', (reason) => noted.push(`unhandled: ${String(reason)}`));
  return noted;
}
