/** A vault that a passphrase locks: the window asks for it, says when it is wrong, and opens everything when it is right. */
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { passphrase, patience, setUpDesk, wrongSecret } from './desk.ts';
import type { Desk } from './desk.ts';
import { profileRow } from './window-parts.ts';

describe('a passphrase', () => {
  let desk: Desk;
  let page: Page;
  beforeAll(async () => {
    desk = await setUpDesk();
    await desk.addProfile('acme');
    await desk.addProfile('beta');
    await desk.tokentray('default', 'acme');
    // The token of this one lives on.
    await desk.tokentray('token', 'beta');
    await desk.start({ environment: { TOKENTRAY_PASSPHRASE: '' } });
    page = await desk.app.window();
  });
  afterAll(() => desk.clear());

  const rowLabels = async () => (await desk.app.tray.menu()).map(({ label }) => label);

  const unlock = async (typed: string) => {
    await page.getByLabel('Passphrase', { exact: true }).fill(typed);
    await page.getByRole('button', { name: 'Unlock' }).click();
  };

  it('is asked for by a window that opens by itself, and until then no server is asked', async () => {
    await page.getByRole('heading', { name: 'Unlock Tokentray' }).waitFor();
    expect(await page.getByRole('row').count()).toBe(0);
    expect(desk.tenant.tokenRequests()).toBe(1);
    await desk.trayShows(/locked/);
    await expect.poll(async () => rowLabels(), patience).toContainEqual(expect.stringMatching(/beta.*, locked/));
    expect(await rowLabels()).toContain('Unlock…');
  });

  it('that is wrong opens nothing, and can be tried again', async () => {
    await unlock(wrongSecret);
    await page.getByText('That is not the passphrase of this vault. Nothing is lost: try again.').waitFor();
    expect(desk.tenant.tokenRequests()).toBe(1);
  });

  it('that is right opens everything, and the tokens come', async () => {
    await unlock(passphrase);
    await expect.poll(() => profileRow(page, 'acme', 'Valid').isVisible(), patience).toBe(true);
    await desk.trayShows(/^acme · until /);
    expect(desk.tenant.tokenRequests()).toBe(2);
    // The application hands the token out: the command needs no passphrase.
    const { code } = await desk.cli.run(['token', 'acme'], { environment: { TOKENTRAY_PASSPHRASE: '' } });
    expect(code).toBe(0);
  });

  it('left no secret and no token anywhere', async () => {
    expect(await desk.leaks()).toEqual([]);
  });
});
