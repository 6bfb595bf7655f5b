/** Checks that systems make of the fields of a profile whose shape is right. */
import type { Issue } from '../errors.ts';
import type { AuthKind, BodyShape, ClientAuthMethod, Profile } from '../profiles/profile.ts';
import type { FieldDescription } from './system.ts';

/** Fields that only some systems and ways of authentication know; all others mean the same everywhere. */
const specialFields = {
  tenant: (profile) => profile.tenant,
  issuer: (profile) => profile.issuer,
  clientId: (profile) => profile.clientId,
  serviceAccountId: (profile) => profile.serviceAccountId,
  realm: (profile) => profile.realm,
  scope: (profile) => profile.scope,
  audience: (profile) => profile.audience,
  redirectUri: (profile) => profile.redirectUri,
  'endpoints.token': (profile) => profile.endpoints?.token,
  'endpoints.authorize': (profile) => profile.endpoints?.authorize,
  'endpoints.deviceAuthorization': (profile) => profile.endpoints?.deviceAuthorization,
  'endpoints.revoke': (profile) => profile.endpoints?.revoke,
  'request.headers': (profile) => profile.request?.headers,
  'request.params': (profile) => profile.request?.params,
  'request.body': (profile) => profile.request?.body,
  'request.clientAuth': (profile) => profile.request?.clientAuth,
  apiKeyHeader: (profile) => profile.apiKeyHeader,
  uses: (profile) => profile.uses,
} as const satisfies Readonly<Record<string, (profile: Profile) => unknown>>;

export type SpecialField = keyof typeof specialFields;

/**
 * An issue for each special field that is given and neither described nor in `also`, which is accepted without standing
 * in a form. `system` names what it does not apply to.
 */
export function fieldsThatDoNotApply(
  profile: Profile,
  described: readonly FieldDescription[],
  system: string,
  also: readonly SpecialField[] = [],
): readonly Issue[] {
  const known = new Set<string>([...described.map(({ path }) => path), ...also]);
  return (Object.keys(specialFields) as SpecialField[])
    .filter((field) => specialFields[field](profile) !== undefined && !known.has(field))
    .map((path) => ({ path, message: `Does not apply to ${system} with auth ${profile.auth}: leave it out.` }));
}

export function missing(path: string, why: string, example: string): Issue {
  return { path, message: `Is missing: ${why}.`, example };
}

/** The issue of a field without a value; none when it has one. */
export function needed(value: string | undefined, issue: Issue): readonly Issue[] {
  return value === undefined ? [issue] : [];
}

/** Alone: what the other fields have to be depends on it. */
export function unknownAuth(system: string, auths: readonly AuthKind[], detail = ''): readonly Issue[] {
  const message = `Is not a way to a token of ${system}: choose ${listed(auths)}.${detail}`;
  return [{ path: 'auth', message, example: auths[0] ?? '' }];
}

export function bodyIssues({ request }: Profile, system: string, bodies: readonly BodyShape[]): readonly Issue[] {
  if (request?.body === undefined || bodies.includes(request.body)) return [];
  const message = `${system} takes no ${request.body} in token requests: choose ${listed(bodies)}, or leave it out.`;
  return [{ path: 'request.body', message, example: bodies[0] ?? 'form' }];
}

export function clientAuthIssues(
  { request, auth }: Profile,
  system: string,
  methods: readonly ClientAuthMethod[],
): readonly Issue[] {
  if (request?.clientAuth === undefined || methods.includes(request.clientAuth)) return [];
  const message = `${system} takes only ${listed(methods)} with ${auth}: choose that, or leave it out.`;
  return [{ path: 'request.clientAuth', message, example: methods[0] ?? 'none' }];
}

/** A profile that takes its token from itself would never get one. */
export function usesIssues({ name, uses }: Profile, example: string): readonly Issue[] {
  if (uses === undefined) return [missing('uses', 'it names the profile whose token is taken', example)];
  return uses === name ? [{ path: 'uses', message: 'Must name another profile than this one.', example }] : [];
}

function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`;
}
