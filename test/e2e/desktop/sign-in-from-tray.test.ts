/** A person signs in and out from the tray and from a notification; the browser opens when they ask for it, and never else. */
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holds } from '../../fixtures/canary-search.ts';
import { patience, setUpDesk } from './desk.ts';
import type { Desk } from './desk.ts';
import { startPeopleTenant } from './people-tenant.ts';
import type { PeopleTenant } from './people-tenant.ts';
import { createPerson } from './person.ts';
import type { Person } from './person.ts';
import { pageTitle } from './window-parts.ts';

/** Longer than changes are gathered before anything is told. */
const tellingMs = 3_000;
const jane = 'Sign in as jane.admin';

let desk: Desk;
let tenant: PeopleTenant;
let person: Person;

async function setUp(profiles: number): Promise<void> {
  tenant = await startPeopleTenant(profiles);
  person = createPerson();
  desk = await setUpDesk();
  await desk.start();
}

async function clear(): Promise<void> {
  await person.close();
  await tenant.close();
  await desk.clear();
}

const add = (name: string, over = {}) => desk.addProfile(name, { ...tenant.profile(), ...over }, tenant.clientSecret);

/** The row of a profile in the tray's menu. */
async function rowOf(name: string) {
  const rows = await desk.app.tray.menu();
  return rows.find(({ label, rows: own }) => own.length > 0 && new RegExp(`^. ${name} `).test(label));
}

async function choose(name: string, action: string): Promise<void> {
  await desk.app.tray.choose((await rowOf(name))?.label ?? '', action);
}

const actionsOf = async (name: string) => (await rowOf(name))?.rows.map(({ label }) => label) ?? [];

/** The address that is opened next, counted from 1. */
async function openedPage(count: number): Promise<string> {
  await expect.poll(() => desk.app.opened(), patience).toHaveLength(count);
  return (await desk.app.opened()).at(-1) ?? '';
}

async function isSignedIn(name: string): Promise<void> {
  await expect.poll(async () => (await rowOf(name))?.label, patience).toMatch(/ · until /);
}

async function needsSignIn(name: string): Promise<void> {
  await expect.poll(async () => (await actionsOf(name))[0], patience).toBe('Sign in…');
}

describe('from the tray', () => {
  beforeAll(() => setUp(1));
  afterAll(clear);

  it('a new profile waits for a person, and no browser opens by itself', async () => {
    await add('acme');
    await needsSignIn('acme');
    await delay(tellingMs);
    expect(await desk.app.opened()).toEqual([]);
  });

  it('the sign-in opens the tenant in the browser, and ends there', async () => {
    await choose('acme', 'Sign in…');
    const page = await openedPage(1);
    expect(page.startsWith(`${tenant.authorizeEndpoint}?`)).toBe(true);
    expect(await person.visit(page, jane)).toMatch(/signed in/i);
    await isSignedIn('acme');
  });

  it('its token is copied, and the tenant takes it', async () => {
    await desk.copyFromTray();
    await desk.trayShows(/^Copied · acme$/);
    const copied = await desk.app.clipboard.text();
    expect(await tenant.accepts(copied)).toBe(true);
    // What the search at the end looks for is in it.
    expect(holds(copied, tenant.mark)).toBe(true);
  });

  it('the end of the session stands in the tooltip and in the menu', async () => {
    await desk.trayShows(/^acme · until .* · session ends /);
    expect(await actionsOf('acme')).toContainEqual(expect.stringMatching(/^The session ends /));
  });

  it('a sign-in can be cancelled, and what comes after that changes nothing', async () => {
    await choose('acme', 'Sign in again…');
    const page = await openedPage(2);
    await expect.poll(() => actionsOf('acme'), patience).toContain('Cancel sign-in');
    await choose('acme', 'Cancel sign-in');
    await expect.poll(() => actionsOf('acme'), patience).not.toContain('Cancel sign-in');
    // Nobody listens any more.
    expect(await person.visit(page, jane)).not.toMatch(/signed in/i);
    await isSignedIn('acme');
    expect(await desk.app.notifications()).toEqual([]);
  });

  it('the link goes to a private window, by way of the clipboard alone', async () => {
    await desk.app.clipboard.write('before');
    await choose('acme', 'Sign out…');
    await expect.poll(() => desk.app.dialogs(), patience).toHaveLength(1);
    await desk.app.answerDialog('Sign out');
    await needsSignIn('acme');
    await choose('acme', 'Copy sign-in link');
    await expect.poll(() => desk.app.clipboard.text(), patience).not.toBe('before');
    expect(await desk.app.clipboard.formats()).toEqual(['text/plain']);
    expect(await desk.app.opened()).toHaveLength(2);
    expect(await person.visit(await desk.app.clipboard.text(), jane)).toMatch(/signed in/i);
    await isSignedIn('acme');
  });

  it('who signs out is asked first, keeps no token, and is not told to sign in again', async () => {
    await choose('acme', 'Sign out…');
    await expect.poll(() => desk.app.dialogs(), patience).toHaveLength(1);
    await desk.app.answerDialog('Cancel');
    await isSignedIn('acme');
    await choose('acme', 'Sign out…');
    await expect.poll(() => desk.app.dialogs(), patience).toHaveLength(1);
    await desk.app.answerDialog('Sign out');
    await needsSignIn('acme');
    expect((await desk.tokentray('token', 'acme')).code).toBe(4);
    await delay(tellingMs);
    const notices = await desk.app.notifications();
    // This tenant takes no notice of it.
    expect(notices.filter(({ body }) => !body.includes('not told'))).toEqual([]);
  });

  it('a copy that needs a new session asks for it', async () => {
    await desk.copyFromTray();
    await expect.poll(() => desk.app.dialogs(), patience).toHaveLength(1);
    expect((await desk.app.dialogs())[0]?.message).toBe('Sign in to acme?');
    await desk.app.answerDialog('Cancel');
    await delay(tellingMs);
    expect(await desk.app.opened()).toHaveLength(2);

    await desk.copyFromTray();
    await expect.poll(() => desk.app.dialogs(), patience).toHaveLength(1);
    await desk.app.answerDialog('Sign in');
    expect(await person.visit(await openedPage(3), jane)).toMatch(/signed in/i);
    await isSignedIn('acme');
  });

  it('left no secret and no token anywhere', async () => {
    expect(await desk.leaks(tenant.clientSecret, tenant.mark)).toEqual([]);
  });
});

