/** A profile from the empty form to its token, and what its owner does with it later: rename, refresh, make default, delete, undo. */
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { patience, setUpDesk, wrongSecret } from './desk.ts';
import type { Desk } from './desk.ts';
import { button, pageTitle, profileRow } from './window-parts.ts';

let desk: Desk;
let page: Page;
beforeAll(async () => {
  desk = await setUpDesk();
  await desk.start();
  page = await desk.window();
});
afterAll(() => desk.clear());

const names = async () =>
  (JSON.parse((await desk.tokentray('list', '--json')).stdout) as { name: string }[]).map(({ name }) => name);
const row = (name: string) => profileRow(page, name);
const title = (name: string) => pageTitle(page, name);
const press = (name: string) => button(page, name).click();
const more = async (label: string) => {
  await press('More');
  await page.getByRole('menuitem', { name: label }).click();
};

describe('the form', () => {
  it('says what is wrong with a field that was left, and takes what it suggests', async () => {
    await press('Add a tenant');
    await page.getByRole('radio', { name: 'SailPoint ISC' }).check();
    await page.getByLabel('Name', { exact: true }).fill('Acme Prod');
    await page.getByLabel('Client id').focus();
    await press('Use acme-prod');
    await expect.poll(() => page.getByLabel('Name', { exact: true }).inputValue(), patience).toBe('acme-prod');
    await expect.poll(() => button(page, 'Use acme-prod').isVisible(), patience).toBe(false);
  });

  it('stores nothing that the server refuses, and says what to do', async () => {
    const { origin, client } = desk.tenant;
    await page.getByLabel('Client id').fill(client.clientId);
    await page.getByLabel('Client secret', { exact: true }).fill(wrongSecret);
    await page.getByText('More options').click();
    await page.getByLabel('Token endpoint').fill(`${origin}/oauth/token`);
    await page.getByLabel('API', { exact: true }).fill(origin);
    await press('Test');
    await expect.poll(() => page.getByRole('alert').textContent(), patience).toMatch(/client/i);
    expect(await button(page, 'Save').isVisible()).toBe(false);
    expect(await names()).toEqual([]);
  });

  it('tests with the right secret without storing it, then saves, and the token is there', async () => {
    await page.getByLabel('Client secret', { exact: true }).fill(desk.tenant.client.clientSecret);
    await press('Test');
    await page.getByText(/^It works: the token is valid until/).waitFor();
    await expect.poll(() => page.getByText('For: jane.admin at acme-test').isVisible(), patience).toBe(true);
    expect(await names()).toEqual([]);

    await press('Save');
    await title('acme-prod').waitFor();
    await expect.poll(() => row('acme-prod').textContent(), patience).toMatch(/Valid.*jane\.admin at acme-test/);
    await expect.poll(() => names(), patience).toEqual(['acme-prod']);
    expect(await desk.tenant.accepts((await desk.tokentray('token')).stdout.trim())).toBe(true);
  });
});

describe('a profile', () => {
  it('is renamed by an edit, which asks for no secret, and the tray follows', async () => {
    const requests = desk.tenant.tokenRequests();
    await more('Edit');
    await page.getByLabel('Name', { exact: true }).fill('acme-live');
    await press('Save');
    await title('acme-live').waitFor();
    await expect.poll(() => desk.app.tray.tooltip(), patience).toMatch(/^acme-live · until /);
    expect(desk.tenant.tokenRequests()).toBe(requests);
    await expect.poll(() => names(), patience).toEqual(['acme-live']);
  });

  it('is refreshed when asked', async () => {
    const before = desk.tenant.tokenRequests();
    const token = await page.getByRole('row', { name: /\bjti\b/ }).textContent();
    await press('Refresh');
    await page.getByText('acme-live has a fresh token').waitFor();
    expect(desk.tenant.tokenRequests()).toBe(before + 1);
    await expect.poll(() => page.getByRole('row', { name: /\bjti\b/ }).textContent(), patience).not.toBe(token);
  });

  it('is refreshed from the tray, too', async () => {
    const before = desk.tenant.tokenRequests();
    const label = (await desk.app.tray.menu()).find(({ label }) => label.includes('acme-live (default)'))?.label ?? '';
    await desk.app.tray.choose(label, 'Refresh now');
    await expect.poll(() => desk.tenant.tokenRequests(), patience).toBe(before + 1);
  });

  it('becomes the default, and the tray shows and copies that one', async () => {
    await desk.addProfile('beta');
    await row('beta').click();
    await more('Make default');
    await page.getByText('beta is the default now').waitFor();
    await expect.poll(() => desk.app.tray.tooltip(), patience).toMatch(/^beta · until /);
    expect((await desk.app.tray.menu())[0]?.label).toMatch(/^Copy beta \(until /);
    await expect.poll(() => row('beta').textContent(), patience).toContain('default profile');
  });

  it('is deleted, and is back whole after Undo', async () => {
    const before = desk.tenant.tokenRequests();
    await more('Delete');
    await page.getByText('beta is deleted').waitFor();
    await expect.poll(names, patience).toEqual(['acme-live']);
    await press('Undo');
    await page.getByText('beta is back').waitFor();
    await expect.poll(names, patience).toEqual(['acme-live', 'beta']);
    await expect.poll(() => row('beta').textContent(), patience).toMatch(/default profile.*Valid/);
    await expect.poll(() => desk.app.tray.tooltip(), patience).toMatch(/^beta · until /);
    expect(desk.tenant.tokenRequests()).toBe(before);
  });

  it('that is deleted and not called back is gone with its token', async () => {
    await more('Delete');
    await page.getByText('beta is deleted').waitFor();
    await expect.poll(() => row('beta').isVisible(), patience).toBe(false);
    expect((await desk.tokentray('token', 'beta')).code).toBe(3);
  });
});

it('left no secret and no token anywhere', async () => {
  expect(await desk.leaks()).toEqual([]);
});
