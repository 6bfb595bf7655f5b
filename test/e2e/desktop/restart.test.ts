/** What is there after the application was quit, killed, or started twice. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { patience, setUpDesk } from './desk.ts';
import type { Desk } from './desk.ts';
import { button, profileRow } from './window-parts.ts';

let desk: Desk;
const bounds = { x: 140, y: 90, width: 777, height: 555 };
beforeAll(async () => {
  desk = await setUpDesk();
  await desk.start();
  await desk.addProfile('acme', { label: 'Acme production', environment: 'production' });
  await desk.addProfile('beta');
  await desk.tokentray('default', 'beta');
  await desk.trayShows(/^beta · until /);
});
afterAll(() => desk.clear());

describe('closing the window', () => {
  it('keeps the application in the tray, at work', async () => {
    await desk.app.setWindowBounds(bounds);
    await (await desk.app.window()).close();
    await expect.poll(() => desk.app.hasWindow(), patience).toBe(false);
    expect(await desk.app.tray.isShown()).toBe(true);
    expect((await desk.tokentray('token')).code).toBe(0);
    expect(await desk.app.notifications()).toEqual([]);
  });

  it('is undone from the tray, and the window is where it was', async () => {
    await desk.app.tray.choose('Open Tokentray');
    await desk.app.window();
    expect(await desk.app.windowBounds()).toEqual(bounds);
  });
});

describe('a restart', () => {
  it('shows no window, asks no server, and has everything that was there', async () => {
    const page = await desk.window();
    await button(page, 'Settings').click();
    await page.getByRole('combobox', { name: 'Appearance' }).click();
    await page.getByRole('option', { name: 'Dark' }).click();
    await page.getByText('Saved').waitFor();
    const requests = desk.tenant.tokenRequests();
    expect(await desk.app.quit()).toBe(0);

    await desk.start();
    await desk.trayShows(/^beta · until /);
    expect(await desk.app.hasWindow()).toBe(false);
    const again = await desk.window();
    expect(await desk.app.windowBounds()).toEqual(bounds);
    await profileRow(again, 'Acme production', 'Valid').waitFor();
    expect(await profileRow(again, 'beta', 'default profile.*Valid').isVisible()).toBe(true);
    await expect.poll(() => again.evaluate(background), patience).toBe('dark');
    expect(desk.tenant.tokenRequests()).toBe(requests);
  });

  it('has them after the process was killed in the middle of its work, too', async () => {
    const requests = desk.tenant.tokenRequests();
    await desk.app.kill();
    await desk.start();
    await desk.trayShows(/^beta · until /);
    expect(desk.tenant.tokenRequests()).toBe(requests);
    expect((await desk.tokentray('token', 'acme')).code).toBe(0);
  });
});

describe('a second start', () => {
  it('opens the window of the first, and ends', async () => {
    const first = desk.app;
    expect(await first.hasWindow()).toBe(false);
    // What ends before it is ready cannot be driven; each host says so in its own words.
    await expect(desk.start()).rejects.toThrow(/ended with 0|closed|failed to launch/);
    await expect.poll(() => first.hasWindow(), patience).toBe(true);
    const page = await first.window();
    await expect.poll(() => profileRow(page, 'Acme production').isVisible(), patience).toBe(true);
  });
});

describe('quitting', () => {
  it('while a token is on its way ends the process, and the profile works after the next start', async () => {
    const { clientId } = desk.tenant.client;
    desk.tenant.misbehave(clientId, { kind: 'slow', delayMs: 2_000 }, { requests: 1 });
    const requests = desk.tenant.tokenRequests();
    const page = await desk.window();
    await profileRow(page, 'beta').click();
    await button(page, 'Refresh').click();
    await expect.poll(() => page.getByText('Renewing').first().isVisible(), patience).toBe(true);
    expect(await desk.app.quit()).toBe(0);
    expect(desk.tenant.tokenRequests()).toBeLessThanOrEqual(requests + 1);

    await desk.start();
    await desk.trayShows(/^beta · until /);
    const { code, stdout } = await desk.tokentray('token', 'beta');
    expect([code, await desk.tenant.accepts(stdout.trim())]).toEqual([0, true]);
  });

  it('from the menu ends it whole: no process, no socket, no lock', async () => {
    const { app } = desk;
    await app.tray.choose('Quit Tokentray').catch(() => undefined);
    expect(await app.ended()).toBe(0);
    expect((await desk.tokentray('token', 'beta')).code).toBe(0);
    await desk.start();
    await desk.trayShows(/^beta · until /);
  });

  it('from the settings does the same', async () => {
    const { app } = desk;
    const page = await desk.window();
    await button(page, 'Settings').click();
    await button(page, 'Quit Tokentray').click();
    expect(await app.ended()).toBe(0);
  });
});

it('left no secret and no token anywhere', async () => {
  expect(await desk.leaks()).toEqual([]);
});

const background = `{
  const [red, green, blue] = getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number);
  red + green + blue < 384 ? 'dark' : 'light';
}`;
