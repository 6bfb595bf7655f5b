/** What the ways to a token mean for how it is kept fresh. */
import type { Profile } from '../profiles/profile.ts';

/** A person signs in, and a refresh token carries on from there. */
export function holdsSession({ auth }: Pick<Profile, 'auth'>): boolean {
  return auth === 'authorization_code' || auth === 'device_code';
}
