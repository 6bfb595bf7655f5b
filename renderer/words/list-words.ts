/** The words around and in the list of profiles. */
import type { ListView } from '../../preload/list-view.ts';
import type { ProfileView } from '../../preload/views.ts';
import { daysUntil } from '../clock.ts';
import { counted } from './counted.ts';

const profiles = { one: 'profile', other: 'profiles' } as const;

export const countedProfiles = (count: number): string => counted(count, profiles);

export const listName = 'Profiles';
export const allWellWords = (count: number): string => `${countedProfiles(count)}, nothing needs you`;
export const shownOfWords = (shown: number, all: number): string => `${shown} of ${countedProfiles(all)}`;
export const needYouWords = (count: number): string =>
  counted(count, { one: 'profile needs you', other: 'profiles need you' });
export const showWords = 'Show';
export const showAllWords = (count: number): string => `Show all ${count}`;

export const nothingFoundWords = (query: string): string =>
  query.trim() === '' ? 'No profile passes the filters.' : `No profile matches “${query.trim()}”.`;
export const nothingFoundDespiteFilters = 'The filters hide some profiles from the search.';
export const nothingNeedsYou = 'Nothing needs you.';
export const showAll = 'Show all';

export const pinnedHeading = 'Pinned';
export const groupWords = (label: string, count: number): string => `${label}, ${countedProfiles(count)}`;

export const searchWords = { name: 'Search profiles', placeholder: 'Search', clear: 'Clear the search' } as const;

export const filterMenuName = (count: number): string =>
  count === 0 ? 'Filter' : `Filter, ${counted(count, { one: 'filter', other: 'filters' })} set`;
export const clearFilters = 'Clear filters';
export const removeFilter = (label: string): string => `Remove the filter ${label}`;
export const filterHeadings = {
  conditions: 'State',
  environments: 'Environment',
  systems: 'System',
  tags: 'Tag',
} as const;

export const viewMenuName = 'Group and sort';
export const groupHeading = 'Group by';
export const sortHeading = 'Sort by';
export const groupNames = {
  none: 'No groups',
  system: 'System',
  environment: 'Environment',
  state: 'State',
} as const satisfies Record<ListView['group'], string>;
export const sortNames = {
  name: 'Name',
  expiry: 'Expires next',
  used: 'Recently used',
} as const satisfies Record<ListView['sort'], string>;
export const showTimeline = 'Show the time axis';

/** The buttons and the menu of a row. */
export const rowWords = {
  copy: (name: string) => `Copy the token of ${name}`,
  more: (name: string) => `Options for ${name}`,
  signIn: (name: string) => `Sign in to ${name}`,
  refresh: (name: string) => `Refresh ${name} now`,
  pin: (name: string) => `Pin ${name}`,
  unpin: (name: string) => `Unpin ${name}`,
  select: (name: string) => `Select ${name}`,
  tokenOf: (name: string) => `token of ${name}`,
  expired: 'expired',
  default: 'Default profile',
  pinned: 'Pinned',
} as const;

export const rowMenuWords = {
  copyAs: 'Copy as',
  literal: 'With the token itself, not the command',
  makeDefault: 'Make default',
  pin: 'Pin',
  unpin: 'Unpin',
  select: 'Select',
  unselect: 'Unselect',
} as const;

/** `sp:scopes:all`, `openid and 3 more`; undefined where the server did not say. */
export function scopesInShort(scope: string | null): string | undefined {
  const [first, ...others] = (scope ?? '').split(' ').filter(Boolean);
  if (first === undefined) return undefined;
  return others.length === 0 ? first : `${first} +${others.length}`;
}

/** From this many days before its end on a credential is worth a line. */
const endIsNearDays = 14;

/** `credential ends in 3 days`, `credential ended`; undefined while there is time. */
export function credentialEndWords(day: string | null, nowMs: number): string | undefined {
  if (day === null) return undefined;
  const left = daysUntil(day, nowMs);
  if (left < 0) return 'credential ended';
  if (left > endIsNearDays) return undefined;
  if (left < 2) return `credential ends ${left === 0 ? 'today' : 'tomorrow'}`;
  return `credential ends in ${counted(left, { one: 'day', other: 'days' })}`;
}

/** What is said while profiles wait for a sign-in, one after another. */
export const signInAllWords = {
  underWay(current: string | null, others: number): string {
    const who = current === null ? 'Signing in' : `Signing in to ${current}`;
    return others > 0 ? `${who}, ${others} more due` : who;
  },
  start: (due: number) => `Sign in to all ${due} due`,
  stop: 'Stop',
} as const;

export const noTrayWords = {
  hint: 'This desktop shows no tray icons. Tokentray goes on when you close this window; start it again to come back.',
  dismiss: 'Dismiss this hint',
} as const;

export const barWords = { settings: 'Settings', add: 'Add a tenant', demo: 'Demo' } as const;

export function displayName({ label, name }: Pick<ProfileView, 'label' | 'name'>): string {
  return label ?? name;
}
