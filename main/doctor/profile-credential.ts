/** When the credential of a profile itself ends. */
import { calendarDays } from './calendar-days.ts';
import type { ProfileFacts } from './check-profile.ts';
import type { Remark } from './remark.ts';

/** Long enough to ask somebody for a new one. */
const nearDays = 14;

export function credentialFindings({ profile, today }: ProfileFacts): readonly Remark[] {
  const { credentialExpires: end, name } = profile;
  if (end === undefined) return [];
  const left = calendarDays(today, end);
  const next = `Make a new one at the server, then: tokentray edit ${name} --secrets -`;
  if (left < 0) return [{ level: 'problem', what: `Its credential ended on ${end}.`, next }];
  if (left > nearDays) return [];
  const when = left === 0 ? 'today' : left === 1 ? 'tomorrow' : `in ${left} days, on ${end}`;
  return [{ level: 'warning', what: `Its credential ends ${when}.`, next }];
}
