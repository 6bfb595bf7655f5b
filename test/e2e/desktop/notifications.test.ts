/** Somebody is told when a token cannot be kept fresh: once, together, with the way to do something about it; and otherwise never. */
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppUnderTest } from './app-under-test.ts';
import { patience, setUpDesk, wrongSecret } from './desk.ts';
import type { Desk } from './desk.ts';
import { button, pageTitle } from './window-parts.ts';

/** Longer than changes are gathered before anything is told. */
const tellingMs = 3_000;

describe('a secret that the server refuses', () => {
  let desk: Desk;
  let app: AppUnderTest;
  beforeAll(async () => {
    desk = await setUpDesk();
    app = await desk.start();
    await desk.addProfile('acme');
    await (await app.window()).close();
  });
  afterAll(() => desk.clear());

  it('is told with the name of the profile and what is wrong', async () => {
    await desk.addProfile('refused', { label: 'Refused at work' }, wrongSecret);
    await expect.poll(() => app.notifications(), patience).toHaveLength(1);
    const [notice] = await app.notifications();
    expect(notice).toMatchObject({ title: 'Refused at work', isOpen: true });
    expect(notice?.body).toMatch(/client/i);
    await desk.trayShows(/1 profile needs attention/);
  });

  it('is told no second time, however often it is refused', async () => {
    for (let time = 0; time < 3; time++) {
      expect((await desk.tokentray('token', 'refused', '--force')).code).toBe(5);
    }
    await delay(tellingMs);
    expect(await app.notifications()).toHaveLength(1);
  });

  it('leads by a click to what happened and what to do', async () => {
    expect(await app.hasWindow()).toBe(false);
    await app.clickNotification(0);
    const page = await app.window();
    await pageTitle(page, 'Refused at work').waitFor();
    const main = page.getByRole('main');
    await expect.poll(() => main.textContent(), patience).toMatch(/invalid_client|client id and secret/i);
    await main.getByRole('button', { name: 'Edit' }).click();
    await pageTitle(page, 'Edit refused').waitFor();
  });

  it('is over when the right one is entered, and the tray knows', async () => {
    const page = await app.window();
    await page.getByLabel('Client secret', { exact: true }).fill(desk.tenant.client.clientSecret);
    await button(page, 'Save').click();
    await page.getByText('refused is saved').waitFor();
    await expect.poll(() => app.tray.tooltip(), patience).not.toMatch(/attention/);
    expect((await desk.tokentray('token', 'refused')).code).toBe(0);
  });

  it('left nothing of itself anywhere', async () => {
    expect(await desk.leaks()).toEqual([]);
  });
});

describe('many that fail at once', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await setUpDesk();
    for (const name of ['one', 'two', 'three', 'four', 'five']) await desk.addProfile(name, {}, wrongSecret);
  });
  afterAll(() => desk.clear());

  it('are one notification, which opens the list', async () => {
    const app = await desk.start();
    await expect.poll(() => app.notifications(), patience).toHaveLength(1);
    await delay(tellingMs);
    const notices = await app.notifications();
    expect(notices).toHaveLength(1);
    expect(notices[0]).toMatchObject({ title: '5 profiles need attention', body: 'five, four, one and 2 more' });
    await app.clickNotification(0);
    const page = await app.window();
    await expect.poll(() => page.getByRole('button', { name: /5 profiles need you/ }).isVisible(), patience).toBe(true);
  });

  it('are not told again after a restart', async () => {
    expect(await desk.app.quit()).toBe(0);
    const app = await desk.start();
    await delay(tellingMs);
    expect(await app.notifications()).toEqual([]);
  });

  it('left nothing of themselves anywhere', async () => {
    expect(await desk.leaks()).toEqual([]);
  });
});

describe('a server that fails every other time', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await setUpDesk();
    desk.tenant.client.lifetimeSeconds = 14;
    await desk.start();
    await desk.addProfile('acme');
  });
  afterAll(() => desk.clear());

  it('disturbs nobody as long as there is always a living token', async () => {
    const { tenant, app } = desk;
    await desk.trayShows(/^acme · until /);
    for (let turn = 0; turn < 2; turn++) {
      tenant.misbehave(tenant.client.clientId, { kind: 'status', status: 503 }, { requests: 1 });
      const before = tenant.tokenRequests();
      await expect.poll(() => tenant.tokenRequests(), patience).toBeGreaterThanOrEqual(before + 2);
    }
    await delay(tellingMs);
    expect(await app.notifications()).toEqual([]);
    expect((await desk.tokentray('token', '--min-valid', '0')).code).toBe(0);
  });

  it('left nothing of itself anywhere', async () => {
    expect(await desk.leaks()).toEqual([]);
  });
});
