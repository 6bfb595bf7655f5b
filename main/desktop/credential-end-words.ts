/** What a notification says of a credential that ends. */
import { calendarDays } from '../doctor/calendar-days.ts';
import { credentialNames } from '../systems/common-fields.ts';
import type { CredentialEnd } from './credential-ends.ts';
import type { WhenAndWhere } from './tray-words.ts';

export function endsTitle(count: number): string {
  return `${count} credentials are going to end`;
}

/** One line: `Its secret ends in 14 days, on 1 May 2027. Make a new one before that.` */
export function endLine({ profile: { status }, day, daysLeft }: CredentialEnd, { locale }: WhenAndWhere): string {
  const name = credentialNames[status.auth];
  return `Its ${name} ends ${inDays(daysLeft)}, on ${dayWords(day, locale)}. Make a new one, and enter it here.`;
}

function inDays(days: number): string {
  if (days === 0) return 'today';
  return days === 1 ? 'tomorrow' : `in ${days} days`;
}

/** A day of the calendar is the same in every time zone. */
function dayWords(day: string, locale: string | undefined): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    calendarDays('1970-01-01', day) * 86_400_000,
  );
}
