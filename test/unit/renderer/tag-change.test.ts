import { describe, expect, it } from 'vitest';
import { tagChange, tagShares } from '../../../renderer/views/list/tag-change.ts';
import { viewOf } from '../../fixtures/window-states.ts';

describe('the tags of several profiles', () => {
  it('are those that any of them has, and those that others have', () => {
    const profiles = [viewOf('a', 0, { tags: ['x', 'y'] }), viewOf('b', 0, { tags: ['x'] })];
    expect(tagShares(profiles, ['z', 'x'])).toEqual([
      { tag: 'x', count: 2 },
      { tag: 'y', count: 1 },
      { tag: 'z', count: 0 },
    ]);
  });

  it('change only where somebody touched them', () => {
    expect(tagChange(new Map(), ' ')).toEqual({ add: [], remove: [] });
    expect(
      tagChange(
        new Map([
          ['x', true],
          ['y', false],
        ]),
        '',
      ),
    ).toEqual({ add: ['x'], remove: ['y'] });
  });

  it('take what is typed with commas between, once', () => {
    expect(tagChange(new Map([['x', true]]), ' new , x,, other')).toEqual({ add: ['x', 'new', 'other'], remove: [] });
  });

  it('are not taken away where they are typed at the same time', () => {
    expect(tagChange(new Map([['x', false]]), 'x')).toEqual({ add: ['x'], remove: [] });
  });
});
