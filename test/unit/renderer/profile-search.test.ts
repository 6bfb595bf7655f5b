import { describe, expect, it } from 'vitest';
import { byName } from '../../../renderer/words/profile-order.ts';
import { matchesFilter } from '../../../renderer/words/profile-search.ts';
import { everyState } from '../../fixtures/window-states.ts';

const profiles = everyState(1_800_000_000_000);
const found = (query: string, attentionOnly = false) =>
  profiles.filter((profile) => matchesFilter(profile, { query, attentionOnly })).map(({ name }) => name);

describe('the search', () => {
  it('finds everything while nothing is typed', () => {
    expect(found('  ')).toHaveLength(profiles.length);
  });

  it.each([
    ['SANDBOX acme', ['acme-sandbox', 'hooli-sign-in']],
    ['umbrella', ['netfoundry']],
    ['sign-in needed', ['hooli-sign-in']],
    ['nerm', ['nerm-vendors']],
    ['no such thing', []],
  ])('finds "%s" in whatever the row shows', (query, names) => {
    expect(found(query)).toEqual(names);
  });

  it('narrows to what needs somebody', () => {
    expect(found('globex', true)).toEqual(['globex-prod']);
  });
});

describe('the order of the list', () => {
  it('is by name, with numbers as numbers, whatever their state', () => {
    const names = ['tenant-10', 'b', 'tenant-9', 'a'].map((name) => ({ name }));
    expect(names.toSorted(byName).map(({ name }) => name)).toEqual(['a', 'b', 'tenant-9', 'tenant-10']);
  });
});