describe('a session that ends', () => {
  beforeAll(() => setUp(3));
  afterAll(clear);

  it('began when somebody signed in', async () => {
    tenant.sessionSeconds = 1;
    for (const [at, name] of ['one', 'two', 'three'].entries()) {
      await add(name);
      await needsSignIn(name);
      await choose(name, 'Sign in…');
      expect(await person.visit(await openedPage(at + 1), jane)).toMatch(/signed in/i);
      await isSignedIn(name);
    }
    tenant.sessionSeconds = 3_600;
    await delay(1_500);
  });

  const endSession = async (name: string) => expect((await desk.tokentray('token', name, '--force')).code).toBe(4);

  it('is told once, and opens no browser', async () => {
    await endSession('one');
    await expect.poll(() => desk.app.notifications(), patience).toMatchObject([{ title: 'one', isOpen: true }]);
    await endSession('one');
    await delay(tellingMs);
    expect(await desk.app.notifications()).toHaveLength(1);
    expect(await desk.app.opened()).toHaveLength(3);
  });

  it('leaves its token, which can be copied for as long as it lives', async () => {
    await choose('one', 'Copy token');
    await desk.trayShows(/^Copied · one$/);
    expect(await tenant.accepts(await desk.app.clipboard.text())).toBe(true);
    expect(await desk.app.dialogs()).toEqual([]);
  });

  it('is begun anew by a click on the notification, and nothing is told of that', async () => {
    await desk.app.clickNotification(0);
    expect(await person.visit(await openedPage(4), jane)).toMatch(/signed in/i);
    await isSignedIn('one');
    await delay(tellingMs);
    expect(await desk.app.notifications()).toHaveLength(1);
  });

  it('with others is signed in to one after another', async () => {
    await endSession('two');
    await endSession('three');
    const all = async () => (await desk.app.tray.menu()).find(({ label }) => label.startsWith('Sign in to all'))?.label;
    await expect.poll(all, patience).toBe('Sign in to all due (2)');
    await desk.app.tray.choose('Sign in to all due (2)');
    const first = await openedPage(5);
    await delay(1_000);
    expect(await desk.app.opened()).toHaveLength(5);
    expect(await person.visit(first, jane)).toMatch(/signed in/i);
    const second = await openedPage(6);
    expect(await person.visit(second, 'Deny')).not.toMatch(/signed in/i);
    const rows = async () => (await desk.app.tray.menu()).map(({ label }) => label);
    await expect.poll(rows, patience).not.toContain('Cancel all sign-ins');
    // By name, so that this is the second one.
    await needsSignIn('two');
  });

  it('with others can be left for later, and then no further page opens', async () => {
    for (const name of ['one', 'three']) expect((await desk.tokentray('logout', name)).code).toBe(0);
    await needsSignIn('three');
    await desk.app.tray.choose('Sign in to all due (3)');
    await openedPage(7);
    const rows = async () => (await desk.app.tray.menu()).map(({ label }) => label);
    await expect.poll(rows, patience).toContain('Cancel all sign-ins');
    await desk.app.tray.choose('Cancel all sign-ins');
    await expect.poll(rows, patience).toContain('Sign in to all due (3)');
    await delay(1_000);
    expect(await desk.app.opened()).toHaveLength(7);
  });

  it('left no secret and no token anywhere', async () => {
    expect(await desk.leaks(tenant.clientSecret, tenant.mark)).toEqual([]);
  });
});

describe('somebody else', () => {
  beforeAll(() => setUp(1));
  afterAll(clear);

  it('who signs in is asked about in the window, and has no token before that is answered', async () => {
    await add('acme', { expectUser: 'jane.admin' });
    await needsSignIn('acme');
    await choose('acme', 'Sign in…');
    const page = await openedPage(1);
    if (await desk.app.hasWindow()) await (await desk.app.window()).close();
    await person.visit(page, 'Sign in as omar.reader');
    await expect.poll(() => desk.app.hasWindow(), patience).toBe(true);
    await pageTitle(await desk.app.window(), 'acme').waitFor();
    expect((await actionsOf('acme'))[0]).toBe('Somebody else signed in…');
    expect((await desk.tokentray('token', 'acme')).code).toBe(4);
  });

  it('is forgotten when the sign-in is cancelled', async () => {
    await choose('acme', 'Cancel sign-in');
    await needsSignIn('acme');
    expect(await desk.leaks(tenant.clientSecret, tenant.mark)).toEqual([]);
  });
});
