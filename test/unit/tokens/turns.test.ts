import { expect, it } from 'vitest';
import { appearance, remainingMs } from '../../../main/tokens/state.ts';
import { nextTurnMs, turnsMs } from '../../../main/tokens/turns.ts';

const expiresAtMs = 1_800_000_000_000;
const looks = (nowMs: number) => {
  const remaining = remainingMs({ obtainedAtMs: 0, expiresAtMs }, nowMs) ?? 0;
  const token = remaining > 0 ? 'valid' : 'expired';
  return [token, appearance({ locked: false, token, activity: 'idle', remainingMs: remaining, planned: false })];
};

it('at each turn something else is said than a millisecond before', () => {
  const turns = turnsMs({ expiresAtMs });
  expect(turns.map((atMs) => [looks(atMs - 1), looks(atMs)])).toEqual([
    [
      ['valid', 'ok'],
      ['valid', 'expiring'],
    ],
    [
      ['valid', 'expiring'],
      ['expired', 'expiring'],
    ],
  ]);
});

it('the next one is the earliest that is ahead', () => {
  const tokens = [{ expiresAtMs }, { expiresAtMs: expiresAtMs + 10_000 }, { expiresAtMs: null }];
  expect(nextTurnMs(tokens, expiresAtMs - 55_000)).toBe(expiresAtMs + 10_000 - 59_999);
  expect(nextTurnMs(tokens, expiresAtMs)).toBe(expiresAtMs + 10_000);
});

it('there is none for what has expired or has no known end', () => {
  expect(nextTurnMs([{ expiresAtMs }, { expiresAtMs: null }], expiresAtMs)).toBeUndefined();
});
