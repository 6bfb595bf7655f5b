/** What a change of a profile means for the token, the session and the next token request. */
import { isDeepStrictEqual } from 'node:util';
import type { Profile } from '../profiles/profile.ts';
import { holdsSession } from './auth-kinds.ts';

/** The members that decide what a token request says and where it goes; a change of the rest needs no test. */
const requestMembers = [
  'system',
  'auth',
  'tenant',
  'issuer',
  'clientId',
  'serviceAccountId',
  'realm',
  'scope',
  'audience',
  'endpoints',
  'request',
  'apiKeyHeader',
  'uses',
] as const satisfies readonly (keyof Profile)[];

/** Those that a refresh token was issued for (RFC 6749 section 6): with others it is good for nothing. */
const sessionMembers = [
  'system',
  'auth',
  'tenant',
  'issuer',
  'clientId',
  'scope',
  'audience',
] as const satisfies readonly (keyof Profile)[];

/** `before` is absent where it could not be read. */
export function changesTheRequest(before: Profile | undefined, after: Profile): boolean {
  return before === undefined || requestMembers.some((member) => !isDeepStrictEqual(before[member], after[member]));
}

export function endsTheSession(before: Profile | undefined, after: Profile): boolean {
  return (
    before === undefined ||
    sessionMembers.some((member) => before[member] !== after[member]) ||
    before.endpoints?.token !== after.endpoints?.token
  );
}

/** Whether a token can be asked for without a person, and without anybody else's token. */
export function canBeTested(profile: Profile): boolean {
  return profile.auth !== 'linked' && !holdsSession(profile);
}
