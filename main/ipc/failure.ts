/** A failure as the window is told of it: in words, without a secret. */
import type { Failure } from '../../preload/views.ts';
import { asTokentrayError, fromErrorRecord } from '../errors.ts';
import type { ErrorRecord } from '../errors.ts';
import type { Profile } from '../profiles/profile.ts';
import { describeError } from '../systems/explain.ts';
import { inWindowWords } from './window-words.ts';

/**
 * Of anything thrown. `profile` is the one that it is about, where there is one: its system knows better words. `inWords`:
 * for those who read it; default anywhere in the window.
 */
export function failureOf(thrown: unknown, profile?: Profile, inWords = inWindowWords): Failure {
  const { code, data } = asTokentrayError(thrown);
  const { what, next } = describeError({ code, data }, profile);
  return {
    code,
    what: inWords(what),
    next: inWords(next),
    ...(data.issues === undefined ? {} : { issues: data.issues }),
  };
}

/** Of a failure that was stored. */
export function storedFailure(record: ErrorRecord, profile?: Profile): Failure {
  return failureOf(fromErrorRecord(record), profile);
}
