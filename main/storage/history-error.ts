/** The part of a failure that its profile's history keeps. */
import type { ErrorData, ErrorRecord } from '../errors.ts';

/** What a server or path may bring, cut. */
const longestText = 500;

/**
 * Only what the words about a failure are made of. Not the profile's name, which may be another one later, nor what
 * differs from one failure to the next of the same kind.
 */
const kept = [
  'host',
  'peer',
  'status',
  'oauthError',
  'description',
  'systemCode',
  'path',
  'backup',
  'keychain',
  'expected',
  'actual',
  'askedScope',
  'detail',
] as const satisfies readonly (keyof ErrorData)[];

export function historyError({ code, data }: ErrorRecord): ErrorRecord {
  const entries = kept.flatMap((name) => {
    const value = data[name];
    return value === undefined ? [] : [[name, typeof value === 'string' ? value.slice(0, longestText) : value]];
  });
  return { code, data: Object.fromEntries(entries) as ErrorData };
}
