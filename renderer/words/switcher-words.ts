/** What the quick switcher says. */
import type { ProfileView } from '../../preload/views.ts';
import type { SwitcherChoice } from '../switcher/switcher-keys.ts';
import { counted } from './counted.ts';

export const switcherTitle = 'Quick switcher';
export const searchLabel = 'Find a profile';
export const searchPlaceholder = 'Type two letters of a profile';
export const profilesLabel = 'Profiles';

/** In the line at the foot, beside the keys. */
export const choiceWords: Readonly<Record<SwitcherChoice, string>> = {
  raw: 'Copy token',
  header: 'Header',
  curl: 'curl',
  open: 'Open',
};

/** The same where a person must sign in before there is anything to copy. */
export const signInChoice = 'Sign in';
export const closeChoice = 'Close';
/** Where something is asked. */
export const backChoice = 'Do not copy';

/** How the confirmation of a copy begins. */
export const copiedWhat: Readonly<Record<Exclude<SwitcherChoice, 'open'>, string>> = {
  raw: 'Token',
  header: 'Request header',
  curl: 'curl command',
};

export function foundWords(count: number): string {
  return counted(count, { one: 'profile', other: 'profiles' });
}

/** Under a list that shows only its beginning. */
export function moreWords(count: number): string {
  return `${count} more. Type on to find them.`;
}

export function nothingFound(query: string): string {
  return `No profile matches “${query}”.`;
}

export function copyingWords({ name, token }: Pick<ProfileView, 'name' | 'token'>): string {
  return token === 'valid' || token === 'valid-expiry-unknown' ? `Copying from ${name}` : `Getting a token of ${name}`;
}

export const otherHolderTitle = 'This token is for somebody else';
export function otherHolderText(name: string): string {
  return `Nothing was copied. The token of ${name} is not for whom the profile expects.`;
}
export const otherHolderColumn = 'In the token';
export const copyAnyway = 'Copy anyway';

export const lockedTitle = 'Tokentray is locked';
export const lockedButton = 'Unlock in the window';
export const emptyTitle = 'There are no profiles yet';
export const emptyText = 'Add a tenant in the window. From then on its token is two letters away.';
export const emptyButton = 'Add a tenant';
export const failedTitle = 'Tokentray could not open your profiles.';
export const tryAgain = 'Try again';
