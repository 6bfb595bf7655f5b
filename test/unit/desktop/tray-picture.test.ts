import fc from 'fast-check';
import { expect, test } from 'vitest';
import { trayPicture } from '../../../main/desktop/tray-picture.ts';
import type { WatchedProfile } from '../../../main/desktop/watched-profiles.ts';
import { statusNowMs } from '../../fixtures/profile-status.ts';
import { failing, signedIn, stopped, watchedProfile } from '../../fixtures/watched-profile.ts';

const expiring = { appearance: 'expiring', token: 'expired' } as const;
const locked = { appearance: 'locked', activity: 'retry' } as const;

function picture(...profiles: readonly WatchedProfile[]) {
  return trayPicture({ profiles, nowMs: statusNowMs, locale: 'de', isDemo: false });
}

const chosen = watchedProfile('acme', { isDefault: true, label: 'Acme production' });

test('all well: the default profile and until when', () => {
  expect(picture(chosen, watchedProfile('other'))).toEqual({
    appearance: 'ok',
    tooltip: expect.stringMatching(/^Acme production · until \d\d:\d\d$/),
  });
});

test('the end of the session stands beside that of the token', () => {
  const over = { ...signedIn, isDefault: true, sessionEndsAtMs: statusNowMs + 7_200_000 };
  expect(picture(watchedProfile('acme', over)).tooltip).toMatch(/^acme · until \d\d:\d\d · session ends \d\d:\d\d$/);
});

test('what needs a person shows whoever it is about, and how many', () => {
  const { appearance, tooltip } = picture(chosen, watchedProfile('a', stopped), watchedProfile('b', failing));
  expect(appearance).toBe('attention');
  expect(tooltip).toMatch(/^Acme production · until .*\n2 profiles need attention$/);
});

test('the lock is stronger than anything', () => {
  expect(picture(watchedProfile('a', stopped), watchedProfile('b', locked)).appearance).toBe('locked');
});

test('a routine renewal does not show', () => {
  expect(picture(watchedProfile('a', { appearance: 'working', activity: 'refreshing' })).appearance).toBe('ok');
});

test('getting a token where there is none shows', () => {
  const first = { appearance: 'working', activity: 'refreshing', token: 'none' } as const;
  expect(picture(watchedProfile('a', first)).appearance).toBe('working');
});

test.each([
  ['a token that was to be kept fresh', watchedProfile('a', expiring), 'expiring'],
  ['one that is renewed on use', watchedProfile('a', { ...expiring, isDefault: true }, 'on-use'), 'ok'],
  ['one that is renewed by hand', watchedProfile('a', expiring, 'manual'), 'ok'],
  [
    'the default one that is renewed by hand',
    watchedProfile('a', { ...expiring, isDefault: true }, 'manual'),
    'expiring',
  ],
] as const)('%s that ran out: %s', (_case, profile, appearance) => {
  expect(picture(profile).appearance).toBe(appearance);
});

test('without profiles, and without a default one, the tooltip says so', () => {
  expect(picture().tooltip).toBe('Tokentray · no profiles yet');
  expect(picture(watchedProfile('a')).tooltip).toBe('Tokentray · no default profile');
});

test('a demo is never taken for the real thing', () => {
  expect(trayPicture({ profiles: [chosen], nowMs: statusNowMs, isDemo: true }).tooltip).toMatch(/^Tokentray Demo\n/);
});

test('a click is what shows while it lasts', () => {
  const input = { profiles: [watchedProfile('a', stopped)], nowMs: statusNowMs, isDemo: false };
  expect(trayPicture({ ...input, moment: { kind: 'working', title: 'Acme' } })).toEqual({
    appearance: 'working',
    tooltip: 'Acme · getting a token',
  });
  expect(trayPicture({ ...input, moment: { kind: 'copied', title: 'Acme' } }).appearance).toBe('copied');
});

test('no tooltip is longer than Windows shows', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 400, unit: 'grapheme' }), fc.boolean(), (label, isDemo) => {
      const profiles = [watchedProfile('a', { ...stopped, isDefault: true, label })];
      expect(trayPicture({ profiles, nowMs: statusNowMs, isDemo }).tooltip.length).toBeLessThanOrEqual(127);
    }),
  );
});

test('the tooltip says of a default profile that it is production, and of others nothing', () => {
  const line = (environment: 'production' | 'sandbox') =>
    picture(watchedProfile('acme', { isDefault: true, environment })).tooltip;
  expect(line('production')).toMatch(/^acme · PROD · until /);
  expect(line('sandbox')).toMatch(/^acme · until /);
});
