/** Why the last token of a profile could not be had. */
import { errorText } from '../error-texts.ts';
import { fromErrorRecord } from '../errors.ts';
import { shareableData } from '../log/shareable-data.ts';
import type { ProfileFacts } from './check-profile.ts';
import type { Remark } from './remark.ts';

export function lastFailureFindings({ profile, activity }: ProfileFacts): readonly Remark[] {
  if (activity === undefined || activity.lastError === null) return [];
  const { code, data } = fromErrorRecord(activity.lastError);
  const { what, next } = errorText(code, shareableData({ profile: profile.name, ...data }));
  return [{ level: activity.stopped ? 'problem' : 'warning', what: `Its last request failed: ${what}`, next }];
}
