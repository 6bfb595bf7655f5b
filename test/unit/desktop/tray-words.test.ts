import { expect, test } from 'vitest';
import { shortened, stateWords, timeWords } from '../../../main/desktop/tray-words.ts';
import { waitingInBrowser } from '../../fixtures/fake-sign-ins.ts';
import { statusNowMs } from '../../fixtures/profile-status.ts';
import { failing, signInNeeded, stopped, watchedProfile } from '../../fixtures/watched-profile.ts';

const now = { nowMs: statusNowMs, locale: 'de' };
const at = (ms: number) => timeWords(statusNowMs + ms, now);

test.each([
  ['a token that is kept fresh', {}, 'keep-fresh', `until ${at(600_000)}`],
  [
    'one that is being renewed',
    { activity: 'refreshing', appearance: 'working' },
    'keep-fresh',
    `until ${at(600_000)}`,
  ],
  [
    'one whose renewing fails',
    { ...failing, token: 'valid' },
    'keep-fresh',
    `until ${at(600_000)}, trying to renew it`,
  ],
  ['one that nobody renews any more', stopped, 'keep-fresh', `until ${at(600_000)}, not renewed`],
  ['a session that ends', signInNeeded, 'keep-fresh', `until ${at(600_000)}, then sign-in needed`],
  ['a session that ended', { ...signInNeeded, token: 'expired' }, 'keep-fresh', 'sign-in needed'],
  [
    'a token of unknown expiry',
    { token: 'valid-expiry-unknown', expiresAtMs: null },
    'manual',
    'valid, expiry unknown',
  ],
  ['one that ran out', failing, 'keep-fresh', `expired at ${at(600_000)}, trying again`],
  ['none', { token: 'none', expiresAtMs: null }, 'manual', 'no token yet'],
  ['the first', { token: 'none', expiresAtMs: null, activity: 'refreshing' }, 'manual', 'getting a token'],
  ['one that is renewed on use', { token: 'expired' }, 'on-use', 'renewed when it is used'],
  [
    'an API key',
    { auth: 'api_key', token: 'valid-expiry-unknown', expiresAtMs: null },
    'keep-fresh',
    'API key, no expiry known',
  ],
  [
    'the token of another profile',
    { auth: 'linked', linkedTo: 'acme-isc' },
    'keep-fresh',
    `until ${at(600_000)}, from acme-isc`,
  ],
  ['one behind a lock', { appearance: 'locked' }, 'keep-fresh', `until ${at(600_000)}, locked`],
] as const)('%s', (_case, over, mode, words) => {
  expect(stateWords(watchedProfile('acme', over, mode), now)).toBe(words);
});

test('a sign-in that is under way is said in place of what is needed', () => {
  const signIn = { signIn: waitingInBrowser };
  const dead = watchedProfile('acme', { ...signInNeeded, token: 'expired' });
  expect(stateWords({ ...dead, ...signIn }, now)).toBe('signing in');
  expect(stateWords({ ...watchedProfile('acme', signInNeeded), ...signIn }, now)).toBe(
    `until ${at(600_000)}, signing in`,
  );
});

test('a time of another day has its date', () => {
  expect(at(600_000)).toMatch(/^\d\d:\d\d$/);
  expect(at(48 * 3_600_000)).toMatch(/2027.*\d\d:\d\d$/);
});

test('no time holds a space that some panels lack', () => {
  expect(timeWords(statusNowMs, { nowMs: statusNowMs, locale: 'en-US' })).toMatch(/^\d+:\d\d [AP]M$/);
});

test('a text that is too long loses its end, and is never longer than asked', () => {
  expect(shortened('Acme production', 8)).toBe('Acme pr…');
  expect(shortened('Acme', 4)).toBe('Acme');
});

test('no half of a letter stays where a text is cut', () => {
  expect(shortened('ab😀cd', 4)).toBe('ab…');
});
