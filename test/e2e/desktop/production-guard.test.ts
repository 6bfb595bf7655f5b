/** Production is marked everywhere, is asked about before a token of it is copied, and leaves the clipboard sooner. */
import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { patience, setUpDesk, wrongSecret } from './desk.ts';
import type { Desk } from './desk.ts';
import { button, pageTitle, profileRow } from './window-parts.ts';

const production = { environment: 'production' };
const title = 'Copy a production token?';

let desk: Desk;
let page: Page;
beforeAll(async () => {
  desk = await setUpDesk();
  await desk.start();
  await desk.addProfile('prod', production);
  await desk.addProfile('other', production);
  await desk.addProfile('sandbox', { environment: 'sandbox' });
  page = await desk.window();
  await profileRow(page, 'other').getByText('Valid').waitFor();
});
afterAll(() => desk.clear());
beforeEach(() => desk.app.clipboard.write('before'));

const clipboard = () => desk.app.clipboard.text();
const isCopied = async () => desk.tenant.accepts(await clipboard());
const question = () => page.getByRole('alertdialog', { name: title });

/** The row of a profile in the tray's menu. */
async function trayRow(name: string): Promise<string> {
  const rows = await desk.app.tray.menu();
  return rows.find(({ label, rows: own }) => own.length > 0 && new RegExp(`^. ${name} `).test(label))?.label ?? '';
}

describe('in the window', () => {
  it('production stands in the list and on the page', async () => {
    await profileRow(page, 'prod').getByText('Prod', { exact: true }).waitFor();
    await profileRow(page, 'prod').click();
    await pageTitle(page, 'prod').waitFor();
    expect(await page.getByRole('article').getByText('Production', { exact: true }).count()).toBeGreaterThan(0);
  });

  it('a question comes before the copy, and Cancel copies nothing', async () => {
    await button(page, 'Copy token').click();
    await question().waitFor();
    expect(await question().textContent()).toMatch(/prod.*Production/s);
    await button(page, 'Cancel').click();
    await question().waitFor({ state: 'hidden' });
    expect(await clipboard()).toBe('before');
  });

  it('Escape copies nothing either', async () => {
    await button(page, 'Copy token').click();
    await question().waitFor();
    await page.keyboard.press('Escape');
    await question().waitFor({ state: 'hidden' });
    expect(await clipboard()).toBe('before');
  });

  it('after a yes it is copied, with word that it leaves the clipboard soon', async () => {
    await button(page, 'Copy token').click();
    await question().getByRole('button', { name: 'Copy', exact: true }).click();
    await page.getByText('Token of prod (production) copied').waitFor();
    await page.getByText(/Leaves the clipboard in 1[45] seconds\.$/).waitFor();
    expect(await isCopied()).toBe(true);
  });

  it('the same profile does not ask again for a while', async () => {
    await button(page, 'Copy token').click();
    await expect.poll(isCopied, patience).toBe(true);
    expect(await question().count()).toBe(0);
  });

  it('what is no production is not asked about', async () => {
    await profileRow(page, 'sandbox').click();
    await pageTitle(page, 'sandbox').waitFor();
    await button(page, 'Copy token').click();
    await expect.poll(isCopied, patience).toBe(true);
    expect(await question().count()).toBe(0);
  });
});

describe('from the tray', () => {
  it('production stands in the menu', async () => {
    expect(await trayRow('other')).toContain('PROD');
  });

  it('a question of the system comes before the copy, and Cancel copies nothing', async () => {
    await desk.app.tray.choose(await trayRow('other'), 'Copy token');
    await expect.poll(() => desk.app.dialogs(), patience).toHaveLength(1);
    expect((await desk.app.dialogs())[0]?.message).toBe('Copy the production token of other?');
    await desk.app.answerDialog('Cancel');
    expect(await clipboard()).toBe('before');
  });

  it('after a yes it is copied', async () => {
    await desk.app.tray.choose(await trayRow('other'), 'Copy token');
    await expect.poll(() => desk.app.dialogs(), patience).toHaveLength(1);
    await desk.app.answerDialog('Copy');
    await expect.poll(isCopied, patience).toBe(true);
  });

  it('what somebody agreed to in the window is not asked about in the tray', async () => {
    await desk.app.tray.choose(await trayRow('prod'), 'Copy token');
    await expect.poll(isCopied, patience).toBe(true);
    expect(await desk.app.dialogs()).toEqual([]);
  });
});

describe('elsewhere', () => {
  it('the command line is not asked', async () => {
    expect((await desk.tokentray('token', 'other')).code).toBe(0);
  });

  it('a notification names production', async () => {
    await page.close();
    await desk.addProfile('broken', production, wrongSecret);
    await expect.poll(() => desk.app.notifications(), patience).toMatchObject([{ title: 'broken (PROD)' }]);
  });

  it('the setting ends the questions', async () => {
    await desk.addProfile('third', production);
    await desk.tokentray('settings', 'set', 'productionGuard', 'off');
    await expect.poll(() => trayRow('third'), patience).toContain('until');
    await desk.app.tray.choose(await trayRow('third'), 'Copy token');
    await expect.poll(isCopied, patience).toBe(true);
    expect(await desk.app.dialogs()).toEqual([]);
  });

  it('nothing was left anywhere', async () => {
    expect(await desk.leaks()).toEqual([]);
  });
});
