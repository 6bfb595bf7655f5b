/** What an agent costs that has nothing to do: 200 profiles with fresh tokens, no window, for a minute. */
import type { IdleResult } from './idle-process.ts';
import { inOwnProcess } from './own-process.ts';
import type { Line } from './report.ts';

const seconds = 60;

/** Of one core. */
const mostPart = 0.001;

/** The one timer looks at the clock once a minute, and it may have begun just before. */
const mostWakeUps = 2;

export async function benchIdle(): Promise<readonly Line[]> {
  const script = new URL('idle-process.ts', import.meta.url);
  const { cpuMs, wakeUps, timers } = (await inOwnProcess(script, '200', String(seconds))) as IdleResult;
  const part = cpuMs / (seconds * 1_000);
  return [
    {
      what: 'idle for 60 s with 200 fresh profiles: CPU',
      figure: `${(part * 100).toFixed(3)} % of a core (${cpuMs.toFixed(1)} ms)`,
      bound: `below ${mostPart * 100} %`,
      kept: part < mostPart,
    },
    {
      what: 'idle for 60 s: timers set, times that one fired',
      figure: `${timers}, ${wakeUps}`,
      bound: `1, at most ${mostWakeUps}`,
      kept: timers === 1 && wakeUps <= mostWakeUps,
    },
  ];
}
