/** What the list shows: filters, groups, orders and pins. */
import { describe, expect, it } from 'vitest';
import type { ListView } from '../../../preload/list-view.ts';
import type { ProfileView } from '../../../preload/views.ts';
import { arrange, sameEntries } from '../../../renderer/views/list/arrange.ts';
import { filterValues, passes, withoutFilters, withValue } from '../../../renderer/views/list/filters.ts';
import { createProfileSearch } from '../../../renderer/words/profile-search.ts';
import { conditionOf } from '../../../renderer/words/profile-condition.ts';
import { everyState, plainListView, viewOf } from '../../fixtures/window-states.ts';

const nowMs = 1_800_000_000_000;
const search = createProfileSearch();

function shown(profiles: readonly ProfileView[], over: Partial<ListView> = {}, query = ''): readonly string[] {
  const byId = new Map(profiles.map((profile) => [profile.id, profile]));
  const view = { ...plainListView, ...over };
  return arrange({ order: [...byId.keys()], profiles: byId }, { view, query, search }).map((entry) =>
    entry.kind === 'group' ? `[${entry.label} ${entry.count}]` : (byId.get(entry.id)?.name ?? ''),
  );
}

const some = [
  viewOf('a', nowMs, { environment: 'sandbox', tags: ['emea'], expiresAtMs: nowMs + 30, lastUsedAtMs: 5 }),
  viewOf('b', nowMs, { environment: 'production', expiresAtMs: nowMs + 10, system: 'aic', systemLabel: 'PingOne AIC' }),
  viewOf('c', nowMs, { tags: ['emea', 'apac'], expiresAtMs: null, token: 'valid-expiry-unknown', lastUsedAtMs: 9 }),
  viewOf('d', nowMs, { environment: 'production', expiresAtMs: nowMs + 20, isPinned: true }),
];

describe('the filters', () => {
  it('let everything through while none is set', () => {
    expect(some.every((profile) => passes(profile, plainListView))).toBe(true);
  });

  it('take any value of one and all of several', () => {
    expect(shown(some, { environments: ['production', 'sandbox'] })).toEqual(['d', 'a', 'b']);
    expect(shown(some, { environments: ['production', 'none'], tags: ['emea'] })).toEqual(['c']);
    expect(shown(some, { systems: ['aic'] })).toEqual(['b']);
  });

  it('narrow a search', () => {
    expect(shown(some, { environments: ['production'] }, 'b')).toEqual(['b']);
  });

  it('tell how many profiles each value would leave', () => {
    expect(filterValues('environments', some, [])).toEqual([
      { value: 'production', label: 'Production', count: 2 },
      { value: 'sandbox', label: 'Sandbox', count: 1 },
      { value: 'none', label: 'No environment', count: 1 },
    ]);
    expect(filterValues('tags', some, []).map(({ label, count }) => [label, count])).toEqual([
      ['apac', 1],
      ['emea', 2],
    ]);
  });

  it('still offer a value that no profile has any more', () => {
    expect(filterValues('tags', some, ['gone']).map(({ value }) => value)).toContain('gone');
  });

  it('are set, taken away one by one, and all together', () => {
    const set = withValue(withValue(plainListView, 'tags', 'emea', true), 'systems', 'isc', true);
    expect([set.tags, set.systems]).toEqual([['emea'], ['isc']]);
    expect(withValue(set, 'tags', 'emea', false).tags).toEqual([]);
    expect(withoutFilters({ ...set, group: 'system' })).toEqual({ ...plainListView, group: 'system' });
  });
});

describe('the orders', () => {
  it.each([
    ['name', ['d', 'a', 'b', 'c']],
    ['expiry', ['d', 'b', 'a', 'c']],
    ['used', ['d', 'c', 'a', 'b']],
  ] as const)('by %s put what is pinned first', (sort, names) => {
    expect(shown(some, { sort })).toEqual(names);
  });

  it('of a search put what fits best first, pinned or not', () => {
    const pinned = viewOf('my-acme', nowMs, { isPinned: true });
    expect(shown([viewOf('acme', nowMs), pinned], {}, 'acme')).toEqual(['acme', 'my-acme']);
  });
});

describe('the groups', () => {
  it.each([
    ['environment', ['[Pinned 1]', 'd', '[Production 1]', 'b', '[Sandbox 1]', 'a', '[No environment 1]', 'c']],
    ['system', ['[Pinned 1]', 'd', '[PingOne AIC 1]', 'b', '[SailPoint ISC 2]', 'a', 'c']],
  ] as const)('by %s', (group, rows) => {
    expect(shown(some, { group })).toEqual(rows);
  });

  it('by state begin with what needs somebody', () => {
    const rows = shown(everyState(nowMs), { group: 'state' });
    expect(rows.filter((row) => row.startsWith('['))).toEqual([
      '[Needs you 2]',
      '[Failing, tried again 1]',
      '[Expired 1]',
      '[Expires soon 1]',
      '[No token 2]',
      '[Fresh 5]',
    ]);
  });

  it('are gone while somebody searches', () => {
    expect(shown(some, { group: 'system' }, 'a').some((row) => row.startsWith('['))).toBe(false);
  });
});

describe('the condition of a profile', () => {
  it('does not change while its token is renewed', () => {
    const fresh = viewOf('a', nowMs);
    expect(conditionOf({ ...fresh, activity: 'refreshing', appearance: 'working' })).toBe(conditionOf(fresh));
  });
});

describe('two arrangements', () => {
  it('are the same when they show the same', () => {
    const group = { kind: 'group', key: 'a', label: 'A', count: 1 } as const;
    const entries = [group, { kind: 'profile', id: 'x' }] as const;
    expect(sameEntries(entries, structuredClone(entries))).toBe(true);
    expect(sameEntries(entries, [{ ...group, count: 2 }, entries[1]])).toBe(false);
    expect(sameEntries(entries, [group, { kind: 'profile', id: 'y' }])).toBe(false);
  });
});
