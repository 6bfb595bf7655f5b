import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { dueNotices, firstPauseMs, graceMs, longestPauseMs } from '../../../main/desktop/notices.ts';
import type { Memory } from '../../../main/desktop/notices.ts';
import type { RefreshMode, WatchedProfile } from '../../../main/desktop/watched-profiles.ts';
import type { ProfileStatus } from '../../../main/tokens/status.ts';
import { failing, signInNeeded, stopped, watchedProfile } from '../../fixtures/watched-profile.ts';
import { statusNowMs } from '../../fixtures/profile-status.ts';

type Over = Partial<ProfileStatus>;

const minuteMs = 60_000;
const refreshing: Over = { activity: 'refreshing', appearance: 'working' };
/** It failed once, and is tried again long before its token runs out. */
const retrying: Over = { ...failing, token: 'valid', nextRefreshAtMs: statusNowMs + 60_000 };
const expired: Over = { token: 'expired', appearance: 'expiring', nextRefreshAtMs: null };

let memory: Memory;
let passedMs: number;
let lookAgainInMs: number | undefined;

beforeEach(() => {
  memory = new Map();
  passedMs = 0;
});

function look(profiles: readonly WatchedProfile[], isSilent = false): readonly string[] {
  const result = dueNotices({
    memory,
    profiles,
    nowMs: statusNowMs + passedMs,
    monotonicMs: passedMs,
    isSilent,
    isWindowOpen: false,
  });
  ({ memory, lookAgainInMs } = result);
  return result.notices.map(({ kind, profile }) => `${profile.status.name} ${kind}`);
}

/** A profile that was well at the first look, and stands like this `afterMs` later. */
function then(over: Over, afterMs = 0, mode: RefreshMode = 'keep-fresh'): readonly string[] {
  passedMs += afterMs;
  return look([watchedProfile('a', over, mode)]);
}

function startWell(mode: RefreshMode = 'keep-fresh'): void {
  look([watchedProfile('a', {}, mode)], true);
}

test('nothing is told while everything renews by itself', () => {
  startWell();
  expect([then({}), then(refreshing), then({}), then(retrying), then(refreshing), then({})].flat()).toEqual([]);
  expect(lookAgainInMs).toBeUndefined();
});

test.each([
  ['stopped', stopped],
  ['sign-in-needed', signInNeeded],
] as const)('%s is told at once, although the token still lives', (kind, over) => {
  startWell();
  expect(then(over)).toEqual([`a ${kind}`]);
});

test('what is told once is not told again', () => {
  startWell();
  then(stopped);
  expect(then(stopped, 24 * 60 * minuteMs)).toEqual([]);
});

test('renewing that fails is told when the token has been gone for a minute', () => {
  startWell();
  expect(then(failing)).toEqual([]);
  expect(lookAgainInMs).toBe(graceMs);
  expect(then(refreshing, graceMs / 2)).toEqual([]);
  expect(then(failing, graceMs / 2)).toEqual(['a failing']);
});

test('a machine that wakes up before its network tells nothing', () => {
  startWell();
  expect([then(failing), then(failing, 10_000), then({}, 10_000)].flat()).toEqual([]);
});

test('renewing that fails is told before the token runs out, when no try is left before that', () => {
  startWell();
  const lastTry = { ...retrying, nextRefreshAtMs: statusNowMs + 660_000 };
  expect([then(lastTry), then(lastTry, graceMs)].flat()).toEqual(['a failing']);
});

test('a lock is told like a failure', () => {
  startWell();
  const locked: Over = { ...failing, appearance: 'locked' };
  expect([then(locked), then(locked, graceMs)].flat()).toEqual(['a locked']);
});

test('trouble that gets worse is told again', () => {
  startWell();
  then(failing);
  expect(then(failing, graceMs)).toEqual(['a failing']);
  expect(then(signInNeeded, minuteMs)).toEqual(['a sign-in-needed']);
});

test('trouble that gets milder is not told again', () => {
  startWell();
  then(signInNeeded);
  expect([then(stopped), then(failing, 10 * graceMs)].flat()).toEqual([]);
});

test('that all is well again is told after a notice, once', () => {
  startWell();
  then(stopped);
  expect([then({}), then({}), then(refreshing), then({})].flat()).toEqual(['a recovered']);
});

