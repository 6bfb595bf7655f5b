import { expect, test } from 'vitest';
import { clockOffsetMs } from '../../../main/grants/clock-offset.ts';
import { httpAnswer } from '../../fixtures/http-answer.ts';

test('compares the Date header, half a second on, with the middle of sending and receiving', () => {
  const headers = { date: 'Sun, 13 Sep 2020 12:26:42 GMT' };
  expect(clockOffsetMs(httpAnswer({ headers, tookMs: 1_000 }))).toBe(2_000);
});

test('is negative where the local clock is ahead', () => {
  const headers = { date: 'Sun, 13 Sep 2020 11:26:40 GMT' };
  expect(clockOffsetMs(httpAnswer({ headers, tookMs: 0 }))).toBe(-3_600_000 + 500);
});

test.each([undefined, '', 'now', '0'])('is unknown with a Date header of %j', (date) => {
  expect(clockOffsetMs(httpAnswer({ headers: date === undefined ? {} : { date } }))).toBeUndefined();
});
