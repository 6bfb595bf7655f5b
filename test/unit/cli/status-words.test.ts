import { describe, expect, it } from 'vitest';
import { stateWords } from '../../../main/cli/status-words.ts';

describe('the state in words', () => {
  it('says that a failed profile is tried again only where somebody plans to', () => {
    const failed = { token: 'none', activity: 'retry' } as const;
    expect(stateWords({ ...failed, nextRefreshAtMs: 1_800_000_000_000 })).toBe('no token, trying again');
    expect(stateWords({ ...failed, nextRefreshAtMs: null })).toBe('no token, tried again when asked');
  });

  it('says no more than what there is of a profile that does nothing', () => {
    expect(stateWords({ token: 'valid', activity: 'idle', nextRefreshAtMs: null })).toBe('valid');
  });
});
