/** One call at a time, and a caller's patience. */
import { beforeEach, describe, expect, it } from 'vitest';
import { createTurns } from '../../../main/storage/keychain-turns.ts';
import type { TakeTurn } from '../../../main/storage/keychain-turns.ts';
import { FakeClock, settle } from '../../fixtures/fake-clock.ts';

let clock: FakeClock;
let takeTurn: TakeTurn;
beforeEach(() => {
  clock = new FakeClock();
  takeTurn = createTurns({ clock, waitMs: 1_000, overdue: () => new Error('overdue') });
});

/** A call that ends when the test says so. */
function openCall() {
  const end = Promise.withResolvers<string>();
  let isStarted = false;
  return {
    end,
    isStarted: () => isStarted,
    run: () => {
      isStarted = true;
      return end.promise;
    },
  };
}

/** What came of a promise by now. */
function watch(promise: Promise<unknown>): () => unknown {
  let outcome: unknown = 'pending';
  promise.then(
    (value) => (outcome = value),
    (error: Error) => (outcome = error.message),
  );
  return () => outcome;
}

describe('a turn', () => {
  it('gives what the call gives', async () => {
    expect(await takeTurn(async () => 'value')).toBe('value');
  });

  it('fails as the call fails', async () => {
    await expect(takeTurn(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  });

  it('begins when the one before has ended', async () => {
    const [first, second] = [openCall(), openCall()];
    watch(takeTurn(first.run));
    watch(takeTurn(second.run));
    await settle();
    const before = second.isStarted();
    first.end.resolve('done');
    await settle();
    expect([before, second.isStarted()]).toEqual([false, true]);
  });

  it('comes after one that failed', async () => {
    watch(takeTurn(() => Promise.reject(new Error('broken'))));
    expect(await takeTurn(async () => 'value')).toBe('value');
  });

  it('leaves no timer behind', async () => {
    await takeTurn(async () => 'value');
    await settle();
    expect(clock.pendingTimers).toBe(0);
  });
});

describe('a call that does not end', () => {
  it('is given up after the time to wait', async () => {
    const outcome = watch(takeTurn(openCall().run));
    await clock.advance(999);
    const before = outcome();
    await clock.advance(1);
    expect([before, outcome()]).toEqual(['pending', 'overdue']);
  });

  it('keeps its turn, so that it stays the only one', async () => {
    const [first, second] = [openCall(), openCall()];
    watch(takeTurn(first.run));
    await clock.advance(1_000);
    const outcome = watch(takeTurn(second.run));
    await clock.advance(1_000);
    expect([second.isStarted(), outcome()]).toEqual([false, 'overdue']);
  });

  it('lets the next one begin once it has ended after all', async () => {
    const [first, second] = [openCall(), openCall()];
    watch(takeTurn(first.run));
    await clock.advance(1_000);
    const outcome = watch(takeTurn(second.run));
    first.end.reject(new Error('dismissed'));
    second.end.resolve('value');
    await settle();
    expect(outcome()).toBe('value');
  });
});

describe('a caller that gave up before its turn', () => {
  it('has nothing done in its name later', async () => {
    const [first, second] = [openCall(), openCall()];
    watch(takeTurn(first.run));
    watch(takeTurn(second.run));
    await clock.advance(1_000);
    first.end.resolve('done');
    await settle();
    expect(second.isStarted()).toBe(false);
  });
});
