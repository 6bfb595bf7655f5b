/** A server that nobody has described is looked up in the form, and its code is typed on another device. */
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../../main/clock.ts';
import { startOidcTenant } from '../../../main/demo/oidc/tenant.ts';
import type { OidcTenant } from '../../../main/demo/oidc/tenant.ts';
import { patience, setUpDesk } from './desk.ts';
import type { Desk } from './desk.ts';
import { createPerson } from './person.ts';
import type { Person } from './person.ts';
import { button, pageTitle, profileRow } from './window-parts.ts';

const clientSecret = `device-CANARY-${randomUUID()}`;

let desk: Desk;
let tenant: OidcTenant;
let person: Person;
let page: Page;
beforeAll(async () => {
  tenant = await startOidcTenant({
    clock: systemClock,
    device: { intervalSeconds: 1 },
    clients: [
      {
        clientId: 'tokentray',
        name: 'Tokentray',
        clientAuth: 'client_secret_post',
        clientSecret,
        grantTypes: ['urn:ietf:params:oauth:grant-type:device_code', 'refresh_token'],
      },
    ],
  });
  person = createPerson();
  desk = await setUpDesk();
  await desk.start();
  page = await desk.window();
});
afterAll(async () => {
  await person.close();
  await tenant.close();
  await desk.clear();
});

const press = (name: string) => button(page, name).click();
const card = () => page.getByRole('region', { name: 'Sign-in' });
const valueOf = (label: string) => page.getByLabel(label, { exact: true }).inputValue();

describe('looking a server up', () => {
  it('shows an issuer that differs by one character beside what was entered, and fills in nothing', async () => {
    await press('Add a tenant');
    await page.getByRole('radio', { name: 'OAuth 2.0' }).check();
    await page.getByRole('radio', { name: 'Sign in with a code' }).check();
    await page.getByLabel('Name', { exact: true }).fill('acme');
    await page.getByLabel('Issuer', { exact: true }).fill(`${tenant.endpoints.issuer}/`);
    await press('Look up');
    await page.getByText('The server calls itself by another issuer').waitFor();
    const compared = page.getByRole('table').getByRole('cell');
    expect(await compared.allTextContents()).toEqual([`${tenant.endpoints.issuer}/`, tenant.endpoints.issuer]);
    expect(await valueOf('Token endpoint')).toBe('');
  });

  it('takes the issuer that the server names when the person wants it, and fills in its endpoints', async () => {
    await press('Use this issuer');
    await page.getByText(/^Filled in: .*Token endpoint/).waitFor();
    expect(await valueOf('Issuer')).toBe(tenant.endpoints.issuer);
    expect(await valueOf('Token endpoint')).toBe(tenant.endpoints.token);
    expect(await valueOf('Device authorization endpoint')).toBe(tenant.endpoints.deviceAuthorization);
  });

  it('leaves what was filled in by hand as it is', async () => {
    await page.getByLabel('Token endpoint', { exact: true }).fill(`${tenant.origin}/other`);
    await press('Look up');
    await page.getByText('There was nothing to fill in').waitFor();
    expect(await valueOf('Token endpoint')).toBe(`${tenant.origin}/other`);
    await page.getByLabel('Token endpoint', { exact: true }).fill(tenant.endpoints.token);
  });

  it('says it when there is no such server', async () => {
    await page.getByText('More options').click();
    const description = page.getByLabel('Description of the server', { exact: true });
    await description.fill(`${tenant.origin}/nowhere`);
    await page.getByLabel('Token endpoint', { exact: true }).fill('');
    await press('Look up');
    await expect
      .poll(() => page.locator('.look-up').textContent(), patience)
      .toMatch(/description of the server was found/i);
    await description.fill('');
    await press('Look up');
    await page.getByText('Filled in: Token endpoint').waitFor();
  });
});

describe('a sign-in with a code', () => {
  it('shows the code and opens no browser', async () => {
    await page.getByLabel('Client id', { exact: true }).fill('tokentray');
    await page.getByLabel('Client secret', { exact: true }).fill(clientSecret);
    await page.getByLabel('Scope', { exact: true }).fill('openid profile offline_access');
    await press('Save and sign in');
    await pageTitle(page, 'acme').waitFor();
    await card().getByText('Type this code on the sign-in page').waitFor();
    await card().getByText(tenant.endpoints.device).waitFor();
    expect(await desk.app.opened()).toEqual([]);
  });

  it('has a code that can be copied', async () => {
    const shown = (await card().locator('.device-code [aria-hidden]').textContent()) ?? '';
    expect(shown).toMatch(/^[A-Z]{4}-[A-Z]{4}$/);
    await press('Copy code');
    await expect.poll(() => desk.app.clipboard.text(), patience).toBe(shown);
  });

  it('that the person denies says so', async () => {
    await press('Open the page');
    await expect.poll(() => desk.app.opened(), patience).toHaveLength(1);
    const [address = ''] = await desk.app.opened();
    await person.visit(address, 'Continue', 'Sign in as jane', 'Deny');
    await card()
      .getByText(/was denied/)
      .waitFor();
    expect((await desk.tokentray('token', 'acme')).code).toBe(4);
  });

  it('begins with another code, and ends when the person allowed it', async () => {
    await press('Try again');
    await card().getByText('Type this code on the sign-in page').waitFor();
    await press('Open the page');
    await expect.poll(() => desk.app.opened(), patience).toHaveLength(2);
    const address = (await desk.app.opened())[1] ?? '';
    expect(await person.visit(address, 'Continue', 'Sign in as jane', 'Allow')).toMatch(/signed in/i);
    await profileRow(page, 'acme', 'Valid').waitFor();
    await expect.poll(() => card().count(), patience).toBe(0);
    expect((await desk.tokentray('token', 'acme')).code).toBe(0);
  });

  it('is ended at the server, too', async () => {
    await press('More');
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByText(/and the server is told/).waitFor();
    await press('Sign out');
    await page.getByText('The server was told to end the session.').waitFor();
    expect(tenant.requests.map(({ path }) => path)).toContain('/revoke');
  });
});

it('left no secret and no token anywhere', async () => {
  expect(await desk.leaks(clientSecret)).toEqual([]);
});
