/** A page of what happened to a profile, in words. */
import type { HistoryItem, HistoryPage } from '../../preload/views.ts';
import type { Profile } from '../profiles/profile.ts';
import type { Happening, HistoryRow } from '../storage/history-records.ts';
import { historyWords } from '../tokens/history-words.ts';
import { storedFailure } from './failure.ts';
import type { CallPorts } from './ports.ts';

/** Rows of one page; more are asked for with a button. */
const pageRows = 50;

interface HistoryQuestion {
  readonly id: string;
  /** Only what is older than the item with this id. */
  readonly before?: number | undefined;
  /** Default: whatever happened. */
  readonly what?: readonly Happening[] | undefined;
}

/** Of a profile that is gone nothing has happened. */
export function profileHistory(
  { storage }: Pick<CallPorts, 'storage'>,
  { id, before, what }: HistoryQuestion,
): HistoryPage {
  const profile = storage.profiles.get(id)?.profile;
  const rows = storage.history.list(id, { before, limit: pageRows + 1, what });
  return { items: rows.slice(0, pageRows).map((row) => item(row, profile)), hasMore: rows.length > pageRows };
}

function item(row: HistoryRow, profile: Profile | undefined): HistoryItem {
  const { id, atMs, firstAtMs, times, what, expiresAtMs, error } = row;
  const { title, detail } = historyWords(row, profile);
  return {
    id,
    atMs,
    firstAtMs,
    times,
    what,
    title,
    detail: error === undefined ? (detail ?? null) : null,
    untilMs: expiresAtMs ?? null,
    failure: error === undefined ? null : storedFailure(error, profile),
  };
}
