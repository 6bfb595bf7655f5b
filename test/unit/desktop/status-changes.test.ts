/** One source tells tray, notifications and window when to look again. */
import { beforeEach, describe, expect, it } from 'vitest';
import { createStatusChanges } from '../../../main/desktop/status-changes.ts';
import type { StatusChanges } from '../../../main/desktop/status-changes.ts';
import { Listeners } from '../../../main/tokens/listeners.ts';
import { FakeSignIns } from '../../fixtures/fake-sign-ins.ts';
import { FakeClock } from '../../fixtures/fake-clock.ts';

const minuteMs = 60_000;

let clock: FakeClock;
let engine: Listeners<[]>;
let signIns: FakeSignIns;
let expiresAtMs: number | null;
let isReadable: boolean;
let reads: number;
let told: number[];
let changes: StatusChanges;

beforeEach(() => {
  clock = new FakeClock();
  signIns = new FakeSignIns();
  engine = new Listeners();
  expiresAtMs = clock.now() + 10 * minuteMs;
  isReadable = true;
  start();
});

function start(): void {
  reads = 0;
  told = [];
  const startMs = clock.monotonic();
  changes = createStatusChanges({
    clock,
    engine: { onChange: (listener) => engine.add(listener) },
    storage: { onChange: () => () => undefined },
    signIns,
    status() {
      reads++;
      if (!isReadable) throw new Error('busy');
      return [{ expiresAtMs }];
    },
  });
  changes.onChange(() => told.push(clock.monotonic() - startMs));
}

describe('a change', () => {
  it('of the engine is told at once', () => {
    engine.tell();
    expect(told).toEqual([0]);
  });

  it('of a sign-in is told at once, and so is one that is shown beside', async () => {
    await signIns.start('a');
    changes.touch();
    expect(told).toEqual([0, 0]);
  });

  it('by time alone is told when less than a minute is left, and at the expiry', async () => {
    await clock.advance(60 * minuteMs);
    expect(told).toEqual([9 * minuteMs + 1, 10 * minuteMs]);
  });

  it('by time alone is told of a token that came meanwhile', async () => {
    expiresAtMs = clock.now() + 2 * minuteMs;
    engine.tell();
    await clock.advance(2 * minuteMs);
    expect(told).toEqual([0, minuteMs + 1, 2 * minuteMs]);
  });

  it('by time alone is told although the tokens are read again in the same moment', async () => {
    await clock.advance(9 * minuteMs - 5);
    engine.tell();
    await clock.advance(30);
    expect(told).toEqual([9 * minuteMs - 5, 9 * minuteMs + 20]);
  });
});

describe('between the changes', () => {
  it('nothing is read', async () => {
    const before = reads;
    await clock.advance(9 * minuteMs);
    expect(reads).toBe(before);
  });

  it('there is one timer at most', async () => {
    for (let at = 0; at < 100; at++) engine.tell();
    expect(clock.pendingTimers).toBe(1);
    await clock.advance(minuteMs);
    expect(clock.pendingTimers).toBe(1);
  });

  it('a thousand notices are one reading', async () => {
    const before = reads;
    for (let at = 0; at < 1_000; at++) engine.tell();
    await clock.advance(1_000);
    expect(reads).toBe(before + 1);
  });

  it('there is no timer while no token has an end ahead', async () => {
    expiresAtMs = null;
    engine.tell();
    await clock.advance(1_000);
    expect(clock.pendingTimers).toBe(0);
  });
});

describe('a clock that does not go evenly', () => {
  it.each([
    ['the machine slept past the expiry', () => clock.sleep(60 * minuteMs)],
    ['the clock was set forward past the expiry', () => clock.jumpWall(60 * minuteMs)],
    ['the clock was set back', () => clock.jumpWall(-60 * minuteMs)],
  ])('is noticed within a minute when %s', async (_case, jump) => {
    jump();
    await clock.advance(minuteMs);
    expect(told).toHaveLength(1);
  });
});

it('while the database cannot be read, the turn that is known is told', async () => {
  isReadable = false;
  engine.tell();
  await clock.advance(9 * minuteMs + 1);
  expect(told).toEqual([0, 9 * minuteMs + 1]);
});

it('nothing is told after the end, and no timer stays', async () => {
  engine.tell();
  changes.close();
  engine.tell();
  expect(clock.pendingTimers).toBe(0);
  expect(told).toEqual([0]);
});
