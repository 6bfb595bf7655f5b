/** The settings page of the running application: what is set there takes effect at once, here and in other processes. */
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { patience, setUpDesk } from './desk.ts';
import type { Desk } from './desk.ts';
import { button, pageTitle } from './window-parts.ts';

const shortcut = 'Shortcut of the quick switcher';

let desk: Desk;
let page: Page;
beforeAll(async () => {
  desk = await setUpDesk();
  await desk.start();
  await desk.addProfile('acme');
  await desk.addProfile('globex');
  page = await desk.window();
  await button(page, 'Settings').click();
  await pageTitle(page, 'Settings').waitFor();
});
afterAll(() => desk.clear());

async function valueOf(key: string): Promise<unknown> {
  const { stdout } = await desk.tokentray('settings', 'get', key, '--json');
  return (JSON.parse(stdout) as { value: unknown }).value;
}

/** How long before its expiry the token is to be renewed, in whole minutes. */
async function earlyMinutes(): Promise<number> {
  const { stdout } = await desk.tokentray('status', '--json');
  const [first] = JSON.parse(stdout) as readonly { readonly expiresAt: string; readonly nextRefreshAt: string }[];
  return Math.floor((Date.parse(first?.expiresAt ?? '') - Date.parse(first?.nextRefreshAt ?? '')) / 60_000);
}

describe('the settings page', () => {
  it('moves the plans of renewal at once', async () => {
    const before = await earlyMinutes();
    await page.getByLabel('Renew tokens ahead of their expiry', { exact: true }).fill('540');
    await page.keyboard.press('Enter');
    await expect.poll(earlyMinutes, patience).toBe(9);
    expect(before).toBe(6);
  });

  it('records a shortcut that opens the quick switcher from then on', async () => {
    await button(page, `Record: ${shortcut}`).click();
    await page.keyboard.press('Control+Shift+KeyK');
    await expect.poll(() => valueOf('quickSwitcherShortcut'), patience).toBe('Control+Shift+K');
    await expect.poll(() => desk.app.pressGlobal('Control+Shift+K'), patience).toBe(true);
  });

  it('tells that a shortcut does nothing that another program has', async () => {
    await desk.app.takeGlobal('Alt+F9');
    await button(page, `Change: ${shortcut}`).click();
    await page.keyboard.press('Alt+F9');
    await page
      .getByRole('group', { name: shortcut })
      .getByText(/does nothing: the system did not give these keys/)
      .waitFor();
    await button(page, `Clear: ${shortcut}`).click();
    await expect.poll(() => valueOf('quickSwitcherShortcut'), patience).toBeNull();
  });

  it('chooses the default profile', async () => {
    await page.getByRole('combobox', { name: 'Default profile' }).click();
    await page.keyboard.type('glob');
    await page.getByRole('option', { name: 'globex' }).click();
    await expect.poll(() => desk.app.tray.tooltip(), patience).toMatch(/^globex · until /);
  });

  it('puts everything back, and back again with Undo', async () => {
    await button(page, 'Reset all settings').click();
    await page.getByText('1 setting back to the default', { exact: true }).waitFor();
    await expect.poll(earlyMinutes, patience).toBe(6);
    await button(page, 'Undo').click();
    await expect.poll(() => valueOf('refreshEarlySeconds'), patience).toBe('540');
    expect(await desk.app.tray.tooltip()).toMatch(/^globex · until /);
  });

  it('left nothing anywhere', async () => {
    expect(await desk.leaks()).toEqual([]);
  });
});
