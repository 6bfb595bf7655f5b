/** The words of a profile's page: its head, the life of its token, and the token itself. */
import type { ProfileView } from '../../preload/views.ts';
import { shortInstant } from './instant.ts';

export const profileGone = {
  title: 'This profile is gone',
  text: 'It was deleted, here or by the command line.',
} as const;

export const tabsLabel = 'About this token';

export const tabNames = {
  claims: 'Claims',
  raw: 'Raw',
  connection: 'Connection',
  probe: 'Probe',
  history: 'History',
} as const;

export const headWords = {
  isDefault: 'Default',
  refresh: 'Refresh',
  more: 'More',
  edit: 'Edit',
  makeDefault: 'Make default',
  signInAgain: 'Sign in again',
  signOut: 'Sign out',
  remove: 'Delete',
} as const;

export const copyWords = {
  copy: 'Copy token',
  copied: 'Copied',
  copyAs: 'Copy as',
  literal: 'With the token itself, not the command',
} as const;

export const failureWords = {
  tryAgain: 'Try again',
  edit: 'Edit',
  show: (name: string) => `Show ${name}`,
} as const;

export const lifeWords = {
  label: 'Remaining life',
  state: 'State',
  expires: 'Expires',
  expired: 'Expired',
  nextRefresh: 'Next refresh',
  nonePlanned: 'None planned',
  obtained: 'Obtained',
  entered: 'Entered',
  session: 'Session',
  tokenOf: 'Token of',
  tokenFor: 'Token for',
  credential: 'Credential ends',
  clock: 'Server’s clock',
  apiKey: 'API key',
} as const;

/** Below the ring. */
export const lifeCaptions = {
  none: 'no token',
  valid: 'left',
  'valid-expiry-unknown': 'expiry unknown',
  expired: 'expired',
} as const;

export const sessionParts = {
  ends: 'Ends',
  renewed: 'Renewed',
  endsUnknown: 'it does not say when it ends',
} as const;

export const revealWords = {
  hold: 'Hold to reveal',
  token: (name: string) => `Token of ${name}`,
} as const;

export const linksLabel = 'Pages of the tenant';

export const signOutWords = {
  title: (name: string) => `Sign out of ${name}?`,
  told: 'Its token is deleted here, and the server is told that the session is over. The profile stays.',
  notTold:
    'Its token is deleted here. The server has no way to be told, so that its session ends by itself. The profile stays.',
  stay: 'Stay signed in',
  leave: 'Sign out',
} as const;

type Life = Pick<ProfileView, 'name' | 'obtainedAtMs' | 'expiresAtMs'>;

/** That the token is another one than at first, in a sentence; empty: it is not. `locale`: default the system's. */
export function renewedWords(
  before: Pick<Life, 'obtainedAtMs'>,
  { name, obtainedAtMs, expiresAtMs }: Life,
  nowMs: number,
  locale?: string,
): string {
  if (obtainedAtMs === null || obtainedAtMs === before.obtainedAtMs) return '';
  const until = expiresAtMs === null ? '' : ` until ${shortInstant(expiresAtMs, nowMs, locale)}`;
  return `${name} has a new token${until}.`;
}
