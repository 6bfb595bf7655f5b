import { expect, it } from 'vitest';
import { runChecks } from '../../../main/doctor/run-checks.ts';
import type { Check } from '../../../main/doctor/run-checks.ts';
import { TokentrayError } from '../../../main/errors.ts';
import { FakeClock, settle } from '../../fixtures/fake-clock.ts';

const fine = (about: string): Check => ({
  area: 'port',
  about,
  run: async () => [{ area: 'port', about, level: 'ok', what: 'Is free.' }],
});

it('gives what was found in the order of the checks, whichever ends first', async () => {
  const clock = new FakeClock();
  const gate = Promise.withResolvers<void>();
  const slow: Check = { ...fine('1'), run: async (signal) => gate.promise.then(() => fine('1').run(signal)) };
  const found = runChecks(clock, [slow, fine('2')]);
  await settle();
  gate.resolve();
  expect((await found).map(({ about }) => about)).toEqual(['1', '2']);
});

it('runs a few at a time', async () => {
  const clock = new FakeClock();
  let running = 0;
  let most = 0;
  const check: Check = {
    area: 'connection',
    async run() {
      most = Math.max(most, ++running);
      await settle();
      running--;
      return [];
    },
  };
  await runChecks(
    clock,
    Array.from({ length: 40 }, () => check),
  );
  expect([most > 1, most <= 8]).toEqual([true, true]);
});

it('says of a check that does not end that it did not, and lets the others go on', async () => {
  const clock = new FakeClock();
  let aborted = false;
  const stuck: Check = {
    area: 'vault',
    timeoutMs: 4_000,
    run: (signal) => {
      signal.addEventListener('abort', () => (aborted = true));
      return new Promise(() => undefined);
    },
  };
  const found = runChecks(clock, [stuck, fine('2')]);
  await clock.advance(4_000);
  expect((await found).map(({ level }) => level)).toEqual(['problem', 'ok']);
  expect(aborted).toBe(true);
});

it('leaves no timer behind', async () => {
  const clock = new FakeClock();
  await runChecks(clock, [fine('1'), fine('2')]);
  expect(clock.pendingTimers).toBe(0);
});

it('makes a problem of what a check throws, without words of a server, users, folders or foreign messages', async () => {
  const thrown = [
    new TokentrayError('network.refused', {
      data: { host: 'id.example.com', description: 'CANARY', path: '/home/CANARY', actual: 'CANARY', detail: 'CANARY' },
    }),
    new RangeError('CANARY'),
  ];
  const checks = thrown.map((error): Check => {
    return {
      area: 'connection',
      async run() {
        throw error;
      },
    };
  });
  const found = await runChecks(new FakeClock(), checks);
  expect(found.map(({ level }) => level)).toEqual(['problem', 'problem']);
  expect(found[0]?.what).toContain('id.example.com');
  expect(JSON.stringify(found)).not.toContain('CANARY');
});
