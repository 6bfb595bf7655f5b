/** Points in time in the person's own notation. */
import { dateFormat } from './formats.ts';

/** The time alone when it is today, else with the date: `14:32`, `22 Nov, 08:10`. `locale`: default the system's. */
export function shortInstant(atMs: number, nowMs: number, locale?: string): string {
  const day = dateFormat(locale, 'day');
  const isToday = day.format(atMs) === day.format(nowMs);
  return dateFormat(locale, isToday ? 'time' : 'dayAndTime').format(atMs);
}

/** Date and time to the second: `21 Nov 2026, 14:32:10`. */
export function fullInstant(atMs: number, locale?: string): string {
  return dateFormat(locale, 'full').format(atMs);
}
