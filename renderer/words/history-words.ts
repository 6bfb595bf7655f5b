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
