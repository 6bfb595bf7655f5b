/** Counts days between dates of the calendar. */

/** From one ISO date (YYYY-MM-DD) to another; negative when the second is the earlier one. */
export function calendarDays(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** Days since a fixed one, in the Gregorian calendar: years begin in March, so that a leap day is the last of its year. */
function dayNumber(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const yearFromMarch = month > 2 ? year : year - 1;
  const monthFromMarch = (month + 9) % 12;
  const leapDays = Math.floor(yearFromMarch / 4) - Math.floor(yearFromMarch / 100) + Math.floor(yearFromMarch / 400);
  return 365 * yearFromMarch + leapDays + Math.floor((153 * monthFromMarch + 2) / 5) + day;
}
