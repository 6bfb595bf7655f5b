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

/** The question before a token is copied that is not for whom the profile expects. */
export const otherIdentityWords = {
  title: 'This token is for somebody else',
  text: (name: string) => `Nothing was copied. The token of ${name} is not for whom the profile expects.`,
  cancel: 'Cancel',
  copyAnyway: 'Copy anyway',
  inTheToken: 'In the token',
} as const;
