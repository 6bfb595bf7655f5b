/** What two tokens have in common and where they differ, in words. */
import type { ProfileDetail, ProfileView } from '../../preload/views.ts';
import type { AccessDifference } from './compare-access.ts';
import { counted } from './counted.ts';

export const compareAction = 'Compare with another token';
export const otherLabel = 'Compare with';
export const otherPlaceholder = 'Choose a profile';
export const otherSearch = 'Name, system or environment';
export const otherNone = 'No profile fits that.';
export const suggestedLabel = 'Often looked at together';
export const switchSides = 'Switch sides';
export const aloneTitle = 'There is no other profile yet';
export const aloneText = 'Add the tenant that you want to compare this one with.';
export const factsCaption = 'The two profiles';
export const whatColumn = 'What';
export const claimsTitle = 'Claims that differ';
export const sameClaims = 'The same in both';
export const eachTokenClaims = 'Different in every token';
export const nothingDiffers = 'No claim differs but those that are new in every token.';
export const notThere = 'not there';
export const notKnown = 'not known';
export const noItems = 'None';
export const noDifference = 'No difference.';
export const lackingText = 'Not said';

export const factNames = {
  state: 'State',
  expires: 'Expires',
  holder: 'Token for',
  system: 'System',
  environment: 'Environment',
  api: 'API base',
  client: 'Client ID',
  clock: 'Server’s clock',
} as const;

export function foldTitle(title: string, count: number): string {
  return `${title} (${count})`;
}

/** Beside a profile that may be chosen: what tells it from the others. */
export function candidateNote({ label, systemLabel, environment }: ProfileView): string {
  const place = environment === undefined ? systemLabel : `${systemLabel}, ${environment}`;
  return label === undefined ? place : `${label}, ${place}`;
}

export function compareTitle(name: string): string {
  return `Compare ${name}`;
}

export function onlyTitle(name: string, count: number): string {
  return `Only ${name} (${count})`;
}

export function bothTitle(count: number): string {
  return `Both (${count})`;
}

export interface Side {
  readonly view: Pick<ProfileView, 'name' | 'token' | 'system'>;
  readonly detail: Pick<ProfileDetail, 'access' | 'claims'>;
}

export interface Verdict {
  readonly tone: 'still' | 'good' | 'warning';
  readonly title: string;
  readonly text: string;
}

/** The answer to why a call works with one token and not with the other, as far as the tokens tell. */
export function verdict(here: Side, there: Side, access: readonly AccessDifference[]): Verdict {
  const without = [here, there].find(({ view }) => view.token === 'none');
  if (without !== undefined) {
    const title = `There is no token of ${without.view.name} yet`;
    return { tone: 'still', title, text: 'It is compared as soon as there is one: refresh it, or sign in.' };
  }
  const silent = [here, there].filter(({ detail }) => detail.access.length === 0).map(({ view }) => view.name);
  if (silent.length > 0) {
    const title = `Nobody says what ${silent.length === 2 ? 'these tokens allow' : `the token of ${silent[0]} allows`}`;
    return { tone: 'still', title, text: 'Neither the token nor the server’s answer names a scope. Probe tells more.' };
  }
  const extras = [extra(here, there, access, 'onlyHere'), extra(there, here, access, 'onlyThere')].filter(
    (text) => text !== '',
  );
  if (extras.length === 0) {
    const text = 'If a call works with one of them alone, look at the tenant, at the user, and at the address.';
    return { tone: 'good', title: 'Both tokens allow the same', text };
  }
  return {
    tone: 'warning',
    title: 'The tokens do not allow the same',
    text: [...extras, hint(here, there)].join(' ').trim(),
  };
}

const list = new Intl.ListFormat('en', { type: 'conjunction' });

function extra(
  { view }: Side,
  other: Side,
  access: readonly AccessDifference[],
  side: 'onlyHere' | 'onlyThere',
): string {
  const parts = access
    .filter((difference) => difference[side].length > 0)
    .map((difference) => counted(difference[side].length, nounOf(difference.label)));
  return parts.length === 0 ? '' : `${view.name} has ${list.format(parts)} that ${other.view.name} lacks.`;
}

/** From the label of a list, which is in the plural. */
function nounOf(label: string): Readonly<Record<'one' | 'other', string>> {
  const other = label.toLowerCase();
  return { one: other.endsWith('ies') ? `${other.slice(0, -3)}y` : other.replace(/s$/, ''), other };
}

/** Where such a difference comes from in this system. */
function hint(here: Side, there: Side): string {
  const { system } = here.view;
  if (system !== there.view.system) return 'They are of different systems, where the same name need not mean the same.';
  if (system === 'isc' || system === 'nerm') {
    return 'In ISC the authorities of the user decide what may be called, and scopes narrow it.';
  }
  if (system === 'aic') {
    return 'A service account gives a token the scopes that are asked for, and no more than it has itself.';
  }
  return '';
}
