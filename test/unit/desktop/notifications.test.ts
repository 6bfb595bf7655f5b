import { beforeEach, describe, expect, test } from 'vitest';
import type { Destination } from '../../../preload/replies.ts';
import type { Announcement } from '../../../main/desktop/announce.ts';
import { createNotifications } from '../../../main/desktop/notifications.ts';
import type { ProfileStatus } from '../../../main/tokens/status.ts';
import { profileNamed } from '../../fixtures/agent-ports.ts';
import { FakeClock } from '../../fixtures/fake-clock.ts';
import { FakeSignIns } from '../../fixtures/fake-sign-ins.ts';
import { profileStatusOf, statusNowMs } from '../../fixtures/profile-status.ts';
import { failing, signedIn as session, signInNeeded, stopped } from '../../fixtures/watched-profile.ts';

const gatherMs = 2_000;
const restMs = 30_000;

let clock: FakeClock;
let told: (Announcement & { click: () => void })[];
let opened: Destination[];
let rows: Map<string, Partial<ProfileStatus>>;
let settings: Map<string, string>;
let pages: string[];
let manual: Set<string>;
let listeners: Set<() => void>;
let isReadable: boolean;
let isWindowOpen: boolean;
let signIns: FakeSignIns;
let signedIn: (readonly string[])[];

beforeEach(() => {
  clock = new FakeClock();
  told = [];
  opened = [];
  rows = new Map();
  settings = new Map();
  pages = [];
  manual = new Set();
  listeners = new Set();
  isReadable = true;
  isWindowOpen = false;
  signIns = new FakeSignIns();
  signedIn = [];
});

function status(): readonly ProfileStatus[] {
  if (!isReadable) throw new Error('busy');
  return [...rows].map(([name, over]) => profileStatusOf(name, over));
}

function start(count = 1): { close(): void } {
  for (let at = 0; at < count; at++) rows.set(`tenant-${at}`, {});
  const onChange = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return createNotifications({
    ports: {
      clock,
      settings: {
        get: (key) => settings.get(key),
        set: async (key, text) => void settings.set(key, text),
      },
      storage: { profiles: { get: stored } },
      status,
      signIns,
    },
    changes: { onChange },
    describe: () => ({ what: 'It was refused.', next: 'Do something.' }),
    announce: (announcement, click) => told.push({ ...announcement, click }),
    open: (destination) => opened.push(destination),
    signIn: (ids) => signedIn.push(ids),
    credentialPages: { has: () => true, open: (id) => pages.push(id) },
    isWindowOpen: () => isWindowOpen,
    locale: 'de',
    timeZone: 'Europe/Berlin',
  });
}

function stored(id: string) {
  const name = id.replace('id-', '');
  const refresh = { mode: manual.has(name) ? 'manual' : 'keep-fresh' } as const;
  return { id, profile: { ...profileNamed(name), refresh }, revision: 1, createdAtMs: statusNowMs, updatedAtMs: 0 };
}

/** The engine says that something changed. */
function change(over: Partial<ProfileStatus>, ...names: readonly string[]): void {
  for (const name of names) rows.set(name, over);
  for (const listener of listeners) listener();
}

const titles = () => told.map(({ title }) => title);

test('a profile that stops is told, and a click opens it', async () => {
  start();
  change(stopped, 'tenant-0');
  await clock.advance(gatherMs);
  expect(told).toMatchObject([{ title: 'tenant-0', body: 'It was refused.' }]);
  told[0]?.click();
  expect(opened).toEqual([{ view: 'profile', id: 'id-tenant-0' }]);
});

test('sixty that fail at once are one notification, and a click opens the list', async () => {
  start(60);
  change(failing, ...rows.keys());
  await clock.advance(10 * 60_000);
  expect(titles()).toEqual(['60 profiles need attention']);
  told[0]?.click();
  expect(opened).toEqual([{ view: 'list' }]);
});

test('sixty that fail one after the other within a moment are one notification', async () => {
  start(60);
  for (const name of rows.keys()) {
    change(stopped, name);
    await clock.advance(10);
  }
  await clock.advance(restMs);
  expect(titles()).toEqual(['60 profiles need attention']);
});

test('sixty that fail within minutes are no more than one notification in half a minute', async () => {
  start(60);
  for (const name of rows.keys()) {
    change(stopped, name);
    await clock.advance(2_000);
  }
  await clock.advance(restMs);
  expect(told.length).toBeLessThanOrEqual(6);
});

test('sixty that fail and work again before a minute is over are none', async () => {
  start(60);
  change(failing, ...rows.keys());
  await clock.advance(40_000);
  change({}, ...rows.keys());
  await clock.advance(10 * 60_000);
  expect(told).toEqual([]);
});

test('one that flaps all day is told a few times', async () => {
  start();
  for (let minute = 0; minute < 24 * 60; minute++) {
    change(minute % 2 === 0 ? stopped : {}, 'tenant-0');
    await clock.advance(60_000);
  }
  expect(told.length).toBeLessThanOrEqual(14);
});

