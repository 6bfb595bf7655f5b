import { describe, expect, it } from 'vitest';
import { countdown, durationWords, lifeLeft, relativeWords, shortDuration } from '../../../renderer/words/duration.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

describe('the display that counts down', () => {
  it.each([
    [0, '0:00'],
    [-5 * second, '0:00'],
    [999, '0:00'],
    [9 * second, '0:09'],
    [11 * minute + 42 * second, '11:42'],
    [hour - 1, '59:59'],
    [hour, '1h 00m'],
    [2 * hour + 5 * minute + 59 * second, '2h 05m'],
    [day, '1d 00h'],
    [3 * day + 4 * hour, '3d 04h'],
  ])('shows %i ms as %s', (ms, text) => {
    expect(countdown(ms)).toBe(text);
  });
});

describe('a length of time in words', () => {
  it.each([
    [0, '0 seconds'],
    [second, '1 second'],
    [59 * second, '59 seconds'],
    [11 * minute + 42 * second, '11 minutes'],
    [2 * hour, '2 hours'],
    [2 * hour + 5 * minute, '2 hours 5 minutes'],
    [26 * hour, '1 day'],
  ])('rounds %i ms down to "%s"', (ms, text) => {
    expect(durationWords(ms)).toBe(text);
  });

  it('has a short form for rows', () => {
    expect([3 * minute, 26 * hour].map(shortDuration)).toEqual(['3 min', '1 day']);
  });
});

describe('a moment seen from now', () => {
  it.each([
    [0, 'now'],
    [-999, 'now'],
    [11 * minute, 'in 11 minutes'],
    [-3 * minute, '3 minutes ago'],
  ])('says %i ms away as "%s"', (away, text) => {
    expect(relativeWords(1_800_000_000_000 + away, 1_800_000_000_000)).toBe(text);
  });
});

describe('the remaining part of a life', () => {
  it.each([
    ['just begun', 0, 1],
    ['half lived', 50, 0.5],
    ['over', 100, 0],
    ['long over', 900, 0],
    ['not begun, the clock was set back', -50, 1],
  ])('%s', (_, nowMs, left) => {
    expect(lifeLeft({ obtainedAtMs: 0, expiresAtMs: 100 }, nowMs)).toBe(left);
  });

  it('is whole while nobody knows when the token was obtained', () => {
    expect(lifeLeft({ obtainedAtMs: null, expiresAtMs: 100 }, 99)).toBe(1);
  });
});
