import { expect, test } from 'vitest';
import { failAgainAndAgain } from '../../../main/demo/fail-again-and-again.ts';
import { createMisbehaviour } from '../../../main/demo/server/misbehaviour.ts';
import { FakeClock } from '../../fixtures/fake-clock.ts';

function start() {
  const clock = new FakeClock();
  const misbehaviour = createMisbehaviour(clock);
  const controls = { misbehave: misbehaviour.set };
  const timer = failAgainAndAgain(clock, controls, 'a', { worksForMs: 30_000, failsForMs: 10_000 });
  return { clock, timer, fails: () => misbehaviour.take('a') !== undefined };
}

test('a server works, fails, works and fails again', async () => {
  const { clock, fails } = start();
  const seen: boolean[] = [];
  for (let tens = 0; tens < 9; tens++) {
    seen.push(fails());
    await clock.advance(10_000);
  }
  expect(seen).toEqual([false, false, false, true, false, false, false, true, false]);
});

test('a server that is let be fails no more, and leaves no timer', async () => {
  const { clock, timer, fails } = start();
  timer.cancel();
  await clock.advance(35_000);
  expect([fails(), clock.pendingTimers]).toEqual([false, 0]);
});
