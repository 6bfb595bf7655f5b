import { describe, expect, it } from 'vitest';
import type { HistoryItem } from '../../../preload/views.ts';
import { withNewest, withOlder } from '../../../renderer/views/profile/history-pages.ts';
import type { HistoryState } from '../../../renderer/views/profile/history-pages.ts';
import { historyDetails } from '../../../renderer/words/history-words.ts';

const nowMs = new Date(2026, 10, 21, 14, 0).getTime();

const item = (id: number, more: Partial<HistoryItem> = {}): HistoryItem => ({
  id,
  what: 'copied',
  atMs: nowMs,
  firstAtMs: nowMs,
  times: 1,
  title: 'Copied',
  detail: null,
  untilMs: null,
  failure: null,
  ...more,
});
const items = (...ids: readonly number[]) => ids.map((id) => item(id));
const showing = (ids: readonly number[], hasMore = false): HistoryState => ({
  items: items(...ids),
  hasMore,
  failure: null,
});
const idsOf = ({ items: shown }: HistoryState) => shown?.map(({ id }) => id);

describe('the details of a thing that happened', () => {
  it('are what main says, the end of the token, and how often', () => {
    const failedOften = { detail: 'as curl', untilMs: nowMs + 60_000, times: 3, firstAtMs: nowMs - 3_600_000 };
    expect(historyDetails(failedOften, nowMs, 'en-GB')).toBe('as curl, until 14:01, 3 times since 13:00');
  });

  it('are nothing where nothing belongs to it', () => {
    expect(historyDetails(item(1), nowMs)).toBe('');
  });
});

describe('the newest page', () => {
  it('takes the place of what was shown, and keeps older pages', () => {
    const state = withNewest(showing([6, 5, 4, 3, 2], true), { items: items(7, 6, 5), hasMore: true });
    expect([idsOf(state), state.hasMore]).toEqual([[7, 6, 5, 4, 3, 2], true]);
  });

  it('brings what was counted up meanwhile', () => {
    const state = withNewest(showing([2, 1]), { items: [item(2, { times: 9 }), item(1)], hasMore: false });
    expect(state.items?.[0]?.times).toBe(9);
  });

  it('stands alone when so much happened that a gap would follow it', () => {
    const state = withNewest(showing([3, 2, 1]), { items: items(9, 8, 7), hasMore: true });
    expect([idsOf(state), state.hasMore]).toEqual([[9, 8, 7], true]);
  });
});

describe('an older page', () => {
  it('follows what is shown', () => {
    const state = withOlder(showing([5, 4], true), { items: items(3, 2), hasMore: false });
    expect([idsOf(state), state.hasMore]).toEqual([[5, 4, 3, 2], false]);
  });

  it('that comes twice is shown once', () => {
    const page = { items: items(3, 2), hasMore: false };
    expect(idsOf(withOlder(withOlder(showing([5, 4], true), page), page))).toEqual([5, 4, 3, 2]);
  });
});
