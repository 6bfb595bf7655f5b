/** What rows of `changes` mean to those who wait for them. */
import type { StorageChange } from './storage.ts';

export interface ChangeRow {
  readonly seq: number;
  readonly profileId: string | null;
  /** Name of the table. */
  readonly what: string;
}

/**
 * Sums up the rows that came after `lastSeq`, oldest first; undefined when there are none. Numbers have no gaps, so a gap
 * before the first row means that rows were pruned unseen.
 */
export function summarizeChanges(rows: readonly ChangeRow[], lastSeq: number): StorageChange | undefined {
  const [first] = rows;
  if (first === undefined) return undefined;
  if (first.seq !== lastSeq + 1) return { profileIds: 'all', settings: true };
  const profileIds = new Set<string>();
  let settings = false;
  for (const { profileId, what } of rows) {
    if (profileId !== null) profileIds.add(profileId);
    if (what === 'settings') settings = true;
  }
  return { profileIds, settings };
}
