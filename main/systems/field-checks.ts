/** Checks that every system makes of the fields of a profile whose shape is right. */
import type { Issue } from '../errors.ts';
import type { Profile } from '../profiles/profile.ts';

/** Fields that only some systems and ways of authentication know; all others mean the same everywhere. */
const specialFields = {
  tenant: (profile) => profile.tenant,
  issuer: (profile) => profile.issuer,
  serviceAccountId: (profile) => profile.serviceAccountId,
  realm: (profile) => profile.realm,
  audience: (profile) => profile.audience,
  redirectUri: (profile) => profile.redirectUri,
  'endpoints.authorize': (profile) => profile.endpoints?.authorize,
  'endpoints.deviceAuthorization': (profile) => profile.endpoints?.deviceAuthorization,
  apiKeyHeader: (profile) => profile.apiKeyHeader,
  uses: (profile) => profile.uses,
} as const satisfies Readonly<Record<string, (profile: Profile) => string | undefined>>;

export type SpecialField = keyof typeof specialFields;

/** An issue for each special field that is given and not in `known`; `system` names what it does not apply to. */
export function fieldsThatDoNotApply(
  profile: Profile,
  known: readonly SpecialField[],
  system: string,
): readonly Issue[] {
  return (Object.keys(specialFields) as SpecialField[])
    .filter((field) => specialFields[field](profile) !== undefined && !known.includes(field))
    .map((path) => ({ path, message: `Does not apply to ${system} with auth ${profile.auth}: leave it out.` }));
}

export function missing(path: string, why: string, example: string): Issue {
  return { path, message: `Is missing: ${why}.`, example };
}
