/** axe looks at every screen of the application as it is used, in both themes. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { patience, setUpDesk, wrongSecret } from './desk.ts';
import type { Desk } from './desk.ts';
import { button, profileRow } from './window-parts.ts';

const themes = ['light', 'dark'] as const;

let desk: Desk;
let page: Page;
const press = (name: string) => button(page, name).click();

/** What axe finds in either theme, with the place; fades and slides are over first. */
async function findings(...without: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const theme of themes) {
    await desk.app.setDark(theme === 'dark');
    await expect
      .poll(() => page.evaluate(`matchMedia('(prefers-color-scheme: ${theme})').matches`), patience)
      .toBe(true);
    await page.evaluate('Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => {})))');
    // The newer way opens a page of its own, which the application denies.
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode(true)
      .disableRules([...without])
      .analyze();
    found.push(...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${theme}: ${id}: ${html}`)));
  }
  return found;
}

describe('axe finds nothing', () => {
  beforeAll(async () => {
    desk = await setUpDesk();
    await desk.start();
    page = await desk.window();
  });
  afterAll(() => desk.clear());

  it('on the first screen', async () => {
    await button(page, 'Add a tenant').waitFor();
    expect(await findings()).toEqual([]);
  });

  it('in the form, empty and with issues', async () => {
    await press('Add a tenant');
    await page.getByRole('radio', { name: 'SailPoint ISC' }).waitFor();
    expect(await findings()).toEqual([]);
    await page.getByRole('radio', { name: 'SailPoint ISC' }).check();
    await page.getByText('More options').click();
    await page.getByLabel('Name', { exact: true }).fill('Not A Name');
    await press('Test');
    await page.getByRole('alert').first().waitFor();
    expect(await findings()).toEqual([]);
  });

  it('in the question whether to leave it', async () => {
    await press('Cancel');
    await page.getByRole('alertdialog').waitFor();
    expect(await findings()).toEqual([]);
    await press('Discard');
  });

  it('in the list and on the page of a profile', async () => {
    await desk.addProfile('acme', { environment: 'production', expectUser: 'somebody.else' });
    await desk.addProfile('refused', { environment: 'sandbox' }, wrongSecret);
    await profileRow(page, 'refused', 'Stopped').waitFor();
    await profileRow(page, 'acme').click();
    await page.getByRole('table', { name: /Claims/ }).waitFor();
    expect(await findings()).toEqual([]);
    await page.getByRole('tab', { name: 'Raw' }).click();
    expect(await findings()).toEqual([]);
    await page.getByRole('tab', { name: 'Connection' }).click();
    expect(await findings()).toEqual([]);
  });

  it('on the page of a failing profile, with its menu open', async () => {
    await profileRow(page, 'refused').click();
    await button(page, 'Try again').waitFor();
    expect(await findings()).toEqual([]);
    await press('More');
    await page.getByRole('menu').waitFor();
    // A menu floats above the landmarks; the rule knows that of dialogs only.
    expect(await findings('region')).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('in the question about somebody else’s token, and in messages', async () => {
    await profileRow(page, 'acme').click();
    await press('Copy token');
    await page.getByRole('alertdialog').waitFor();
    expect(await findings()).toEqual([]);
    await press('Copy anyway');
    await page.getByText('Token of acme (production) copied').waitFor();
    expect(await findings()).toEqual([]);
  });

  it('in the settings and in the choice of how secrets are kept', async () => {
    await press('Settings');
    await page.getByRole('heading', { name: 'About' }).waitFor();
    expect(await findings()).toEqual([]);
    await press('Change how secrets are kept');
    await page.getByRole('dialog', { name: /^How secrets/ }).waitFor();
    expect(await findings()).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('offline', async () => {
    await desk.app.setOnline(false);
    await page.getByText(/You are offline/).waitFor();
    expect(await findings()).toEqual([]);
    await desk.app.setOnline(true);
  });

  it('where the passphrase is asked for, and where it was wrong', async () => {
    await desk.app.quit();
    await desk.start({ environment: { TOKENTRAY_PASSPHRASE: '' } });
    page = await desk.app.window();
    await page.getByRole('heading', { name: 'Unlock Tokentray' }).waitFor();
    expect(await findings()).toEqual([]);
    await page.getByLabel('Passphrase', { exact: true }).fill(wrongSecret);
    await press('Unlock');
    await page
      .getByText(/That is not the passphrase/)
      .first()
      .waitFor();
    expect(await findings()).toEqual([]);
    // What was typed stays to be corrected.
    await page.getByLabel('Passphrase', { exact: true }).fill('');
  });

  it('left no secret and no token anywhere', async () => {
    expect(await desk.leaks()).toEqual([]);
  });
});
