/** A profile's history as it is printed: a table for people, and JSON with instants in ISO 8601 UTC for programs. */
import { isoInstant } from '../clock.ts';
import type { Profile } from '../profiles/profile.ts';
import type { HistoryRow } from '../storage/history-records.ts';
import { historyWords } from '../tokens/history-words.ts';
import { failureWords } from './failure.ts';
import type { Output } from './io.ts';
import { printable } from './printable.ts';
import { paint } from './style.ts';
import { tableLines } from './table.ts';
import { instantWords } from './times.ts';

/** Newest first, as the rows are. `profile`: its definition, where it can be read. */
export function historyLines(
  rows: readonly HistoryRow[],
  profile: Profile | undefined,
  { nowMs, out }: { readonly nowMs: number; readonly out: Output },
): readonly string[] {
  const table = rows.map((row) => {
    const { title, detail } = historyWords(row, profile);
    const isFailure = row.what === 'failed';
    const details = [...(isFailure ? [] : [detail]), untilWords(row, nowMs), timesWords(row, nowMs)];
    return {
      cells: [
        instantWords(row.atMs, nowMs),
        isFailure ? paint(out, 'bad', title) : title,
        printable(details.filter((words) => words !== undefined).join(', ')),
      ],
      note: isFailure && detail !== undefined ? printable(detail) : undefined,
    };
  });
  const [header = '', ...lines] = tableLines(['TIME', 'WHAT', 'DETAILS'], table, out.columns);
  return [paint(out, 'strong', header), ...lines];
}

function untilWords({ expiresAtMs }: HistoryRow, nowMs: number): string | undefined {
  if (expiresAtMs === undefined) return undefined;
  return expiresAtMs === null ? 'expiry unknown' : `until ${instantWords(expiresAtMs, nowMs)}`;
}

function timesWords({ times, firstAtMs }: HistoryRow, nowMs: number): string | undefined {
  return times === 1 ? undefined : `${times} times since ${instantWords(firstAtMs, nowMs)}`;
}

export function historyJson(row: HistoryRow, profile: Profile | undefined): object {
  const { what, atMs, firstAtMs, times, expiresAtMs, scope, identity, as, unchanged, error } = row;
  return {
    at: isoInstant(atMs),
    what,
    ...(times === 1 ? {} : { times, firstAt: isoInstant(firstAtMs) }),
    ...(expiresAtMs === undefined ? {} : { expiresAt: expiresAtMs === null ? null : isoInstant(expiresAtMs) }),
    scope,
    unchanged,
    user: identity?.user,
    org: identity?.org,
    as,
    error: error === undefined ? undefined : failureWords(error, profile),
  };
}
