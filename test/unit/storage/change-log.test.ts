/** What rows of the change log mean. */
import { describe, expect, it } from 'vitest';
import { summarizeChanges } from '../../../main/storage/change-log.ts';

describe('summarizeChanges', () => {
  it('says nothing when there are no rows', () => {
    expect(summarizeChanges([], 7)).toBeUndefined();
  });

  it('names each profile once', () => {
    const rows = [
      { seq: 8, profileId: 'a', what: 'tokens' },
      { seq: 9, profileId: 'a', what: 'activity' },
      { seq: 10, profileId: 'b', what: 'profiles' },
    ];
    expect(summarizeChanges(rows, 7)).toEqual({ profileIds: new Set(['a', 'b']), settings: false });
  });

  it('tells settings apart from profiles', () => {
    const rows = [{ seq: 1, profileId: null, what: 'settings' }];
    expect(summarizeChanges(rows, 0)).toEqual({ profileIds: new Set(), settings: true });
  });

  it('gives up on details when rows were pruned before they were read', () => {
    const rows = [{ seq: 9, profileId: 'a', what: 'tokens' }];
    expect(summarizeChanges(rows, 7)).toEqual({ profileIds: 'all', settings: true });
  });
});
