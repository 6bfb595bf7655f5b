import { expect, test } from 'vitest';
import { localDay } from '../../../main/desktop/local-day.ts';

/** 2027-05-01 02:30 in UTC. */
const instantMs = Date.UTC(2027, 4, 1, 2, 30);

test.each([
  ['UTC', '2027-05-01'],
  ['America/Los_Angeles', '2027-04-30'],
  ['Pacific/Kiritimati', '2027-05-01'],
  ['Asia/Tokyo', '2027-05-01'],
])('in %s it is %s', (timeZone, day) => {
  expect(localDay(instantMs, timeZone)).toBe(day);
});

test.each([
  ['the hour that is skipped', Date.UTC(2027, 2, 28, 1, 0), '2027-03-28'],
  ['the last moment before midnight', Date.UTC(2027, 2, 28, 21, 59, 59, 999), '2027-03-28'],
  ['midnight after the change', Date.UTC(2027, 2, 28, 22, 0), '2027-03-29'],
])('where the clocks change, %s is on the right day', (_what, atMs, day) => {
  expect(localDay(atMs, 'Europe/Berlin')).toBe(day);
});
