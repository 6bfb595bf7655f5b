import { describe, expect, it } from 'vitest';
import { countdown, liveLeft, liveRefresh, liveSource, liveState } from '../../../main/cli/live-words.ts';
import { profileStatusOf, statusNowMs } from '../../fixtures/profile-status.ts';

describe('countdown', () => {
  it.each([
    [-5_000, '0s'],
    [0, '0s'],
    [999, '0s'],
    [44_900, '44s'],
    [60_000, '1m 00s'],
    [702_000, '11m 42s'],
    [3_599_999, '59m 59s'],
    [3_600_000, '1h 00m'],
    [43_200_000, '12h 00m'],
    [86_400_000, '1d 00h'],
    [277_200_000, '3d 05h'],
  ])('writes %i ms as %s', (ms, words) => {
    expect(countdown(ms)).toBe(words);
  });
});

describe('liveState', () => {
  it.each([
    [{}, 'valid'],
    [{ token: 'valid-expiry-unknown' }, 'valid'],
    [{ token: 'none', appearance: 'working' }, 'no token'],
    [{ token: 'expired', appearance: 'expiring' }, 'expired'],
    [{ appearance: 'expiring' }, 'expiring'],
    [{ activity: 'refreshing', appearance: 'working' }, 'refreshing'],
    [{ activity: 'retry', appearance: 'expiring' }, 'retrying'],
    [{ activity: 'stopped', appearance: 'attention' }, 'stopped'],
    [{ activity: 'sign-in-needed', appearance: 'attention' }, 'sign in'],
    [{ activity: 'retry', appearance: 'locked' }, 'locked'],
  ] as const)('says of %o: %s', (over, word) => {
    expect(liveState(profileStatusOf('acme', over))).toBe(word);
  });
});

describe('liveLeft', () => {
  it('counts down to the expiry', () => {
    expect(liveLeft(profileStatusOf('acme'), statusNowMs + 1_000)).toBe('9m 59s');
  });

  it('does not call an unknown expiry never', () => {
    expect(liveLeft(profileStatusOf('acme', { token: 'valid-expiry-unknown', expiresAtMs: null }), statusNowMs)).toBe(
      'unknown',
    );
  });

  it.each(['none', 'expired'] as const)('has nothing to count when the token is %s', (token) => {
    expect(liveLeft(profileStatusOf('acme', { token }), statusNowMs)).toBe('-');
  });
});

describe('liveRefresh', () => {
  it('counts down to the planned refresh', () => {
    expect(liveRefresh(profileStatusOf('acme'), statusNowMs)).toBe('9m 00s');
  });

  it('says so when nothing is planned', () => {
    expect(liveRefresh(profileStatusOf('acme', { nextRefreshAtMs: null }), statusNowMs)).toBe('-');
  });

  it('is now while a request is under way', () => {
    expect(liveRefresh(profileStatusOf('acme', { activity: 'refreshing' }), statusNowMs)).toBe('now');
  });
});

describe('liveSource', () => {
  it.each([
    ['nothing', {}, ''],
    ['another profile', { linkedTo: 'acme-isc' }, 'from acme-isc'],
    ['a session', { sessionEndsAtMs: statusNowMs + 5_460_000 }, 'session 1h 31m'],
    ['a session that is over', { sessionEndsAtMs: statusNowMs - 1 }, 'session 0s'],
  ])('names %s', (_what, over, words) => {
    expect(liveSource(profileStatusOf('acme', over), statusNowMs)).toBe(words);
  });
});
