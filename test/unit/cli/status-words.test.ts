import { describe, expect, it } from 'vitest';
import { sourceWords, stateWords } from '../../../main/cli/status-words.ts';
import { profileStatusOf, statusNowMs } from '../../fixtures/profile-status.ts';

describe('the state in words', () => {
  it('says that a failed profile is tried again only where somebody plans to', () => {
    const failed = { auth: 'client_credentials', token: 'none', activity: 'retry' } as const;
    expect(stateWords({ ...failed, nextRefreshAtMs: 1_800_000_000_000 })).toBe('no token, trying again');
    expect(stateWords({ ...failed, nextRefreshAtMs: null })).toBe('no token, tried again when asked');
  });

  it('says no more than what there is of a profile that does nothing', () => {
    expect(stateWords(profileStatusOf('acme'))).toBe('valid');
  });

  it('claims nothing about an API key but that its end is not known', () => {
    const key = profileStatusOf('acme', { auth: 'api_key', token: 'valid-expiry-unknown', expiresAtMs: null });
    expect(stateWords(key)).toBe('no expiry known');
  });
});

describe('what stands behind a token, in words', () => {
  it.each([
    ['nothing', {}, ''],
    ['another profile', { linkedTo: 'acme-isc' }, 'from acme-isc'],
    ['a session', { sessionEndsAtMs: statusNowMs + 600_000 }, expect.stringMatching(/^session ends \d/)],
    ['a session that is over', { sessionEndsAtMs: statusNowMs - 1 }, expect.stringMatching(/^session ended \d/)],
  ])('is %s', (_what, over, words) => {
    expect(sourceWords(profileStatusOf('acme', over), statusNowMs)).toEqual(words);
  });
});