test('nothing is told while everything renews by itself, and no timer waits', async () => {
  start(3);
  for (let at = 0; at < 50; at++) {
    change({ activity: 'refreshing', appearance: 'working' }, 'tenant-0');
    await clock.advance(1_000);
    change({ expiresAtMs: clock.now() + 600_000 }, 'tenant-0');
    await clock.advance(60_000);
  }
  expect(told).toEqual([]);
  expect(clock.pendingTimers).toBe(0);
});

test('while all is well no timer waits', () => {
  manual.add('tenant-0');
  start();
  expect(clock.pendingTimers).toBe(0);
});

test('a token renewed by hand that expired during a sleep is told after it', async () => {
  manual.add('tenant-0');
  start();
  clock.sleep(8 * 3_600_000);
  change({ token: 'expired', appearance: 'expiring', nextRefreshAtMs: null }, 'tenant-0');
  await clock.advance(gatherMs);
  expect(titles()).toEqual(['tenant-0']);
});

test('a wall clock that jumps ahead of a living token neither tells nor keeps the timer busy', async () => {
  manual.add('tenant-0');
  start();
  clock.jumpWall(599_999);
  change({}, 'tenant-0');
  await clock.advance(60_000);
  expect(told).toEqual([]);
  expect(clock.pendingTimers).toBeLessThanOrEqual(1);
});

test('with notifications off nothing is told, also not later about what happened then', async () => {
  settings.set('notifications', 'off');
  start();
  change(stopped, 'tenant-0');
  await clock.advance(gatherMs);
  settings.set('notifications', 'on');
  change(stopped, 'tenant-0');
  await clock.advance(restMs);
  change({}, 'tenant-0');
  await clock.advance(restMs);
  expect(told).toEqual([]);
});

test('what is wrong at the start is known to who starts', async () => {
  rows.set('tenant-9', stopped);
  start();
  change(stopped, 'tenant-9');
  await clock.advance(restMs);
  expect(told).toEqual([]);
});

test('a database that cannot be read for a moment loses no notice', async () => {
  start();
  isReadable = false;
  change(stopped, 'tenant-0');
  await clock.advance(gatherMs);
  isReadable = true;
  change(stopped, 'tenant-0');
  await clock.advance(gatherMs);
  expect(titles()).toEqual(['tenant-0']);
});

test('after the end nothing is told and nothing listens', async () => {
  const notifications = start();
  change(stopped, 'tenant-0');
  notifications.close();
  await clock.advance(restMs);
  expect(told).toEqual([]);
  expect(listeners.size).toBe(0);
  expect(clock.pendingTimers).toBe(0);
});

const ended = { ...session, ...signInNeeded, token: 'expired' } as const;

test('a session that ended is told once, and a click or its button starts the sign-in', async () => {
  start();
  change(session, 'tenant-0');
  await clock.advance(gatherMs);
  change(ended, 'tenant-0');
  await clock.advance(24 * 3_600_000);
  expect(told).toMatchObject([{ title: 'tenant-0', buttons: [{ text: 'Sign in' }] }]);
  expect(signedIn).toEqual([]);
  told[0]?.click();
  expect({ signedIn, opened }).toEqual({ signedIn: [['id-tenant-0']], opened: [] });
});

test('sessions that end together are one notification, and a click signs in to those that still need it', async () => {
  start(4);
  change(session, ...rows.keys());
  await clock.advance(gatherMs);
  change(ended, 'tenant-0', 'tenant-1', 'tenant-2');
  await clock.advance(24 * 3_600_000);
  expect(titles()).toEqual(['3 tenants need you to sign in']);
  change(session, 'tenant-1');
  told[0]?.click();
  expect(signedIn).toEqual([['id-tenant-0', 'id-tenant-2']]);
});

test('a click on one that is long mended opens the profile, and no browser', async () => {
  start();
  change(session, 'tenant-0');
  change(ended, 'tenant-0');
  await clock.advance(gatherMs);
  change(session, 'tenant-0');
  told[0]?.click();
  expect({ signedIn, opened }).toEqual({ signedIn: [], opened: [{ view: 'profile', id: 'id-tenant-0' }] });
});

test('sessions and other trouble together open the list, and no browser', async () => {
  start(2);
  change(ended, 'tenant-0');
  change(stopped, 'tenant-1');
  await clock.advance(gatherMs);
  expect(titles()).toEqual(['2 profiles need attention']);
  told[0]?.click();
  expect({ signedIn, opened }).toEqual({ signedIn: [], opened: [{ view: 'list' }] });
});

test('a sign-in that another process finished is not told', async () => {
  start();
  change(ended, 'tenant-0');
  await clock.advance(gatherMs);
  told = [];
  change(session, 'tenant-0');
  await clock.advance(24 * 3_600_000);
  expect(told).toEqual([]);
});

