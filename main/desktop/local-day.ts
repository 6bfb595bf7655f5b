/** The day of the calendar on a person's wall. */

/**
 * YYYY-MM-DD of an instant.
 * @param nowMs wall clock, ms
 * @param timeZone IANA name; default: the system's
 */
export function localDay(nowMs: number, timeZone?: string): string {
  const format = new Intl.DateTimeFormat('en', {
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    ...(timeZone === undefined ? {} : { timeZone }),
  });
  const parts = new Map(format.formatToParts(nowMs).map(({ type, value }) => [type, value]));
  return [parts.get('year')?.padStart(4, '0'), parts.get('month'), parts.get('day')].join('-');
}
