/** The list with many profiles: found, narrowed, chosen together, pinned, and as it was left after the next start. */
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { patience, setUpDesk } from './desk.ts';
import type { Desk } from './desk.ts';
import { profileRow } from './window-parts.ts';

let desk: Desk;
let page: Page;
beforeAll(async () => {
  desk = await setUpDesk();
  await desk.addProfile('alpha', { environment: 'production', tags: ['emea'] });
  await desk.addProfile('beta', { environment: 'sandbox' });
  await desk.addProfile('gamma', { environment: 'production' });
  await desk.start();
  page = await desk.window();
  await profileRow(page, 'gamma', 'Valid').waitFor();
});
afterAll(() => desk.clear());

const names = () => page.locator('.row .row-name').allTextContents();
const headings = () => page.getByRole('grid').getByRole('rowheader').allTextContents();
const selected = () => page.getByRole('toolbar', { name: 'Selected profiles' });

/** The first row has the focus. */
async function intoList(): Promise<void> {
  await page.keyboard.press('/');
  await page.keyboard.press('ArrowDown');
}

describe('the list', () => {
  it('is searched while somebody types, and a slip is forgiven', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('gmma');
    await expect.poll(names, patience).toEqual(['gamma']);
    await page.keyboard.press('Escape');
    await expect.poll(names, patience).toEqual(['alpha', 'beta', 'gamma']);
  });

  it('is narrowed to an environment', async () => {
    await page.getByRole('button', { name: 'Filter' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Production 2' }).click();
    await page.keyboard.press('Escape');
    await expect.poll(names, patience).toEqual(['alpha', 'gamma']);
    await page.getByRole('button', { name: 'Remove the filter Production' }).click();
    await expect.poll(names, patience).toEqual(['alpha', 'beta', 'gamma']);
  });

  it('draws all tokens on one axis, and names what comes next', async () => {
    const axis = page.getByRole('figure', { name: 'Tokens over time' });
    await expect.poll(() => axis.textContent(), patience).toMatch(/^Next, (alpha|beta|gamma) is renewed at /);
  });

  it('renews what was selected with the keyboard alone', async () => {
    const before = await desk.tokentray('status', '--json');
    await intoList();
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowDown');
    await selected().getByRole('button', { name: 'Refresh 2 profiles now' }).click();
    await page.getByText('2 profiles have a fresh token').waitFor();
    const after = await desk.tokentray('status', '--json');
    const obtained = (text: string) =>
      (JSON.parse(text) as { obtainedAt: string }[]).map(({ obtainedAt }) => obtainedAt);
    const renewed = obtained(after.stdout).map((at, index) => at !== obtained(before.stdout)[index]);
    // The third may have been renewed by its timer meanwhile.
    expect(renewed.slice(0, 2)).toEqual([true, true]);
  });

  it('gives tags to what is selected, and asks no server', async () => {
    await selected().getByRole('button', { name: 'Change tags' }).click();
    await page.getByRole('textbox', { name: 'New tag' }).fill('core');
    await page.getByRole('button', { name: 'Save tags' }).click();
    await page.getByText('Tags of 2 profiles changed').waitFor();
    const shown = await desk.tokentray('show', 'alpha', '--json');
    expect(shown.stdout).toMatch(/"emea",\s*"core"/);
  });

  it('deletes what is selected after a question, and gives all of it back', async () => {
    await selected().getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete 2 profiles' }).click();
    await expect.poll(names, patience).toEqual(['gamma']);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('2 profiles are back').waitFor();
    await expect.poll(names, patience).toEqual(['alpha', 'beta', 'gamma']);
  });

  it('begins with what is pinned, in the order that was chosen, also after the next start', async () => {
    await profileRow(page, 'gamma').hover();
    await page.getByRole('button', { name: 'Pin gamma' }).click();
    await expect.poll(names, patience).toEqual(['gamma', 'alpha', 'beta']);
    await page.getByRole('button', { name: 'Group and sort' }).click();
    await page.getByRole('menuitemradio', { name: 'Environment' }).click();
    await expect.poll(headings, patience).toEqual(['Pinned1', 'Production1', 'Sandbox1']);
    await desk.app.quit();
    await desk.start();
    page = await desk.window();
    await expect.poll(names, patience).toEqual(['gamma', 'alpha', 'beta']);
    expect(await headings()).toEqual(['Pinned1', 'Production1', 'Sandbox1']);
  });

  it('left no secret and no token anywhere', async () => {
    expect(await desk.leaks()).toEqual([]);
  });
});
