/** What is asked before a token is copied that works on production. */

export const guardTitle = 'Copy a production token?';

/** `name` of the profile. */
export function guardText(name: string): string {
  return `Nothing was copied yet. What you do with the token of ${name} changes the production tenant.`;
}

export const guardNote =
  'After a yes this profile does not ask again for five minutes. The settings can turn the question off.';

export const guardCancel = 'Cancel';
export const guardCopy = 'Copy';
