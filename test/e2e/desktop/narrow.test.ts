/** The window at 420 pixels: every page can be reached and used, and nothing has to be scrolled sideways. */
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { patience, setUpDesk, wrongSecret } from './desk.ts';
import type { Desk } from './desk.ts';
import { button, profileRow } from './window-parts.ts';

let desk: Desk;
let page: Page;
const size = { width: 420, height: 640 };
beforeAll(async () => {
  desk = await setUpDesk();
  await desk.start({ viewport: size });
  page = await desk.window();
});
afterAll(() => desk.clear());

const press = (name: string) => button(page, name).click();

/** Names of what can be pressed but lies outside the window's width, and whether the page is wider than the window. */
const overflow = () =>
  page.evaluate(`{
    const { scrollWidth, clientWidth } = document.documentElement;
    const outside = [...document.querySelectorAll('button, input, a, [role=tab], [role=combobox]')]
      .filter((element) => element.checkVisibility())
      .filter((element) => { const { left, right } = element.getBoundingClientRect(); return left < 0 || right > innerWidth; })
      .map((element) => element.ariaLabel ?? element.textContent);
    const sideways = [...document.querySelectorAll('main, section, article, form')]
      .filter((element) => element.scrollWidth > element.clientWidth && getComputedStyle(element).overflowX !== 'visible'
        && getComputedStyle(element).overflowX !== 'hidden')
      .map((element) => element.className);
    [...outside, ...sideways, ...(scrollWidth > clientWidth ? ['the page'] : [])];
  }`);

describe('at 420 pixels', () => {
  it('the first screen fits', async () => {
    await button(page, 'Try it with a demo tenant').waitFor();
    expect(await page.evaluate('innerWidth')).toBe(size.width);
    expect(await overflow()).toEqual([]);
  });

  it('the form fits, with all its options', async () => {
    await press('Add a tenant');
    await page.getByRole('radio', { name: 'SailPoint ISC' }).check();
    await page.getByText('More options').click();
    await page.getByLabel('Expected user').waitFor();
    expect(await overflow()).toEqual([]);
    await press('Cancel');
  });

  it('the list fits, with long names and with trouble', async () => {
    await desk.addProfile('acme', { label: 'Acme production in the region Europe, Middle East and Africa' });
    await desk.addProfile('a-name-that-is-exactly-as-long-as-a-name-may-be-0123456789abcdef', {}, wrongSecret);
    await expect.poll(() => profileRow(page, 'a-name', 'Stopped').isVisible(), patience).toBe(true);
    expect(await overflow()).toEqual([]);
  });

  it('a profile takes the place of the list, with the way back', async () => {
    await profileRow(page, 'Acme production').click();
    await page.getByRole('table', { name: /Claims/ }).waitFor();
    expect(await page.getByRole('grid').count()).toBe(0);
    expect(await overflow()).toEqual([]);
    await page.getByRole('tab', { name: 'Raw' }).click();
    expect(await overflow()).toEqual([]);
    await page.getByRole('tab', { name: 'Connection' }).click();
    expect(await overflow()).toEqual([]);
    await press('All profiles');
  });

  it('a failing profile says what to do', async () => {
    await profileRow(page, 'a-name', 'Stopped').click();
    await button(page, 'Try again').waitFor();
    expect(await overflow()).toEqual([]);
    await press('All profiles');
  });

  it('the settings fit', async () => {
    await press('Settings');
    await page.getByRole('heading', { name: 'About' }).waitFor();
    expect(await overflow()).toEqual([]);
    await press('Back');
  });

  it('a token is copied, and the message about it fits', async () => {
    await desk.app.clipboard.write('before');
    await profileRow(page, 'Acme production').hover();
    await press('Copy the token of acme');
    await page.getByText('Token of acme copied').waitFor();
    expect(await overflow()).toEqual([]);
    expect(await desk.tenant.accepts(await desk.app.clipboard.text())).toBe(true);
  });

  it('left no secret and no token anywhere', async () => {
    expect(await desk.leaks()).toEqual([]);
  });
});
