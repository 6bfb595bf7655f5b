import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { dueNotices, firstPauseMs, graceMs, longestPauseMs } from '../../../main/desktop/notices.ts';
import type { Memory } from '../../../main/desktop/notices.ts';
import type { RefreshMode, WatchedProfile } from '../../../main/desktop/watched-profiles.ts';
import type { SwitchKey } from '../../../main/settings/setting-keys.ts';
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
let off: Set<SwitchKey>;
let passedMs: number;
let lookAgainInMs: number | undefined;

beforeEach(() => {
  memory = new Map();
  off = new Set();
  passedMs = 0;
});

function look(profiles: readonly WatchedProfile[], isSilent = false): readonly string[] {
  const result = dueNotices({
    memory,
    profiles,
    nowMs: statusNowMs + passedMs,
    monotonicMs: passedMs,
    isSilent,
    isOn: (setting) => !off.has(setting),
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
  expect(then(failing, graceMs / 2)).toEqual(['a ran-out']);
});

test('a machine that wakes up before its network tells nothing', () => {
  startWell();
  expect([then(failing), then(failing, 10_000), then({}, 10_000)].flat()).toEqual([]);
});

test('renewing that fails is told before the token runs out, when no try is left before that', () => {
  startWell();
  const lastTry = { ...retrying, nextRefreshAtMs: statusNowMs + 660_000 };
  expect([then(lastTry), then(lastTry, graceMs)].flat()).toEqual(['a expiring']);
});

test('a lock is told like a failure', () => {
  startWell();
  const locked: Over = { ...failing, appearance: 'locked' };
  expect([then(locked), then(locked, graceMs)].flat()).toEqual(['a locked']);
});

test('trouble that gets worse is told again', () => {
  startWell();
  then(failing);
  expect(then(failing, graceMs)).toEqual(['a ran-out']);
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
      off = new Set();
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
      off = new Set();
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
      off = new Set();
      passedMs = 0;
      startWell();
      for (const { state, waitMs } of story) {
        then(states[state], waitMs);
        expect(then(states[state])).toEqual([]);
      }
    }),
  );
});

describe('a token that was told to run out', () => {
  const lastTry = { ...retrying, nextRefreshAtMs: statusNowMs + 660_000 };

  test('is not told once more when it has', () => {
    startWell();
    expect([then(lastTry), then(lastTry, graceMs), then(failing, 10 * minuteMs)].flat()).toEqual(['a expiring']);
  });

  test('is told when it has, where only that is to be told', () => {
    off.add('notifyExpiring');
    startWell();
    expect([then(lastTry), then(lastTry, graceMs), then(failing, minuteMs), then(failing, graceMs)].flat()).toEqual([
      'a ran-out',
    ]);
  });
});

describe.each([
  ['expired', 'notifyExpired', expired, 'manual'],
  ['ran-out', 'notifyExpired', failing, 'keep-fresh'],
  ['expiring', 'notifyExpiring', { ...retrying, nextRefreshAtMs: statusNowMs + 660_000 }, 'keep-fresh'],
  ['locked', 'notifyExpiring', { ...failing, appearance: 'locked' }, 'keep-fresh'],
  ['stopped', 'notifyRejected', stopped, 'keep-fresh'],
  ['sign-in-needed', 'notifySignIn', signInNeeded, 'keep-fresh'],
] as const)('%s, by the setting %s', (kind, setting, over, mode) => {
  const story = () => [then(over, 0, mode), then(over, graceMs, mode)].flat();

  test('is told while it is on', () => {
    startWell(mode);
    expect(story()).toEqual([`a ${kind}`]);
  });

  test('is not told while it is off, nor that it is over', () => {
    off.add(setting);
    startWell(mode);
    expect([...story(), ...then({}, 0, mode)]).toEqual([]);
  });
});

test('that all is well again is not told while that is off', () => {
  off.add('notifyRecovered');
  startWell();
  then(stopped);
  expect([then({}), then({})].flat()).toEqual([]);
});

test('a kind that is off does not pass for being well again', () => {
  off.add('notifyExpiring');
  startWell();
  then(stopped);
  const locked: Over = { ...failing, appearance: 'locked' };
  expect([then(locked), then(locked, graceMs)].flat()).toEqual([]);
  expect(then({})).toEqual(['a recovered']);
});

describe('a session that ends before the token can be renewed', () => {
  const ending: Over = {
    auth: 'authorization_code',
    expiresAtMs: statusNowMs + 60 * minuteMs,
    nextRefreshAtMs: statusNowMs + 54 * minuteMs,
    sessionEndsAtMs: statusNowMs + 30 * minuteMs,
  };

  test('is told five minutes before the token runs out, and that is waited for', () => {
    expect(then(ending)).toEqual([]);
    expect(lookAgainInMs).toBe(55 * minuteMs);
    expect(then(ending, 55 * minuteMs)).toEqual(['a session-ending']);
  });

  test('is told once, and the sign-in that is needed then as well', () => {
    then(ending);
    then(ending, 55 * minuteMs);
    expect(then(ending, 3 * minuteMs)).toEqual([]);
    expect(then({ ...signInNeeded, auth: 'authorization_code', token: 'expired' }, 2 * minuteMs)).toEqual([
      'a sign-in-needed',
    ]);
  });

  test.each([
    ['a session that lasts longer', { sessionEndsAtMs: statusNowMs + 55 * minuteMs }],
    ['a session whose end nobody knows', { sessionEndsAtMs: null }],
    ['a profile without a session', { auth: 'client_credentials' }],
  ] as const)('is not told of %s', (_what, over) => {
    expect([then({ ...ending, ...over }), then({ ...ending, ...over }, 56 * minuteMs)].flat()).toEqual([]);
  });
});

describe('a profile that nobody uses', () => {
  const dayMs = 86_400_000;
  const idle = (over: Over, more: Partial<WatchedProfile> = {}) => ({
    ...watchedProfile('a', over),
    addedAtMs: 0,
    ...more,
  });
  const told = (over: Over) => [...look([idle({}, {})], true), ...look([idle({ ...stopped, ...over })])];

  test('disturbs nobody', () => {
    expect(told({ lastUsedAtMs: statusNowMs - 14 * dayMs })).toEqual([]);
    expect(told({})).toEqual([]);
  });

  test.each([
    ['was used in the last 14 days', { lastUsedAtMs: statusNowMs - 14 * dayMs + 1 }],
    ['was used by a clock that was ahead', { lastUsedAtMs: statusNowMs + dayMs }],
    ['is the default', { isDefault: true }],
    ['is pinned', { isPinned: true }],
  ] as const)('is another one than one that %s', (_what, over) => {
    expect(told(over)).toEqual(['a stopped']);
  });

  test('is another one than one that was added lately', () => {
    const fresh = (over: Over) => idle(over, { addedAtMs: statusNowMs - 14 * dayMs + 1 });
    look([fresh({})], true);
    expect(look([fresh(stopped)])).toEqual(['a stopped']);
  });

  test('is another one than one whose token a profile that is used takes', () => {
    const user = idle({ linkedTo: 'a', lastUsedAtMs: statusNowMs, id: 'id-b', name: 'b' });
    look([idle({}), user], true);
    expect(look([idle(stopped), user])).toEqual(['a stopped']);
  });

  test('is not told of later, when it is used again', () => {
    look([idle({})], true);
    look([idle(stopped)]);
    expect(look([idle({ ...stopped, lastUsedAtMs: statusNowMs })])).toEqual([]);
  });
});
