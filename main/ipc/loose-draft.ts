/** Makes a profile of what is still being typed, for whatever can be known before all of it is right. */
import { TokentrayError } from '../errors.ts';
import type { Issue } from '../errors.ts';
import type { Profile } from '../profiles/profile.ts';
import { parseProfile } from '../profiles/validate.ts';

/** As a profile file writes it, right or not. */
export type Draft = Readonly<Record<string, unknown>>;

/** Without them nobody knows whom the profile is about. */
const deciding: ReadonlySet<string> = new Set(['system', 'auth', 'tenant', 'issuer', 'endpoints']);

/**
 * Of the right shape, under a name of its own: members that are wrong are left out. Rejects with `config.profile_invalid`
 * where it is one of those that say whom to ask.
 */
export function looseProfile(draft: Draft): Profile {
  let kept: Draft = { ...draft, name: 'draft' };
  let parsed = parseProfile(kept);
  if ('issues' in parsed) {
    const fatal = parsed.issues.filter(({ path }) => deciding.has(memberOf(path)));
    if (fatal.length > 0) throw invalid(fatal);
    const wrong = new Set(parsed.issues.map(({ path }) => memberOf(path)));
    kept = Object.fromEntries(Object.entries(kept).filter(([member]) => !wrong.has(member)));
    parsed = parseProfile(kept);
  }
  if ('issues' in parsed) throw invalid(parsed.issues);
  return parsed.profile;
}

function memberOf(path: string): string {
  return path.split('.')[0] ?? '';
}

function invalid(issues: readonly Issue[]): TokentrayError {
  return new TokentrayError('config.profile_invalid', { data: { issues } });
}
