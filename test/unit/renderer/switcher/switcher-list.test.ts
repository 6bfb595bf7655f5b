import { describe, expect, it } from 'vitest';
import { switcherRows } from '../../../../renderer/switcher/switcher-list.ts';
import { createProfileSearch } from '../../../../renderer/words/profile-search.ts';
import { viewOf } from '../../../fixtures/window-states.ts';

const nowMs = Date.UTC(2026, 5, 1, 12);
const view = (name: string, over: Parameters<typeof viewOf>[2] = {}) => viewOf(name, nowMs, over);
const profiles = [
  view('acme-dev'),
  view('acme-prod', { environment: 'production' }),
  view('beta', { lastUsedAtMs: nowMs - 10_000 }),
  view('globex', { lastUsedAtMs: nowMs - 1_000, tags: ['emea'] }),
  view('zeta', { isPinned: true }),
];

const rows = (query = '', chosenId: string | null = null) =>
  switcherRows(createProfileSearch(), profiles, { query, chosenId, order: null });
const names = (query?: string) => rows(query).shown.map(({ name }) => name);

describe('the quick switcher', () => {
  it('offers at first those that are pinned, then those that were used last, then the others by name', () => {
    expect(names()).toEqual(['zeta', 'globex', 'beta', 'acme-dev', 'acme-prod']);
  });

  it('takes two letters for the beginnings of two words', () => {
    expect(names('ap')[0]).toBe('acme-prod');
  });

  it('finds by tag, user and system', () => {
    expect(names('emea')).toEqual(['globex']);
    expect(names('jane')).toHaveLength(5);
  });

  it('of those that fit equally well, offers the one that was used last first', () => {
    const both = [view('team-a'), view('team-b', { lastUsedAtMs: nowMs })];
    const { shown } = switcherRows(createProfileSearch(), both, { query: 'te', chosenId: null, order: null });
    expect(shown.map(({ name }) => name)).toEqual(['team-b', 'team-a']);
  });

  it('has the first one chosen, until another one is', () => {
    expect(rows().chosenIndex).toBe(0);
    expect(rows('', 'id-beta').chosenIndex).toBe(2);
  });

  it('goes back to the first one when the chosen one is not found any more', () => {
    expect(rows('glo', 'id-beta').chosenIndex).toBe(0);
  });

  it('keeps an order that is fixed, whatever is used meanwhile, with newcomers at its end', () => {
    const order = ['id-beta', 'id-acme-prod', 'id-zeta', 'id-acme-dev'];
    const { shown } = switcherRows(createProfileSearch(), profiles, { query: '', chosenId: null, order });
    expect(shown.map(({ id }) => id)).toEqual([...order, 'id-globex']);
  });

  it('has none chosen where none is found', () => {
    expect(rows('nothing like it')).toEqual({ shown: [], moreCount: 0, chosenIndex: -1 });
  });

  it('shows the beginning of a thousand, and says how many more there are', () => {
    const many = Array.from({ length: 1_000 }, (_, at) => view(`tenant-${at}`));
    const { shown, moreCount } = switcherRows(createProfileSearch(), many, { query: '', chosenId: null, order: null });
    expect(shown.length + moreCount).toBe(1_000);
    expect(shown.length).toBeLessThan(100);
  });
});
