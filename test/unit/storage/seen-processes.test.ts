/** Waiting for another process asks ten times a second, and looks at it a few times. */
import { beforeEach, describe, expect, it } from 'vitest';
import { createProcessIdentity } from '../../../main/storage/process-identity.ts';
import { rememberProcesses } from '../../../main/storage/seen-processes.ts';
import { FakeClock } from '../../fixtures/fake-clock.ts';

const pid = 4242;

let clock: FakeClock;
/** Pids that were looked at, in order. */
let looks: number[];
let alive: boolean;
let gone: boolean;
let isRunning: ReturnType<typeof rememberProcesses>;

beforeEach(() => {
  clock = new FakeClock();
  looks = [];
  alive = true;
  gone = false;
  isRunning = rememberProcesses({
    clock,
    look: async (looked) => {
      looks.push(looked);
      return alive;
    },
    isGone: () => gone,
  });
});

/** Asks every 100 ms, as somebody does who waits for a lease. */
async function waitFor(ms: number, started: string | null = 'noon'): Promise<void> {
  for (let waitedMs = 0; waitedMs < ms; waitedMs += 100) {
    await isRunning(pid, started);
    await clock.advance(100);
  }
}

describe('a process that is waited for', () => {
  it('is looked at once within half a second', async () => {
    await waitFor(500);
    expect(looks).toHaveLength(1);
  });

  it('is looked at ever more rarely', async () => {
    const counts: number[] = [];
    for (let part = 0; part < 3; part++) {
      looks = [];
      await waitFor(5_000);
      counts.push(looks.length);
    }
    expect(counts).toEqual([4, 1, 1]);
  });

  it('is looked at once by all who ask at the same time', async () => {
    expect(await Promise.all([1, 2, 3].map(() => isRunning(pid, 'noon')))).toEqual([true, true, true]);
    expect(looks).toHaveLength(1);
  });

  it('is noticed to be gone at once when its pid is free', async () => {
    await isRunning(pid, 'noon');
    gone = true;
    expect(await isRunning(pid, 'noon')).toBe(false);
    expect(looks).toHaveLength(1);
  });

  it('is noticed to be another one within five seconds', async () => {
    await waitFor(60_000);
    alive = false;
    await waitFor(5_000);
    expect(await isRunning(pid, 'noon')).toBe(false);
  });
});

it('does not take another process with the same pid for the one that was seen', async () => {
  await isRunning(pid, 'noon');
  alive = false;
  expect(await isRunning(pid, 'one o’clock')).toBe(false);
});

it('never remembers that a process is gone', async () => {
  alive = false;
  await isRunning(pid, 'noon');
  await isRunning(pid, 'noon');
  expect(looks).toHaveLength(2);
});

describe('on macOS', () => {
  const identity = (answers: { started: string }[]) => {
    const asked: number[] = [];
    const ps = async (looked: number) => {
      asked.push(looked);
      return answers.shift();
    };
    return { asked, processes: createProcessIdentity({ clock, platform: 'darwin', ps }) };
  };

  it('ps runs once for a process that is asked about again and again', async () => {
    const { asked, processes } = identity([{ started: 'noon' }]);
    for (let n = 0; n < 4; n++) {
      expect(await processes.isRunning(process.pid, 'noon')).toBe(true);
      await clock.advance(100);
    }
    expect(asked).toEqual([process.pid]);
  });

  it('a process that started at another time is not the one that is meant', async () => {
    const { processes } = identity([{ started: 'one o’clock' }]);
    expect(await processes.isRunning(process.pid, 'noon')).toBe(false);
  });

  it('ps runs once for the start of this process', async () => {
    const { asked, processes } = identity([{ started: 'noon' }]);
    expect([await processes.started(), await processes.started()]).toEqual(['noon', 'noon']);
    expect(asked).toEqual([process.pid]);
  });
});