test('a new profile that waits for its first sign-in is told, but not to who looks at the window', async () => {
  start();
  isWindowOpen = true;
  change({ ...ended, token: 'none' }, 'new-0');
  await clock.advance(restMs);
  expect(told).toEqual([]);
  isWindowOpen = false;
  change({ ...ended, token: 'none' }, 'new-1');
  await clock.advance(restMs);
  expect(titles()).toEqual(['new-1']);
});

test('who signed out is not told to sign in', async () => {
  start();
  change(session, 'tenant-0');
  await clock.advance(gatherMs);
  change({ ...ended, token: 'none' }, 'tenant-0');
  await clock.advance(24 * 3_600_000);
  expect(told).toEqual([]);
});

test('who is signing in is not told to', async () => {
  start();
  change(session, 'tenant-0');
  await clock.advance(gatherMs);
  await signIns.start('id-tenant-0');
  change(ended, 'tenant-0');
  await clock.advance(restMs);
  expect(told).toEqual([]);
  signIns.last.cancel();
  change(ended, 'tenant-0');
  await clock.advance(restMs);
  expect(titles()).toEqual(['tenant-0']);
});

/** Presses the button with this text on the last notification. */
function press(text: string): void {
  const found = told.at(-1)?.buttons?.find((each) => each.text === text);
  if (found === undefined) throw new Error(`no button ${text}`);
  found.onPress();
}

test('the button of a session that ended starts the sign-in', async () => {
  start();
  change(session, 'tenant-0');
  change(ended, 'tenant-0');
  await clock.advance(gatherMs);
  press('Sign in');
  expect({ signedIn, opened }).toEqual({ signedIn: [['id-tenant-0']], opened: [] });
});

test('the button of a refused secret opens the form at the secret', async () => {
  start();
  change(stopped, 'tenant-0');
  await clock.advance(gatherMs);
  press('Edit');
  expect(opened).toEqual([{ view: 'edit', id: 'id-tenant-0', focus: 'secret' }]);
});

test('a kind that is switched off is not told', async () => {
  settings.set('notifyRejected', 'off');
  start();
  change(stopped, 'tenant-0');
  await clock.advance(restMs);
  expect(told).toEqual([]);
});

describe('a credential that ends', () => {
  const dayMs = 86_400_000;
  const hourMs = 3_600_000;
  /** The clock starts on 15 January 2027, 09:00 in Berlin. */
  const ending = (day: string) => rows.set('acme', { credentialExpires: day, isPinned: true });
  const bodies = () => told.map(({ body }) => body.replace(/ Make.*/, ''));

  test('is announced without a restart, 14 days and 1 day before, as the calendar of the person has it', async () => {
    ending('2027-02-20');
    start(0);
    await clock.advance(40 * dayMs);
    expect(bodies()).toEqual([
      'Its secret ends in 14 days, on 20. Februar 2027.',
      'Its secret ends tomorrow, on 20. Februar 2027.',
    ]);
  });

  test('is announced within an hour of midnight', async () => {
    ending('2027-01-30');
    start(0);
    await clock.advance(15 * hourMs - 1);
    expect(told).toEqual([]);
    await clock.advance(hourMs);
    expect(told).toHaveLength(1);
  });

  test('is announced at the start, but not again after a restart', async () => {
    ending('2027-01-20');
    start(0).close();
    start(0);
    await clock.advance(dayMs);
    expect(bodies()).toEqual(['Its secret ends in 5 days, on 20. Januar 2027.']);
  });

  test('is announced after a clock that jumps over the day, and a machine that slept through it', async () => {
    ending('2027-02-20');
    start(0);
    clock.jumpWall(30 * dayMs);
    await clock.advance(hourMs);
    clock.sleep(5 * dayMs);
    await clock.advance(hourMs);
    expect(bodies()).toEqual([
      'Its secret ends in 6 days, on 20. Februar 2027.',
      'Its secret ends tomorrow, on 20. Februar 2027.',
    ]);
  });

  test('has a button that opens its page, and one that opens the form', async () => {
    ending('2027-01-20');
    start(0);
    press('Make a new one');
    press('Replace');
    expect({ pages, opened }).toEqual({
      pages: ['id-acme'],
      opened: [{ view: 'edit', id: 'id-acme', focus: 'secret' }],
    });
  });

  test.each(['notifications', 'notifyCredentialEnds'])(
    'is not announced while %s is off, and is when it is on again',
    async (key) => {
      settings.set(key, 'off');
      ending('2027-01-20');
      start(0);
      await clock.advance(hourMs);
      expect(told).toEqual([]);
      settings.set(key, 'on');
      await clock.advance(hourMs);
      expect(told).toHaveLength(1);
    },
  );

  test('of a profile that nobody uses disturbs nobody', async () => {
    rows.set('acme', { credentialExpires: '2027-02-20' });
    start(0);
    await clock.advance(40 * dayMs);
    expect(told).toEqual([]);
  });

  test('is waited for by one timer, and by none once it is past', async () => {
    ending('2027-01-16');
    start(0);
    expect(clock.pendingTimers).toBe(1);
    await clock.advance(3 * dayMs);
    expect(clock.pendingTimers).toBe(0);
  });
});
