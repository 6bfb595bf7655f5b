import { describe, expect, it } from 'vitest';
import { durationWords, instantWords, relativeWords } from '../../../main/cli/times.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

describe('a duration in words', () => {
  it.each([
    [0, '0 sec'],
    [-5 * second, '0 sec'],
    [59_999, '59 sec'],
    [minute, '1 min'],
    [11 * minute + 59 * second, '11 min'],
    [hour, '1 hr'],
    [2 * hour + 5 * minute, '2 hr 5 min'],
    [day, '1 day'],
    [3 * day + 5 * hour, '3 days'],
  ])('of %i ms is %s', (ms, words) => {
    expect(durationWords(ms)).toBe(words);
  });
});

describe('the distance of an instant in words', () => {
  const now = 1_800_000_000_000;

  it.each([
    [now + 11 * minute, 'in 11 min'],
    [now - 3 * minute, '3 min ago'],
    [now + 999, 'now'],
    [now - 999, 'now'],
  ])('of %i is %s', (at, words) => {
    expect(relativeWords(at, now)).toBe(words);
  });
});

describe('an instant in words', () => {
  // Local noon, whatever the zone is: a few minutes later it is still the same day.
  const noon = new Date(2027, 4, 6, 12, 0).getTime();

  it('is the time alone when it is today', () => {
    expect(instantWords(noon + 5 * minute, noon, 'de-DE')).toBe('12:05');
  });

  it('has the date on any other day', () => {
    expect(instantWords(noon + day, noon, 'de-DE')).toBe('07.05.2027, 12:00');
  });

  it('follows the notation of the person', () => {
    expect(instantWords(noon + 5 * minute, noon, 'en-US')).toBe('12:05 PM');
  });
});
