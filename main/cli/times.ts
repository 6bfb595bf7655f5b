/** Instants and durations in words: local time for people, ISO 8601 UTC for programs. */

const units = [
  { unit: 'day', ms: 86_400_000 },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: 60_000 },
  { unit: 'second', ms: 1_000 },
] as const;

/** The largest two units that matter: `45 sec`, `11 min`, `2 hr 5 min`, `3 days`. Rounded down; never negative. */
export function durationWords(durationMs: number): string {
  let rest = Math.max(0, durationMs);
  const at = units.findIndex(({ ms }) => rest >= ms);
  const wanted = at === -1 ? units.slice(-1) : units.slice(at, at === 1 ? at + 2 : at + 1);
  return wanted
    .map(({ unit, ms }, index) => {
      const count = Math.floor(rest / ms);
      rest -= count * ms;
      return index > 0 && count === 0 ? '' : unitFormat(unit).format(count);
    })
    .join(' ')
    .trim();
}

function unitFormat(unit: string): Intl.NumberFormat {
  return new Intl.NumberFormat('en', { style: 'unit', unit, unitDisplay: 'short' });
}

/** `in 11 min`, `3 min ago`, or `now` within a second. */
export function relativeWords(atMs: number, nowMs: number): string {
  const away = atMs - nowMs;
  if (Math.abs(away) < 1_000) return 'now';
  return away > 0 ? `in ${durationWords(away)}` : `${durationWords(-away)} ago`;
}

/** Local time in the person's own notation; with the date when it is not today. */
export function instantWords(atMs: number, nowMs: number, locale?: string): string {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'short' });
  const today = day.format(atMs) === day.format(nowMs);
  const format = new Intl.DateTimeFormat(locale, { ...(today ? {} : { dateStyle: 'medium' }), timeStyle: 'short' });
  // Some locales put a narrow no-break space before "PM", which many terminal fonts lack.
  return format.format(atMs).replace(/[\u00a0\u202f]/g, ' ');
}

/** `14:32 (in 11 min)`. */
export function whenWords(atMs: number, nowMs: number, locale?: string): string {
  return `${instantWords(atMs, nowMs, locale)} (${relativeWords(atMs, nowMs)})`;
}
