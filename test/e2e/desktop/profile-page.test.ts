/** A profile's page as a person reads it: claims in the words of each system, copies in every form, the history, and two tokens compared. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holds } from '../../fixtures/canary-search.ts';
import { launchApp } from './app-under-test.ts';
import type { AppUnderTest } from './app-under-test.ts';
import { patience, profileFile, setUpDesk } from './desk.ts';
import type { Desk } from './desk.ts';
import { button, pageTitle, profileRow } from './window-parts.ts';

/** By the name that the token has for it. */
const claim = (page: Page, name: string) =>
  page
    .getByRole('table', { name: /Claims/ })
    .getByRole('row')
    .filter({ has: page.getByText(name, { exact: true }) });

/** The newer way opens a page of its own, which the application denies. */
async function findings(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

describe('the page of a profile', () => {
  let desk: Desk;
  let page: Page;
  beforeAll(async () => {
    desk = await setUpDesk();
    await desk.start();
    page = await desk.window();
    await desk.addProfile('acme', { environment: 'sandbox' });
    await desk.addProfile('other', { environment: 'production' });
    const row = profileRow(page, '.*', 'Copy the token of acme');
    await row.getByText('Valid').waitFor();
    await row.click();
    await pageTitle(page, 'acme').waitFor();
  });
  afterAll(() => desk.clear());

  it('copies what the token says of itself as JSON, and not the token', async () => {
    await page.getByRole('tab', { name: 'Raw' }).click();
    await button(page, 'Copy the payload').click();
    await page.getByText('The payload is copied').first().waitFor();
    const copied = await desk.app.clipboard.text();
    expect(JSON.parse(copied)).toMatchObject({ org: 'acme-test', user_name: 'jane.admin', authorities: ['ORG_ADMIN'] });
    expect(holds(copied, desk.tenant.mark)).toBe(false);
  });

  it.each([
    ['Token', (text: string) => text.split('.').length === 3],
    ['Request header', (text: string) => text.startsWith('Authorization: Bearer ')],
    ['curl command', (text: string) => text.startsWith('curl ')],
    ['PowerShell command', (text: string) => text.includes('Invoke-RestMethod')],
    ['Request for a .http file', (text: string) => text.includes('GET ')],
    ['Postman environment', (text: string) => 'values' in (JSON.parse(text) as object)],
    ['Environment variable', (text: string) => text.includes('SAIL_ACCESS_TOKEN')],
  ] as const)('copies the %s', async (form, isForm) => {
    await desk.app.clipboard.write('before');
    await button(page, 'Copy as').click();
    await page.getByRole('menuitem', { name: form, exact: true }).click();
    await expect.poll(async () => isFormOf(await desk.app.clipboard.text(), isForm), patience).toBe(true);
  });

  it('narrows the history to what somebody looks for', async () => {
    await page.getByRole('tab', { name: 'History' }).click();
    const entries = page.getByRole('list', { name: 'What happened, newest first' }).getByRole('listitem');
    await button(page, 'Uses').click();
    await expect.poll(() => entries.count(), patience).toBeGreaterThanOrEqual(7);
    await button(page, 'Renewals').click();
    await expect.poll(() => entries.allTextContents(), patience).toEqual([expect.stringContaining('Token obtained')]);
    await button(page, 'Sign-ins').click();
    await page.getByText('Nothing of this kind has happened').waitFor();
  });

  it('follows a change of the definition that was made by the command line', async () => {
    await page.getByRole('tab', { name: 'Connection' }).click();
    const file = join(desk.cli.root, 'changed.json');
    writeFileSync(file, profileFile('acme', desk.tenant, { environment: 'sandbox', tags: ['emea-changed'] }));
    await desk.cli.succeed(['edit', 'acme', '--file', file, '--no-test']);
    await expect.poll(() => page.getByRole('tabpanel').textContent(), patience).toContain('emea-changed');
  });

  it('compares two tokens with the keyboard alone, and says that both allow the same', async () => {
    await button(page, 'More').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menu').waitFor();
    await page.keyboard.type('Comp');
    await page.keyboard.press('Enter');
    await pageTitle(page, 'Compare acme').waitFor();
    await page.getByRole('combobox', { name: 'Compare with' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.type('production');
    await page.keyboard.press('Enter');
    await page.getByText('Both tokens allow the same').waitFor();
    const facts = page.getByRole('table', { name: 'The two profiles' });
    expect(await facts.getByRole('row', { name: /^Environment/ }).textContent()).toContain('SandboxProduction');
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await pageTitle(page, 'acme').waitFor();
  });

  it('left no secret and no token anywhere', async () => {
    expect(await desk.leaks()).toEqual([]);
  });
});

function isFormOf(text: string, isForm: (text: string) => boolean): boolean {
  try {
    return isForm(text);
  } catch {
    return false;
  }
}

describe('the claims of each system', () => {
  let app: AppUnderTest;
  let page: Page;
  beforeAll(async () => {
    app = await launchApp({ arguments: ['--demo'] });
    page = await app.window();
    page.setDefaultTimeout(patience.timeout);
  });
  afterAll(() => app.quit());

  it.each([
    ['demo-acme', 'org', 'Org Name on its dashboard'],
    ['demo-nerm', 'authorities', 'User levels and rights of that user'],
    ['demo-aic', 'realm', 'is the one at the top'],
    ['demo-netfoundry', 'aud', 'The gateway that takes the token'],
  ])('are explained in its own words: %s', async (name, claimName, words) => {
    await profileRow(page, '.*', name).first().click();
    await expect.poll(() => claim(page, claimName).textContent(), patience).toContain(words);
    expect(await findings(page)).toEqual([]);
  });

  it('say which of two tokens may what', async () => {
    await profileRow(page, '.*', 'demo-acme').first().click();
    await button(page, 'Compare with another token').click();
    await page.getByRole('combobox', { name: 'Compare with' }).click();
    await page.getByRole('dialog', { name: 'Compare with' }).getByRole('combobox').fill('aic');
    await page.keyboard.press('Enter');
    await page.getByText('The tokens do not allow the same').waitFor();
    expect(await page.getByRole('list', { name: /^Only demo-aic/ }).textContent()).toContain('fr:am:*');
    expect(await findings(page)).toEqual([]);
  });
});
