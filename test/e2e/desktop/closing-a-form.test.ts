/** A half-filled form is not lost by closing its window, unless the person says so; quitting asks nobody. */
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { patience, setUpDesk } from './desk.ts';
import type { Desk } from './desk.ts';
import { button } from './window-parts.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await setUpDesk();
  await desk.start();
});
afterAll(() => desk.clear());

const nameField = (page: Page) => page.getByLabel('Name', { exact: true });

async function halfFilledForm(): Promise<Page> {
  const page = await desk.window();
  await button(page, 'Add a tenant').click();
  await page.getByRole('radio', { name: 'SailPoint ISC' }).check();
  await nameField(page).fill('acme-prod');
  return page;
}

async function isAsked(): Promise<void> {
  await expect.poll(() => desk.app.dialogs(), patience).toHaveLength(1);
}

it('a window without anything to lose closes without a question', async () => {
  await desk.window();
  await desk.app.closeWindow();
  await expect.poll(() => desk.app.hasWindow(), patience).toBe(false);
  expect(await desk.app.dialogs()).toEqual([]);
});

it('what was typed is still there for whoever keeps editing', async () => {
  const page = await halfFilledForm();
  await desk.app.closeWindow();
  await isAsked();
  await desk.app.answerDialog('Keep editing');
  expect(await nameField(page).inputValue()).toBe('acme-prod');
});

it('the window closes for whoever gives it up', async () => {
  await desk.app.closeWindow();
  await isAsked();
  await desk.app.answerDialog('Close without saving');
  await expect.poll(() => desk.app.hasWindow(), patience).toBe(false);
});

it('quitting asks nobody', async () => {
  await halfFilledForm();
  expect(await desk.app.quit()).toBe(0);
});
