import { expect, test, vi } from 'vitest';
import { retryAfterMs } from '../../../main/grants/retry-after.ts';
import { httpAnswer } from '../../fixtures/http-answer.ts';

const waitOf = (headers: Record<string, string>) => retryAfterMs(httpAnswer({ status: 429, headers, tookMs: 400 }));

test.each([
  ['0', 0],
  ['120', 120_000],
  ['1.5', 1_500],
  [' 7 ', 7_000],
])('%j seconds are %d ms', (text, ms) => {
  expect(waitOf({ 'retry-after': text })).toBe(ms);
});

test("a date counts against the answer's own Date header", () => {
  const headers = { date: 'Sun, 06 Nov 1994 08:49:37 GMT', 'retry-after': 'Sun, 06 Nov 1994 08:50:37 GMT' };
  expect(waitOf(headers)).toBe(60_000);
});

test('without a Date header a date counts against the moment of receiving', () => {
  expect(waitOf({ 'retry-after': 'Sun, 13 Sep 2020 12:27:40 GMT' })).toBe(60_000 - 400);
});

test.each(['Sunday, 13-Sep-20 12:27:40 GMT', 'Sun Sep 13 12:27:40 2020'])(
  'the old form %j is a date, in Greenwich wherever this machine stands',
  (text) => {
    vi.stubEnv('TZ', 'America/New_York');
    expect(waitOf({ 'retry-after': text })).toBe(60_000 - 400);
  },
);

test('a date that has passed is no time', () => {
  expect(waitOf({ 'retry-after': 'Sun, 06 Nov 1994 08:50:37 GMT' })).toBe(0);
});

test.each(['999999999', '9'.repeat(400), 'Sun, 13 Sep 2099 12:27:40 GMT'])('%s is at most one day', (text) => {
  expect(waitOf({ 'retry-after': text })).toBe(24 * 60 * 60_000);
});

test.each(['', '-5', 'soon', '5 s', 'Sun, 99 Sep 2020 12:27:40 GMT'])('%j is no answer', (text) => {
  expect(waitOf({ 'retry-after': text })).toBeUndefined();
});

test('nothing is known without the header', () => {
  expect(waitOf({})).toBeUndefined();
});
