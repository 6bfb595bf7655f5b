/** Everything that is done daily is done with the keyboard alone: add, open, copy, delete, undo. */
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { patience, profileFile, setUpDesk } from './desk.ts';
import type { Desk } from './desk.ts';
import { createHands } from './hands.ts';
import { pageTitle, profileRow } from './window-parts.ts';

let desk: Desk;
let page: Page;
beforeAll(async () => {
  desk = await setUpDesk();
  await desk.start();
  page = await desk.window();
  await page.getByRole('button', { name: 'Add a tenant' }).waitFor();
});
afterAll(() => desk.clear());

const { focusedName, reach, type } = createHands(() => page);

/** The focus can be seen: it has an outline or a shadow that it has not without. */
const isFocusSeen = () =>
  page.evaluate(`{
    const element = document.activeElement;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
  }`);

describe('with the keyboard alone', () => {
  it('a profile is added', async () => {
    const { client, origin } = desk.tenant;
    await reach(/^Add a tenant$/);
    await expect.poll(() => isFocusSeen(), patience).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByRole('radio', { name: 'SailPoint ISC' }).waitFor();
    await reach(/SailPoint ISC/, 'ArrowDown');
    await page.keyboard.press('Space');
    await type(/^Name/, 'alpha');
    await type(/^Client id/, client.clientId);
    await type(/^Client secret/, client.clientSecret);
    await reach(/^More options/);
    await page.keyboard.press('Enter');
    await type(/^Token endpoint/, `${origin}/oauth/token`);
    await type(/^API$/, origin);
    await page.keyboard.press('Enter');
    await page.getByText(/^It works/).waitFor();
    await reach(/^Save$/);
    await page.keyboard.press('Enter');
    await pageTitle(page, 'alpha').waitFor();
  });

  it('a profile is pasted as its file', async () => {
    await page.keyboard.press('ControlOrMeta+n');
    await page.getByRole('radio', { name: 'SailPoint ISC' }).waitFor();
    const file = profileFile('beta', desk.tenant);
    await page.evaluate(`{
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', ${JSON.stringify(file)});
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }`);
    await expect.poll(() => page.getByLabel('Name', { exact: true }).inputValue(), patience).toBe('beta');
    await type(/^Client secret/, desk.tenant.client.clientSecret);
    await page.keyboard.press('Enter');
    await page.getByText(/^It works/).waitFor();
    await page.keyboard.press('Enter');
    await pageTitle(page, 'beta').waitFor();
  });

  it('a profile is found and opened', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('alp');
    await expect.poll(() => profileRow(page, '').count(), patience).toBe(1);
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => focusedName(), patience).toMatch(/alpha/);
    await expect.poll(() => isFocusSeen(), patience).toBe(true);
    await page.keyboard.press('Enter');
    await pageTitle(page, 'alpha').waitFor();
  });

  it('its token is copied, from its page and from its row', async () => {
    await desk.app.clipboard.write('before');
    await reach(/^Copy token$/);
    await page.keyboard.press('Enter');
    await page.getByText('Token of alpha copied').waitFor();
    expect(await desk.tenant.accepts(await desk.app.clipboard.text())).toBe(true);

    await desk.app.clipboard.write('before');
    await page.keyboard.press('/');
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowDown');
    await reach(/beta/, 'ArrowDown');
    await page.keyboard.press('ControlOrMeta+c');
    await page.getByText('Token of beta copied').waitFor();
    expect(await desk.tenant.accepts(await desk.app.clipboard.text())).toBe(true);
  });

  it('a profile is deleted, and is back after Undo', async () => {
    await page.keyboard.press('Enter');
    await pageTitle(page, 'beta').waitFor();
    await reach(/^More$/);
    await page.keyboard.press('Enter');
    await page.getByRole('menu').waitFor();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.getByText('beta is deleted').waitFor();
    await expect.poll(() => profileRow(page, 'beta').count(), patience).toBe(0);

    // Where the messages are for the keyboard.
    await page.keyboard.press('F6');
    await reach(/^Undo$/);
    await page.keyboard.press('Enter');
    await page.getByText('beta is back').waitFor();
    await expect.poll(() => profileRow(page, 'beta', 'Valid').count(), patience).toBe(1);
  });

  it('the focus is never lost', async () => {
    await expect.poll(() => page.evaluate('document.activeElement !== document.body'), patience).toBe(true);
  });

  it('left no secret and no token anywhere', async () => {
    expect(await desk.leaks()).toEqual([]);
  });
});
