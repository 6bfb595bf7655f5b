/** Points in time in the person's own notation. */

/** The time alone when it is today, else with the date: `14:32`, `22 Nov, 08:10`. `locale`: default the system's. */
export function shortInstant(atMs: number, nowMs: number, locale?: string): string {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'short' });
  const isToday = day.format(atMs) === day.format(nowMs);
  const date = isToday ? {} : ({ day: 'numeric', month: 'short' } as const);
  return new Intl.DateTimeFormat(locale, { ...date, hour: 'numeric', minute: '2-digit' }).format(atMs);
}

/** Date and time to the second: `21 Nov 2026, 14:32:10`. */
export function fullInstant(atMs: number, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' }).format(atMs);
}