test('that all is well again is not told while it is being tried', () => {
  startWell();
  then(stopped);
  expect(then(refreshing)).toEqual([]);
});

test('what was wrong at the first look is not told, nor that it is well again', () => {
  look([watchedProfile('a', stopped)], true);
  expect([then(stopped, 24 * 60 * minuteMs), then({})].flat()).toEqual([]);
  expect(then(stopped)).toEqual(['a stopped']);
});

test('a token renewed by hand is told when it expires, each time, and never that it was renewed', () => {
  startWell('manual');
  const story = [expired, {}, expired, {}, expired].flatMap((over) => then(over, minuteMs, 'manual'));
  expect(story).toEqual(['a expired', 'a expired', 'a expired']);
});

test('a token renewed on use is never told about', () => {
  startWell('on-use');
  const story = [expired, failing, stopped, signInNeeded].flatMap((over) => then(over, 10 * minuteMs, 'on-use'));
  expect(story).toEqual([]);
  expect(lookAgainInMs).toBeUndefined();
});

test('a profile that flaps is told about more and more rarely', () => {
  startWell();
  const toldAtMs: number[] = [];
  for (let at = 0; at < 24 * 60; at++) {
    if (then(at % 2 === 0 ? stopped : {}, minuteMs).includes('a stopped')) toldAtMs.push(passedMs);
  }
  const pauses = toldAtMs.slice(1).map((atMs, index) => atMs - (toldAtMs[index] ?? 0));
  expect(pauses[0]).toBeGreaterThanOrEqual(firstPauseMs);
  expect(pauses).toEqual(pauses.toSorted((one, other) => one - other));
  expect(toldAtMs.length).toBeLessThan(8);
});

test('trouble that came back within the pause is told at its end, if it is still there', () => {
  startWell();
  then(stopped);
  then({}, minuteMs);
  expect(then(stopped, minuteMs)).toEqual([]);
  expect(lookAgainInMs).toBe(firstPauseMs - 2 * minuteMs);
  expect(then(stopped, lookAgainInMs)).toEqual(['a stopped']);
});

test('after a long time without trouble the pauses are short again', () => {
  startWell();
  then(stopped);
  then({});
  then(stopped, firstPauseMs);
  then({});
  then(stopped, 3 * longestPauseMs);
  then({}, minuteMs);
  then(stopped, minuteMs);
  expect(lookAgainInMs).toBeLessThanOrEqual(firstPauseMs);
});

test('a profile that is gone is forgotten', () => {
  startWell();
  then(stopped);
  look([]);
  expect(memory.size).toBe(0);
});

const states = { well: {}, refreshing, retrying, failing, stopped, signInNeeded, expired } as const;
const steps = fc.array(
  fc.record({
    state: fc.constantFrom(...(Object.keys(states) as (keyof typeof states)[])),
    waitMs: fc.integer({ min: 0, max: 30 * minuteMs }),
  }),
  { maxLength: 60 },
);

test('whatever happens, every recovery follows a notice of its own', () => {
  fc.assert(
    fc.property(steps, (story) => {
      memory = new Map();
      passedMs = 0;
      startWell();
      let open = false;
      for (const { state, waitMs } of story) {
        for (const notice of then(states[state], waitMs)) {
          expect(notice !== 'a recovered' || open).toBe(true);
          open = notice !== 'a recovered';
        }
      }
    }),
  );
});

test('whatever happens, two notices of the same trouble are at least a pause apart', () => {
  fc.assert(
    fc.property(steps, (story) => {
      memory = new Map();
      passedMs = 0;
      startWell();
      const lastMs = new Map<string, number>();
      for (const { state, waitMs } of story) {
        for (const notice of then(states[state], waitMs).filter((each) => each !== 'a recovered')) {
          expect(passedMs - (lastMs.get(notice) ?? -firstPauseMs)).toBeGreaterThanOrEqual(firstPauseMs);
          lastMs.set(notice, passedMs);
        }
      }
    }),
  );
});

test('whatever happens, the same look twice tells nothing more', () => {
  fc.assert(
    fc.property(steps, (story) => {
      memory = new Map();
      passedMs = 0;
      startWell();
      for (const { state, waitMs } of story) {
        then(states[state], waitMs);
        expect(then(states[state])).toEqual([]);
      }
    }),
  );
});
