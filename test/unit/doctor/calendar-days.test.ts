import fc from 'fast-check';
import { expect, it } from 'vitest';
import { calendarDays } from '../../../main/doctor/calendar-days.ts';

it('counts as the calendar does, across months, years and leap days', () => {
  const day = fc.integer({ min: -100_000, max: 100_000 });
  fc.assert(
    fc.property(day, day, (from, to) => {
      const iso = (number: number) => new Date(number * 86_400_000).toISOString().slice(0, 10);
      return calendarDays(iso(from), iso(to)) === to - from;
    }),
  );
  expect(calendarDays('2028-02-28', '2028-03-01')).toBe(2);
});
