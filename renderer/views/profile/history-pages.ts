/** Puts the pages of a history together as they come: the newest anew, older ones behind it. */
import type { Failure, HistoryItem, HistoryPage } from '../../../preload/views.ts';

export interface HistoryState {
  /** Newest first; null until the first answer. */
  readonly items: readonly HistoryItem[] | null;
  /** There are older ones. */
  readonly hasMore: boolean;
  readonly failure: Failure | null;
}

/** Older pages stay, unless so much was added that a gap would be between. */
export function withNewest(before: HistoryState, { items, hasMore }: HistoryPage): HistoryState {
  const oldest = items.at(-1)?.id ?? 0;
  const known = before.items ?? [];
  const older = known.filter((item) => item.id < oldest);
  const meets = known.some((item) => item.id >= oldest);
  if (!meets || older.length === 0) return { items, hasMore, failure: null };
  return { items: [...items, ...older], hasMore: before.hasMore, failure: null };
}

/** Only what is not shown yet: two presses may have asked for the same page. */
export function withOlder(before: HistoryState, { items, hasMore }: HistoryPage): HistoryState {
  const known = before.items ?? [];
  const oldest = known.at(-1)?.id ?? Number.MAX_SAFE_INTEGER;
  return { items: [...known, ...items.filter((item) => item.id < oldest)], hasMore, failure: null };
}
