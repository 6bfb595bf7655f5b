/** Runs checks side by side, a few at a time, each for a limited time. */
import type { Clock } from '../clock.ts';
import { failureFinding } from './failure-finding.ts';
import type { Finding } from './finding.ts';

export interface Check extends Pick<Finding, 'area' | 'about'> {
  /** Absent: `defaultTimeoutMs`. */
  readonly timeoutMs?: number;
  /** What is said when its time is over, which is given in seconds. Absent: that it did not come to an end. */
  readonly overdue?: (seconds: number) => Pick<Finding, 'what' | 'next'>;
  /** What it throws becomes a problem. `signal` aborts when its time is over. */
  run(signal: AbortSignal): Promise<readonly Finding[]>;
}

const mostAtOnce = 8;

/** A connection may take 5 s, behind a proxy twice that. */
const defaultTimeoutMs = 15_000;

/** In the order of the checks, whichever ends first. Never rejects. */
export async function runChecks(clock: Clock, checks: readonly Check[]): Promise<readonly Finding[]> {
  const found: (readonly Finding[])[] = [];
  const waiting = checks.entries();
  const worker = async (): Promise<void> => {
    for (const [index, check] of waiting) found[index] = await runCheck(clock, check);
  };
  await Promise.all(Array.from({ length: mostAtOnce }, worker));
  return found.flat();
}

async function runCheck(clock: Clock, check: Check): Promise<readonly Finding[]> {
  const { area, about, timeoutMs = defaultTimeoutMs } = check;
  const where = { area, ...(about === undefined ? {} : { about }) };
  const ending = new AbortController();
  const overdue = Promise.withResolvers<readonly Finding[]>();
  const timer = clock.setTimer(timeoutMs, () => {
    ending.abort();
    const words = (check.overdue ?? unfinished)(Math.round(timeoutMs / 1_000));
    overdue.resolve([{ ...where, level: 'problem', ...words }]);
  });
  try {
    return await Promise.race([check.run(ending.signal), overdue.promise]);
  } catch (error) {
    return [failureFinding(error, where)];
  } finally {
    timer.cancel();
  }
}

const unfinished = (seconds: number): Pick<Finding, 'what' | 'next'> => ({
  what: `This check did not come to an end within ${seconds} seconds.`,
  next: 'Run it again; if it happens again, please report it.',
});
