import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { awaitsEnd, dueCredentialEnds } from '../../../main/desktop/credential-ends.ts';
import type { AnnouncedEnds } from '../../../main/desktop/credential-ends.ts';
import { watchedProfile } from '../../fixtures/watched-profile.ts';

const ending = (day: string | null, name = 'a') => watchedProfile(name, { credentialExpires: day });

let announced: AnnouncedEnds;
beforeEach(() => void (announced = {}));

/** The days left of those that are announced today. */
function on(today: string, ...profiles: readonly ReturnType<typeof ending>[]): readonly number[] {
  const due = dueCredentialEnds({ profiles, today, announced });
  ({ announced } = due);
  return due.ends.map(({ daysLeft }) => daysLeft);
}

const end = ending('2027-05-01');

test.each([
  ['2027-04-16', []],
  ['2027-04-17', [14]],
  ['2027-04-25', [6]],
  ['2027-04-30', [1]],
  ['2027-05-01', [0]],
  ['2027-05-02', []],
])('first seen on %s, %j days before its end are announced', (today, daysLeft) => {
  expect(on(today, end)).toEqual(daysLeft);
});

test('day after day it is announced 14 days and 1 day before, once each', () => {
  const days = Array.from({ length: 30 }, (_, at) => String(at + 1).padStart(2, '0'));
  const told = [...days.map((day) => `2027-04-${day}`), '2027-05-01', '2027-05-02'].flatMap((day) => on(day, end));
  expect(told).toEqual([14, 1]);
});

test('a machine that was off on the day before hears of it on the day itself', () => {
  expect([...on('2027-04-20', end), ...on('2027-05-01', end)]).toEqual([11, 0]);
});

test('the later announcement is not followed by the earlier one when the clock is set back', () => {
  expect([...on('2027-04-30', end), ...on('2027-04-20', end)]).toEqual([1]);
});

test('another end is announced anew', () => {
  expect([...on('2027-04-17', end), ...on('2027-04-18', ending('2027-04-30'))]).toEqual([14, 12]);
});

test('a profile without an end is not announced', () => {
  expect(on('2027-04-17', ending(null))).toEqual([]);
});

test('what is past is forgotten, and what is to come is not', () => {
  on('2027-04-17', end, ending('2027-04-20', 'b'));
  on('2027-04-21');
  expect(announced).toEqual({ 'id-a': '2027-05-01 14' });
});

test('the calendar is looked at until the last day is over, and not for what has no end', () => {
  expect([
    awaitsEnd([end], '2027-05-01'),
    awaitsEnd([end], '2027-05-02'),
    awaitsEnd([ending(null)], '2027-01-01'),
  ]).toEqual([true, false, false]);
});

describe('whatever the clock does', () => {
  test('an end is announced twice at most', () => {
    const day = fc.integer({ min: 1, max: 30 }).map((number) => `2027-04-${String(number).padStart(2, '0')}`);
    fc.assert(
      fc.property(fc.array(day, { maxLength: 40 }), (days) => {
        announced = {};
        expect(days.flatMap((today) => on(today, end)).length).toBeLessThanOrEqual(2);
      }),
    );
  });
});
