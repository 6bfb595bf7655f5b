/** Which profiles a person signs in to. */
import type { Profile } from '../profiles/profile.ts';
import { holdsSession } from '../tokens/auth-kinds.ts';
import { UsageError } from './usage-error.ts';

/** Throws a UsageError where there is nobody to sign in or out. */
export function assertSignsIn(profile: Profile, doing: 'sign in' | 'sign out'): void {
  const { auth, name, uses } = profile;
  if (holdsSession(profile)) return;
  throw auth === 'linked'
    ? new UsageError(
        `${name} takes its token from ${uses ?? 'another profile'}, so that there is nothing to ${doing} for here.`,
        doing === 'sign in' && uses !== undefined
          ? `If that one needs it: tokentray login ${uses}`
          : `See: tokentray show ${uses ?? name}`,
      )
    : new UsageError(
        `${name} gets its token without a person (auth is ${auth}), so that there is nothing to ${doing} for.`,
        `Get a token: tokentray token ${name}`,
      );
}
