/** Copying and revealing in the window: what is said, what is asked first, and that a token is seen only while a button is held. */
import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { holds } from '../../fixtures/canary-search.ts';
import { patience, setUpDesk } from './desk.ts';
import type { Desk } from './desk.ts';
import { button, profileRow } from './window-parts.ts';

let desk: Desk;
let page: Page;
beforeAll(async () => {
  desk = await setUpDesk();
  await desk.start();
  page = await desk.window();
  await desk.addProfile('acme');
  await desk.addProfile('strange', { expectUser: 'somebody.else', expectOrg: 'acme-test' });
  await row('strange').getByText('Valid').waitFor();
});
afterAll(() => desk.clear());
beforeEach(() => desk.app.clipboard.write('before'));

const row = (name: string) => profileRow(page, name);
const press = (name: string) => button(page, name).click();
/** Whether any token stands in the page. */
const isShown = async () => holds(await page.content(), desk.tenant.mark);
const isCopied = async () => desk.tenant.accepts(await desk.app.clipboard.text());

describe('the window', () => {
  it('copies the token of a row, and says for how long it is good and when it leaves the clipboard', async () => {
    await row('acme').hover();
    await press('Copy the token of acme');
    await page.getByText('Token of acme copied').waitFor();
    await page.getByText(/^Good for .*\. Leaves the clipboard in (1 minute|59 seconds)\.$/).waitFor();
    expect(await isCopied()).toBe(true);
    expect((await desk.app.clipboard.formats()).length).toBeGreaterThan(2);
  });

  it('copies a command that fetches the token, or holds it when that is wanted', async () => {
    await row('acme').click();
    await press('Copy as');
    await page.getByRole('menuitem', { name: /curl/i }).click();
    await page.getByText(/curl.* of acme copied/i).waitFor();
    expect(await desk.app.clipboard.text()).toContain('$(tokentray token acme)');

    await press('Copy as');
    await page.getByRole('menuitemcheckbox', { name: /With the token itself/ }).click();
    await page.getByRole('menuitem', { name: /curl/i }).click();
    await expect.poll(async () => holds(await desk.app.clipboard.text(), desk.tenant.mark), patience).toBe(true);
  });

  it('asks before it copies a token that is not for the expected user', async () => {
    await row('strange').click();
    await press('Copy token');
    const question = page.getByRole('alertdialog', { name: 'This token is for somebody else' });
    await question.waitFor();
    expect(await question.textContent()).toMatch(/somebody\.else.*jane\.admin/s);
    await press('Cancel');
    await question.waitFor({ state: 'hidden' });
    expect(await desk.app.clipboard.text()).toBe('before');

    await press('Copy token');
    await press('Copy anyway');
    await page.getByText('Token of strange copied').waitFor();
    expect(await isCopied()).toBe(true);
  });

  it('says all along that the token is not for whom it should be', async () => {
    expect(await page.getByRole('article').textContent()).toMatch(/somebody\.else/);
    expect(await row('strange').textContent()).toMatch(/somebody\.else/);
  });

  it('left no secret and no token in any file, output, message or page so far', async () => {
    const messages = (await desk.app.told()).filter((message) => holds(message, desk.tenant.mark));
    expect(messages).toEqual([]);
    expect(await isShown()).toBe(false);
  });

  it('shows a token while a button is held, and hands it over for that alone', async () => {
    await row('acme').click();
    const place = page.getByRole('group', { name: 'Token of acme' });
    await page.getByRole('button', { name: 'Hold to reveal' }).focus();
    await page.keyboard.down('Space');
    await expect.poll(isShown, patience).toBe(true);
    expect(await desk.tenant.accepts((await place.textContent()) ?? '')).toBe(true);
    await page.keyboard.up('Space');
    await expect.poll(isShown, patience).toBe(false);
    const messages = (await desk.app.told()).filter((message) => holds(message, desk.tenant.mark));
    expect(messages).toHaveLength(1);
  });

  it('hides it again when the person leaves', async () => {
    // What was copied before is told on top of the button, for a while.
    await expect.poll(() => page.getByText(/copied$/).count(), patience).toBe(0);
    const { x = 0, y = 0 } = (await page.getByRole('button', { name: 'Hold to reveal' }).boundingBox()) ?? {};
    await page.mouse.move(x + 10, y + 10);
    await page.mouse.down();
    await expect.poll(isShown, patience).toBe(true);
    await page.evaluate("window.dispatchEvent(new Event('blur'))");
    await expect.poll(isShown, patience).toBe(false);
    await page.mouse.up();
  });

  it('tells in the history of the profile what was copied, while somebody looks at it', async () => {
    await row('acme').click();
    await page.getByRole('tab', { name: 'History' }).click();
    const entries = page.getByRole('list', { name: 'What happened, newest first' }).getByRole('listitem');
    await expect.poll(() => entries.last().textContent(), patience).toContain('Token obtained');
    const before = await entries.count();
    await press('Copy token');
    await expect.poll(() => entries.count(), patience).toBe(before + 1);
    expect(await entries.first().textContent()).toContain('Copied');
    expect(await isShown()).toBe(false);
  });

  it('left the revealed token in no file and no output, and nowhere in the page', async () => {
    expect(await desk.leaks()).toEqual(['messages to the window']);
  });
});
