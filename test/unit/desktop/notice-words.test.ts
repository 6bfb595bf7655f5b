import { describe, expect, test } from 'vitest';
import { endMessages, messagesOf } from '../../../main/desktop/notice-words.ts';
import type { Notice } from '../../../main/desktop/notices.ts';
import { statusNowMs } from '../../fixtures/profile-status.ts';
import { failing, signInNeeded, stopped, watchedProfile } from '../../fixtures/watched-profile.ts';

const now = { nowMs: statusNowMs, locale: 'de' };
const notice = (kind: Notice['kind'], profile = watchedProfile('a', stopped)): Notice => ({ kind, profile });

test('one profile: its name, one line, and a click that opens it', () => {
  const labelled = watchedProfile('a', { ...stopped, label: 'Acme production' });
  expect(messagesOf([notice('stopped', labelled)], now)).toEqual([
    {
      title: 'Acme production',
      body: 'a was refused.',
      click: { do: 'open', destination: { view: 'profile', id: 'id-a' } },
      buttons: [{ text: 'Edit', action: { do: 'open', destination: { view: 'edit', id: 'id-a', focus: 'secret' } } }],
    },
  ]);
});

test('a sign-in that is needed says what to do', () => {
  const [message] = messagesOf([notice('sign-in-needed', watchedProfile('a', signInNeeded))], now);
  expect(message?.body).toBe('Do something about a.');
});

test('many profiles: one message that counts them, and a click that opens the list', () => {
  const notices = Array.from({ length: 7 }, (_, at) => notice('ran-out', watchedProfile(`tenant-${at}`, failing)));
  expect(messagesOf(notices, now)).toEqual([
    {
      title: '7 profiles need attention',
      body: 'tenant-0, tenant-1, tenant-2 and 4 more',
      click: { do: 'open', destination: { view: 'list' } },
      buttons: [],
    },
  ]);
});

test('two profiles are named both', () => {
  const [message] = messagesOf([notice('stopped'), notice('ran-out', watchedProfile('b', failing))], now);
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

test('a sign-in that is needed has a button that does what a click does', () => {
  const [message] = messagesOf([notice('sign-in-needed', watchedProfile('a', signInNeeded))], now);
  const action = { do: 'sign-in', ids: ['id-a'] };
  expect(message).toMatchObject({ click: action, buttons: [{ text: 'Sign in', action }] });
});

test('a token that is going to expire says when, and why it is not renewed', () => {
  const profile = watchedProfile('a', { ...failing, token: 'valid' });
  expect(messagesOf([notice('expiring', profile)], now)[0]?.body).toMatch(
    /^Its token expires at \d\d:\d\d\. a was refused\.$/,
  );
});

test('a session that ends says when, and offers to sign in', () => {
  const profile = watchedProfile('a', { auth: 'authorization_code', sessionEndsAtMs: statusNowMs });
  const [message] = messagesOf([notice('session-ending', profile)], now);
  expect(message?.body).toMatch(/^Its session ends at \d\d:\d\d\. Sign in again/);
  expect(message?.buttons).toMatchObject([{ text: 'Sign in' }]);
});

test('production stands in the title, and beside its name among others', () => {
  const production = watchedProfile('a', { ...stopped, environment: 'production' });
  const [alone] = messagesOf([notice('stopped', production)], now);
  const [together] = messagesOf([notice('stopped', production), notice('stopped', watchedProfile('b', stopped))], now);
  expect([alone?.title, together?.body]).toEqual(['a (PROD)', 'a (PROD) and b']);
});

describe('a credential that ends', () => {
  const end = (daysLeft: number, name = 'a') => ({ profile: watchedProfile(name), day: '2027-05-01', daysLeft });

  test.each([
    [14, 'Its secret ends in 14 days, on 1. Mai 2027. Make a new one, and enter it here.'],
    [1, 'Its secret ends tomorrow, on 1. Mai 2027. Make a new one, and enter it here.'],
    [0, 'Its secret ends today, on 1. Mai 2027. Make a new one, and enter it here.'],
  ])('in %i days says when', (daysLeft, body) => {
    expect(endMessages([end(daysLeft)], () => false, now)).toMatchObject([{ title: 'a', body }]);
  });

  test('has a button for its page and one for its form', () => {
    const [message] = endMessages([end(14)], () => true, now);
    expect(message?.buttons).toEqual([
      { text: 'Make a new one', action: { do: 'credential-page', id: 'id-a' } },
      { text: 'Replace', action: { do: 'open', destination: { view: 'edit', id: 'id-a', focus: 'secret' } } },
    ]);
  });

  test('has no button for a page that nobody knows', () => {
    const [message] = endMessages([end(14)], () => false, now);
    expect(message?.buttons.map(({ text }) => text)).toEqual(['Replace']);
  });

  test('is one message with others, which opens the list', () => {
    expect(endMessages([end(14), end(1, 'b')], () => true, now)).toEqual([
      {
        title: '2 credentials are going to end',
        body: 'a and b',
        click: { do: 'open', destination: { view: 'list' } },
        buttons: [],
      },
    ]);
  });
});
