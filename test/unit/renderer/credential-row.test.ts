import { expect, it } from 'vitest';
import { credentialEndWords } from '../../../renderer/words/list-words.ts';
import { daysUntil } from '../../../renderer/clock.ts';

/** In the time zone of the machine, as the window has it. */
const at = (month: number, day: number, hour: number) => new Date(2027, month - 1, day, hour, 30).getTime();

it.each([
  [at(4, 16, 12), undefined],
  [at(4, 17, 0), 'credential ends in 14 days'],
  [at(4, 17, 23), 'credential ends in 14 days'],
  [at(4, 30, 12), 'credential ends tomorrow'],
  [at(5, 1, 0), 'credential ends today'],
  [at(5, 1, 23), 'credential ends today'],
  [at(5, 2, 0), 'credential ended'],
])('at %i a row says %s', (nowMs, words) => {
  expect(credentialEndWords('2027-05-01', nowMs)).toBe(words);
});

it('a row says nothing of a credential without an end', () => {
  expect(credentialEndWords(null, at(4, 30, 12))).toBeUndefined();
});

it('every hour of a year counts whole days, also where the clocks change', () => {
  const hours = Array.from({ length: 365 * 24 }, (_, hour) => at(1, 1, 0) + hour * 3_600_000);
  expect(hours.filter((nowMs) => !Number.isInteger(daysUntil('2027-10-31', nowMs)))).toEqual([]);
});
