/** When the credential of a profile itself ends, in words, and how urgent that is. */
import type { ProfileDetail, ProfileView } from '../../preload/views.ts';
import { daysUntil, endOfDayMs } from '../clock.ts';
import { counted } from './counted.ts';
import { dateFormat } from './formats.ts';

export interface CredentialEnd {
  readonly tone: 'bad' | 'warning' | 'still';
  /** Such as `The personal access token ends in 12 days`. */
  readonly title: string;
  /** What to do; empty while there is time. */
  readonly text: string;
  /** Of the fact, such as `3 May 2027, in 162 days`. */
  readonly fact: string;
}

type Credential = Pick<ProfileView, 'credentialExpires' | 'auth' | 'system' | 'identity'>;

export const replaceAction = 'Enter the new one';

/** Long enough to ask somebody for a new one. */
const nearDays = 14;

const days = { one: 'day', other: 'days' };

/** Null where nobody said when it ends. `locale`: default the system's. */
export function credentialEnd(profile: Credential, nowMs: number, locale?: string): CredentialEnd | null {
  const { credentialExpires: day } = profile;
  if (day === null) return null;
  const endMs = endOfDayMs(day);
  const left = daysUntil(day, nowMs);
  const name = `The ${credentialName(profile)}`;
  const date = dateFormat(locale, 'date').format(endMs - 1);
  const fact = `${date}, ${awayWords(left)}`;
  if (left < 0) return { tone: 'bad', title: `${name} ended ${awayWords(left)}`, text: replaceNow, fact };
  const tone = left <= nearDays ? 'warning' : 'still';
  return {
    tone,
    title: `${name} ends ${awayWords(left)}`,
    text: tone === 'still' ? '' : left === 0 ? replaceToday : replaceInTime,
    fact,
  };
}

const replaceInTime = 'Make a new one before then and enter it here: the next token is got with it.';
const replaceToday = 'Make a new one today and enter it here: the next token is got with it.';
const replaceNow = 'Make a new one and enter it here: no token is got with the old one any more.';

function awayWords(left: number): string {
  if (left < 0) return `${counted(-left, days)} ago`;
  if (left === 0) return 'today';
  return left === 1 ? 'tomorrow' : `in ${counted(left, days)}`;
}

function credentialName(credential: Credential): string {
  if (credential.auth === 'jwt_bearer') return 'private key';
  if (credential.auth === 'api_key') return 'API key';
  return isPersonal(credential) ? 'personal access token' : 'client secret';
}

/** A client of ISC with a user behind it is a personal access token. */
function isPersonal({ auth, system, identity }: Credential): boolean {
  return system === 'isc' && auth === 'client_credentials' && identity?.user !== undefined;
}

type Link = ProfileDetail['links'][number];

/** The page of the tenant on which a new one is made; undefined where none is known. */
export function credentialPage(credential: Credential, links: readonly Link[]): Link | undefined {
  const wanted: readonly Link['id'][] = isPersonal(credential)
    ? ['credentials']
    : ['clients', 'credentials', 'documentation'];
  return wanted.map((id) => links.find((link) => link.id === id)).find((link) => link !== undefined);
}
