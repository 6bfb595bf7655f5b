/** What belongs to a thing that happened, beside its title: the token's end, how often, and what main says of it. */
import type { HistoryItem } from '../../preload/views.ts';
import { shortInstant } from './instant.ts';

/** Such as `as curl`, `until 14:32` or `3 times since 08:10`; empty when nothing belongs to it. `locale`: default the system's. */
export function historyDetails(
  { detail, untilMs, times, firstAtMs }: Pick<HistoryItem, 'detail' | 'untilMs' | 'times' | 'firstAtMs'>,
  nowMs: number,
  locale?: string,
): string {
  const until = untilMs === null ? null : `until ${shortInstant(untilMs, nowMs, locale)}`;
  const often = times === 1 ? null : `${times} times since ${shortInstant(firstAtMs, nowMs, locale)}`;
  return [detail, until, often].filter((words) => words !== null).join(', ');
}

export const historyWords = {
  nextRefresh: 'Next refresh',
  nonePlanned: 'None planned',
  show: 'Show',
  list: 'What happened, newest first',
  older: 'Show older',
  nothing: 'Nothing has happened yet',
  nothingOfKind: 'Nothing of this kind has happened',
  kept: 'What happens is kept here for 90 days.',
} as const;

export type HistoryKind = 'all' | 'renewals' | 'failures' | 'sign-ins' | 'uses';

interface KindOfHistory {
  readonly kind: HistoryKind;
  readonly label: string;
  /** Undefined: everything. */
  readonly what: readonly HistoryItem['what'][] | undefined;
}

/** What the history can be narrowed to. */
export const historyKinds: readonly KindOfHistory[] = [
  { kind: 'all', label: 'All', what: undefined },
  { kind: 'renewals', label: 'Renewals', what: ['obtained', 'refreshed'] },
  { kind: 'failures', label: 'Failures', what: ['failed'] },
  { kind: 'sign-ins', label: 'Sign-ins', what: ['signed-in', 'signed-out'] },
  { kind: 'uses', label: 'Uses', what: ['copied', 'given'] },
];
