/** A failure in words: those of the profile's own system where it has any, else the general ones. */
import { errorText } from '../error-texts.ts';
import { sentence } from '../error-texts/phrases.ts';
import type { ErrorCode, ErrorData } from '../errors.ts';
import type { Profile } from '../profiles/profile.ts';
import { systemOf } from './registry.ts';
import type { Explanation } from './system.ts';

/** Never throws; both lines are printable and end in a full stop. */
export function describeError(error: { code: ErrorCode; data: ErrorData }, profile?: Profile): Explanation {
  if (profile === undefined) return errorText(error.code, error.data);
  const data = { profile: profile.name, ...error.data };
  const general = errorText(error.code, data);
  const own = systemOf(profile).explain(error.code, data, profile);
  return {
    what: own?.what === undefined ? general.what : sentence(own.what),
    next:
      data.askedScope === undefined
        ? own?.next === undefined
          ? general.next
          : sentence(own.next)
        : otherScope(data.askedScope),
  };
}

/** The profile may be as right as it was: nobody shall change it for what was asked beside it. */
function otherScope(asked: string): string {
  return sentence(`What was asked for this once is the scope "${asked}": ask for another one, or leave --scope out`);
}
