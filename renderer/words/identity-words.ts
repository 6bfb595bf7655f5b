/** Who a token is for, in words. */

export interface Identity {
  readonly user?: string;
  readonly org?: string;
}

/** `jane.admin at acme`, or the one of them that is known; undefined when neither is. */
export function identityWords(identity: Identity | null): string | undefined {
  if (identity === null) return undefined;
  const { user, org } = identity;
  if (user !== undefined && org !== undefined) return `${user} at ${org}`;
  return user ?? org;
}
