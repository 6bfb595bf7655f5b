/** What the running agent tells a pipe or a file: one line for each change, and no control characters. */
import { isoInstant } from '../clock.ts';
import { liveState } from './live-words.ts';
import { printable } from './printable.ts';
import type { StatusInWords } from './status.ts';

/** By profile id: what was told last. */
export type Told = ReadonlyMap<string, { readonly name: string; readonly text: string }>;

/** Lines for what differs from `told`, and what has been told after them. Names lead, so that lines can be sorted and searched. */
export function changeLines(
  told: Told,
  profiles: readonly StatusInWords[],
  nowMs: number,
): { readonly lines: readonly string[]; readonly told: Told } {
  const now: Told = new Map(
    profiles.map((profile) => [profile.status.id, { name: profile.status.name, text: sentence(profile) }]),
  );
  const changed = [...now].filter(([id, { name, text }]) => told.get(id)?.text !== text || told.get(id)?.name !== name);
  const removed = [...told].filter(([id]) => !now.has(id));
  const stamp = instant(nowMs);
  return {
    lines: [
      ...changed.map(([, { name, text }]) => `${stamp} ${name} ${text}`),
      ...removed.map(([, { name }]) => `${stamp} ${name} removed`),
    ],
    told: now,
  };
}

function sentence({ status, words }: StatusInWords): string {
  const { token, activity, expiresAtMs, nextRefreshAtMs } = status;
  if (activity === 'refreshing') return liveState(status);
  const parts = [
    liveState(status),
    ...(token === 'valid' && expiresAtMs !== null ? [`until ${instant(expiresAtMs)}`] : []),
    ...(nextRefreshAtMs === null ? [] : [`next refresh ${instant(nextRefreshAtMs)}`]),
  ];
  return parts.join(', ') + (words === undefined ? '' : `: ${printable(`${words.what} ${words.next}`)}`);
}

function instant(ms: number): string {
  return isoInstant(ms).replace(/\.\d+Z$/, 'Z');
}
