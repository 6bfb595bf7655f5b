import { expect, test } from 'vitest';
import { messagesOf } from '../../../main/desktop/notice-words.ts';
import type { Notice } from '../../../main/desktop/notices.ts';
import { statusNowMs } from '../../fixtures/profile-status.ts';
import { failing, signInNeeded, stopped, watchedProfile } from '../../fixtures/watched-profile.ts';

const now = { nowMs: statusNowMs, locale: 'de' };
const notice = (kind: Notice['kind'], profile = watchedProfile('a', stopped)): Notice => ({ kind, profile });

test('one profile: its name, one line, and a click that opens it', () => {
  const labelled = watchedProfile('a', { ...stopped, label: 'Acme production' });
  expect(messagesOf([notice('stopped', labelled)], now)).toEqual([
    { title: 'Acme production', body: 'a was refused.', destination: { view: 'profile', id: 'id-a' } },
  ]);
});

test('a sign-in that is needed says what to do', () => {
  const [message] = messagesOf([notice('sign-in-needed', watchedProfile('a', signInNeeded))], now);
  expect(message?.body).toBe('Do something about a.');
});

test('many profiles: one message that counts them, and a click that opens the list', () => {
  const notices = Array.from({ length: 7 }, (_, at) => notice('failing', watchedProfile(`tenant-${at}`, failing)));
  expect(messagesOf(notices, now)).toEqual([
    {
      title: '7 profiles need attention',
      body: 'tenant-0, tenant-1, tenant-2 and 4 more',
      destination: { view: 'list' },
    },
  ]);
});

test('two profiles are named both', () => {
  const [message] = messagesOf([notice('stopped'), notice('failing', watchedProfile('b', failing))], now);
  expect(message?.body).toBe('a and b');
});

test('a lock is one message about the application, however many profiles are behind it', () => {
  const titles = messagesOf([notice('locked'), notice('locked')], now).map(({ title }) => title);
  expect(titles).toEqual(['Tokentray is locked']);
});

test('what recovered is told apart from what is in trouble', () => {
  const well = watchedProfile('b');
  const messages = messagesOf([notice('recovered', well), notice('stopped')], now);
  expect(messages.map(({ title }) => title)).toEqual(['a', 'b']);
  expect(messages[1]?.body).toMatch(/^Works again: its token is valid until \d\d:\d\d\.$/);
});

test('a token that expired says when', () => {
  const profile = watchedProfile('a', { token: 'expired', expiresAtMs: statusNowMs }, 'manual');
  expect(messagesOf([notice('expired', profile)], now)[0]?.body).toMatch(/^Its token expired at \d\d:\d\d\. /);
});

test('of a long reason the first clause is told, and of a short one all', () => {
  const [long, short] = [`It was refused (status 401): ${'x'.repeat(100)}.`, 'It was refused: why.'].map((what) => {
    const profile = { ...watchedProfile('a', stopped), failure: { what, next: '' } };
    return messagesOf([notice('stopped', profile)], now)[0]?.body;
  });
  expect([long, short]).toEqual(['It was refused (status 401).', 'It was refused: why.']);
});

test('a long reason is shortened', () => {
  const profile = { ...watchedProfile('a', stopped), failure: { what: 'x'.repeat(500), next: '' } };
  expect(messagesOf([notice('stopped', profile)], now)[0]?.body.length).toBeLessThanOrEqual(180);
});

test('nothing to tell is no message', () => {
  expect(messagesOf([], now)).toEqual([]);
});
