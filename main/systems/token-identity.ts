/** Who a token is for, and whether that is whom its profile expects. */
import type { Profile } from '../profiles/profile.ts';

/** As the token's own claims say, which nobody has verified. */
export interface TokenIdentity {
  /** Login name, or an id where the claims know no better; absent without a user, or where they do not tell. */
  readonly user?: string;
  /** Name of the organisation or tenant. */
  readonly org?: string;
  /** isc: the vendor's name for the group of servers that the tenant is on. */
  readonly pod?: string;
  /** isc: what the user may do there, such as `ORG_ADMIN`; at most a dozen. */
  readonly authorities?: readonly string[];
}

/** What was expected and what came instead; only the members that differ. An absent actual one: the token names none. */
export interface IdentityMismatch {
  readonly expected: Pick<TokenIdentity, 'user' | 'org'>;
  readonly actual: Pick<TokenIdentity, 'user' | 'org'>;
}

/** Undefined when all is as `expectUser` and `expectOrg` say, or when the token does not tell who it is for. */
export function identityMismatch(
  { expectUser, expectOrg }: Pick<Profile, 'expectUser' | 'expectOrg'>,
  identity: TokenIdentity | undefined,
): IdentityMismatch | undefined {
  if (identity === undefined) return undefined;
  const { user, org } = identity;
  const isOtherUser = expectUser !== undefined && !isSame(expectUser, user);
  const isOtherOrg = expectOrg !== undefined && !isSame(expectOrg, org);
  if (!isOtherUser && !isOtherOrg) return undefined;
  return {
    expected: { ...(isOtherUser ? { user: expectUser } : {}), ...(isOtherOrg ? { org: expectOrg } : {}) },
    actual: {
      ...(isOtherUser && user !== undefined ? { user } : {}),
      ...(isOtherOrg && org !== undefined ? { org } : {}),
    },
  };
}

/** One sentence. */
export function mismatchWords({ expected, actual }: IdentityMismatch): string {
  const parts = (['user', 'org'] as const).flatMap((member) =>
    expected[member] === undefined
      ? []
      : [
          `${actual[member] === undefined ? `no ${member}` : `the ${member} ${actual[member]}`}, not ${expected[member]}`,
        ],
  );
  return `This token is for ${parts.join(', and for ')} as the profile expects.`;
}

/** Systems differ in how they spell names that they take for the same. */
function isSame(expected: string, actual: string | undefined): boolean {
  return actual !== undefined && expected.toLowerCase() === actual.toLowerCase();
}

const mostNamed = 4;

/** Who it is, such as `jane.admin, org acme, pod cook, ORG_ADMIN and 2 more`; undefined when nothing is known. */
export function identityWords({ user, org, pod, authorities = [] }: TokenIdentity): string | undefined {
  const named = authorities.slice(0, mostNamed).join(', ');
  const rest = authorities.length - mostNamed;
  const parts = [
    user,
    org === undefined ? undefined : `org ${org}`,
    pod === undefined ? undefined : `pod ${pod}`,
    named === '' ? undefined : `${named}${rest > 0 ? ` and ${rest} more` : ''}`,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(', ');
}
