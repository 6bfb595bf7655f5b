import { describe, expect, it } from 'vitest';
import { needsAttention, stateWords } from '../../../renderer/words/state-words.ts';
import { everyState, viewOf } from '../../fixtures/window-states.ts';

const nowMs = 1_800_000_000_000;
const wordsOf = (over: Parameters<typeof viewOf>[2]) => stateWords(viewOf('acme', nowMs, over));

describe('the state of a profile in words', () => {
  it.each([
    ['a fresh token', {}, 'Valid', 'good'],
    ['a renewal', { activity: 'refreshing', appearance: 'working' }, 'Renewing', 'busy'],
    [
      'a first token under way',
      { token: 'none', activity: 'refreshing', appearance: 'working' },
      'Getting a token',
      'busy',
    ],
    ['an unknown expiry', { token: 'valid-expiry-unknown' }, 'Valid, expiry unknown', 'good'],
    ['a short life that nobody renews', { appearance: 'expiring' }, 'Expires soon', 'warning'],
    ['an expired token', { token: 'expired', appearance: 'expiring' }, 'Expired', 'warning'],
    ['a failure that is tried again', { activity: 'retry', appearance: 'expiring' }, 'Valid, trying again', 'warning'],
    ['a failure without a token', { token: 'none', activity: 'retry', appearance: 'attention' }, 'Trying again', 'bad'],
    [
      'a stop with a living token',
      { activity: 'stopped', appearance: 'attention' },
      'Valid, not renewed any more',
      'bad',
    ],
    ['a stop without one', { token: 'expired', activity: 'stopped', appearance: 'attention' }, 'Stopped', 'bad'],
    ['a sign-in', { activity: 'sign-in-needed', appearance: 'attention' }, 'Sign-in needed', 'bad'],
    ['a locked vault', { appearance: 'locked' }, 'Locked', 'still'],
  ] as const)('says %s', (_, over, text, tone) => {
    expect(wordsOf(over)).toMatchObject({ text, tone });
  });

  it('promises no new try that no timer will make', () => {
    const over = { token: 'none', activity: 'retry', appearance: 'attention', nextRefreshAtMs: null } as const;
    expect(wordsOf(over).text).toBe('Tried again when asked');
  });

  it('is calm about a profile that nobody has used yet', () => {
    const over = { token: 'none', activity: 'idle', appearance: 'expiring', nextRefreshAtMs: null } as const;
    expect(wordsOf(over)).toMatchObject({ text: 'No token yet', tone: 'still' });
  });

  it('never leaves the state to colour alone', () => {
    const pairs = everyState(nowMs).map((profile) => stateWords(profile));
    expect(pairs.every(({ text, icon }) => text !== '' && icon.length > 0)).toBe(true);
  });
});

describe('what needs somebody', () => {
  it('is what main says needs attention, and nothing else', () => {
    expect(
      everyState(nowMs)
        .filter(needsAttention)
        .map(({ name }) => name),
    ).toEqual(['globex-prod', 'hooli-sign-in']);
  });
});
