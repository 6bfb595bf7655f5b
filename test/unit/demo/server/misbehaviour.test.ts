import { beforeEach, expect, test } from 'vitest';
import { createMisbehaviour, type Misbehaviour } from '../../../../main/demo/server/misbehaviour.ts';
import { FakeClock } from '../../../fixtures/fake-clock.ts';

const fault = { kind: 'status', status: 503 } as const;
let clock: FakeClock;
let misbehaviour: Misbehaviour;

beforeEach(() => {
  clock = new FakeClock();
  misbehaviour = createMisbehaviour(clock);
});

test('a client is treated rightly until something else is said', () => {
  expect(misbehaviour.take('a')).toBeUndefined();
});

test('a fault lasts until it is cleared', () => {
  misbehaviour.set('a', fault);
  expect([misbehaviour.take('a'), misbehaviour.take('a')]).toEqual([fault, fault]);
  misbehaviour.clear('a');
  expect(misbehaviour.take('a')).toBeUndefined();
});

test('a fault lasts for as many requests as was said', () => {
  misbehaviour.set('a', fault, { requests: 2 });
  expect([1, 2, 3].map(() => misbehaviour.take('a'))).toEqual([fault, fault, undefined]);
});

test('a fault lasts for as long as was said', async () => {
  misbehaviour.set('a', fault, { forMs: 1_000 });
  await clock.advance(999);
  expect(misbehaviour.take('a')).toEqual(fault);
  await clock.advance(1);
  expect(misbehaviour.take('a')).toBeUndefined();
});

test('a fault concerns one client alone', () => {
  misbehaviour.set('a', fault);
  expect(misbehaviour.take('b')).toBeUndefined();
});
