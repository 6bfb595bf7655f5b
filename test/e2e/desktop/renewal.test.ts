/** Tokens that live for seconds are renewed while somebody watches, and while nobody does. */
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { patience, setUpDesk } from './desk.ts';
import type { Desk } from './desk.ts';
import { profileRow } from './window-parts.ts';

let desk: Desk;
let page: Page;
beforeAll(async () => {
  desk = await setUpDesk();
  desk.tenant.client.lifetimeSeconds = 12;
  await desk.start();
  page = await desk.window();
  await desk.addProfile('acme');
  await profileRow(page, 'acme', 'Valid').waitFor();
});
afterAll(() => desk.clear());

/** Its id, as the open page shows it. */
const tokenId = () =>
  page
    .getByRole('row', { name: /\bjti\b/ })
    .getByRole('cell')
    .textContent();

describe('a token that expires in a few seconds', () => {
  it('is another one on the page some seconds later, without anybody doing anything', async () => {
    const first = await tokenId();
    const before = desk.tenant.tokenRequests();
    await expect.poll(tokenId, patience).not.toBe(first);
    expect(desk.tenant.tokenRequests()).toBe(before + 1);
  });

  it('never stops being shown as valid meanwhile', async () => {
    await page.evaluate(watchRow);
    const before = desk.tenant.tokenRequests();
    await expect.poll(() => desk.tenant.tokenRequests(), patience).toBeGreaterThan(before);
    await page.waitForTimeout(500);
    const shown = (await page.evaluate('shownTexts')) as string[];
    expect(new Set(shown).size).toBeGreaterThan(1);
    expect(shown.filter((text) => !/Valid|Renewing|Expires soon/.test(text) || text.includes('expired'))).toEqual([]);
  });

  it('is renewed while the window is closed, and the new one is handed out', async () => {
    await page.close();
    await expect.poll(() => desk.app.hasWindow(), patience).toBe(false);
    const before = desk.tenant.tokenRequests();
    await expect.poll(() => desk.tenant.tokenRequests(), patience).toBeGreaterThan(before);
    const { code, stdout } = await desk.tokentray('token', '--min-valid', '1');
    expect([code, await desk.tenant.accepts(stdout.trim())]).toEqual([0, true]);
  });

  it('is no reason to disturb anybody', async () => {
    expect(await desk.app.notifications()).toEqual([]);
  });
});

it('left no secret and no token anywhere', async () => {
  expect(await desk.leaks()).toEqual([]);
});

/** Keeps every text that the row ever shows from now on. */
const watchRow = `{
  const text = () => document.querySelector('[role=grid] [role=row]')?.textContent ?? 'no row';
  globalThis.shownTexts = [text()];
  new MutationObserver(() => shownTexts.push(text())).observe(document.body, {
    subtree: true, childList: true, characterData: true, attributes: true,
  });
}`;
