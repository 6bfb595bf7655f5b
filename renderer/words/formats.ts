/** The platform's formats, made once each: making one costs a hundred times what using it does. */

/** Kept by what they were made with; there are a handful, and none is ever made anew. */
function remembered<Format>(make: (locale: string | undefined, kind: string) => Format) {
  const made = new Map<string, Format>();
  return (locale: string | undefined, kind: string): Format => {
    const key = `${locale ?? ''} ${kind}`;
    const format = made.get(key) ?? make(locale, kind);
    made.set(key, format);
    return format;
  };
}

const dateStyles: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  day: { dateStyle: 'short' },
  date: { dateStyle: 'medium' },
  time: { hour: 'numeric', minute: '2-digit' },
  dayAndTime: { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' },
  full: { dateStyle: 'medium', timeStyle: 'medium' },
};

export type DateStyle = 'day' | 'date' | 'time' | 'dayAndTime' | 'full';

/** `locale`: default the system's. */
export const dateFormat: (locale: string | undefined, style: DateStyle) => Intl.DateTimeFormat = remembered(
  (locale, style) => new Intl.DateTimeFormat(locale, dateStyles[style]),
);

const unitFormat = remembered((unitDisplay, unit) => {
  const display = (['short', 'narrow'] as const).find((known) => known === unitDisplay) ?? 'long';
  return new Intl.NumberFormat('en', { style: 'unit', unit, unitDisplay: display });
});

/** `11 minutes`, in short `11 min`, or where there is hardly any room `11m`. */
export function countedUnit(unit: string, count: number, display: 'long' | 'short' | 'narrow' = 'long'): string {
  return unitFormat(display, unit).format(count);
}
