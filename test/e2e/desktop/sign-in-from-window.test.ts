/** A person adds a profile to which they sign in, and does so: by browser, from another computer, as somebody else, or not at all. */
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { patience, setUpDesk } from './desk.ts';
import type { Desk } from './desk.ts';
import { startPeopleTenant } from './people-tenant.ts';
import type { PeopleTenant } from './people-tenant.ts';
import { createPerson } from './person.ts';
import type { Person } from './person.ts';
import { button, pageTitle, profileRow } from './window-parts.ts';

const jane = 'Sign in as jane.admin';
const omar = 'Sign in as omar.reader';

let desk: Desk;
let tenant: PeopleTenant;
let person: Person;
let page: Page;
beforeAll(async () => {
  tenant = await startPeopleTenant(3);
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
const row = (name: string, more?: string) => profileRow(page, name, more);
const card = () => page.getByRole('region', { name: 'Sign-in' });
const more = async (label: string) => {
  await press('More');
  await page.getByRole('menuitem', { name: label, exact: true }).click();
};

/** The address that was opened last; waits for the one with this number, counted from 1. */
async function openedPage(count: number): Promise<string> {
  await expect.poll(() => desk.app.opened(), patience).toHaveLength(count);
  return (await desk.app.opened()).at(-1) ?? '';
}

interface Definition {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly endpoints: Readonly<Record<'token' | 'authorize' | 'api', string>>;
}

describe('a profile to which a person signs in', () => {
  let definition: Definition;

  it('is filled in without a test, which would have nothing to tell', async () => {
    definition = tenant.profile() as unknown as Definition;
    await press('Add a tenant');
    await page.getByRole('radio', { name: 'SailPoint ISC' }).check();
    await page.getByRole('radio', { name: 'Sign in with the browser' }).check();
    await page.getByText('There is nothing to test before you have signed in.').waitFor();
    expect(await button(page, 'Test').count()).toBe(0);
    await page.getByLabel('Name', { exact: true }).fill('acme');
    await page.getByLabel('Client id').fill(definition.clientId);
    await page.getByLabel('Redirect URI').fill('https://localhost:8080/code');
    await page.getByText('More options').click();
    await page.getByLabel('Token endpoint').fill(definition.endpoints.token);
    await page.getByLabel('Authorization endpoint').fill(definition.endpoints.authorize);
    await page.getByLabel('API', { exact: true }).fill(definition.endpoints.api);
  });

  it('says what is wrong with its redirect URI, and is not stored with it', async () => {
    await press('Save and sign in');
    await page.getByRole('alert').getByText('One field needs your attention').waitFor();
    expect(await page.getByLabel('Redirect URI').getAttribute('aria-invalid')).toBe('true');
    expect(await desk.app.opened()).toEqual([]);
    await page.getByLabel('Redirect URI').fill(definition.redirectUri);
  });

  it('is saved, and the browser opens at the button that says so', async () => {
    await page.getByLabel('Client secret', { exact: true }).fill(tenant.clientSecret);
    await press('Save and sign in');
    await pageTitle(page, 'acme').waitFor();
    const address = await openedPage(1);
    expect(address.startsWith(`${tenant.authorizeEndpoint}?`)).toBe(true);
    await card().getByText('Finish in your browser').waitFor();
    await card().getByText(/left$/).waitFor();
  });

  it('goes on by itself when the person has signed in', async () => {
    expect(await person.visit(await openedPage(1), jane)).toMatch(/signed in/i);
    await page.getByText('You are signed in to acme').waitFor();
    await row('acme', 'Valid.*jane\\.admin at acme-people').waitFor();
    await expect.poll(() => card().count(), patience).toBe(0);
    expect(await tenant.accepts((await desk.tokentray('token', 'acme')).stdout.trim())).toBe(true);
  });

  it('tells when the session ends, and who the token is for', async () => {
    await row('acme', 'session ends').waitFor();
    const facts = page.getByRole('region', { name: 'Remaining life' });
    await expect
      .poll(() => facts.textContent(), patience)
      .toMatch(/SessionEnds .*jane\.admin at acme-people.*AuthoritiesORG_ADMIN/);
  });

  it('is edited without signing in again, and keeps its session', async () => {
    const token = (await desk.tokentray('token', 'acme')).stdout;
    await more('Edit');
    await page.getByText('There is nothing to test before you have signed in.').waitFor();
    await page.getByText('stored', { exact: true }).first().waitFor();
    await page.getByLabel('Tags', { exact: true }).fill('people');
    await press('Save');
    await page.getByText('acme is saved').first().waitFor();
    await row('acme', 'session ends').waitFor();
    expect((await desk.tokentray('token', 'acme')).stdout).toBe(token);
    expect(await desk.app.opened()).toHaveLength(1);
  });

  it('has what Postman asks for, and none of its secrets', async () => {
    await page.getByRole('tab', { name: 'Connection' }).click();
    const postman = page.getByRole('region', { name: 'For Postman and other clients' });
    const words = (await postman.textContent()) ?? '';
    expect(words).toContain(definition.endpoints.authorize);
    expect(words).toContain(definition.redirectUri);
    expect(words).not.toContain('CANARY');
  });

  it('opens the tenant’s own pages at a click', async () => {
    await page.getByRole('navigation', { name: 'Pages of the tenant' }).getByRole('button').first().click();
    expect(await openedPage(2)).not.toContain(tenant.authorizeEndpoint);
  });
});

describe('a sign-in', () => {
  it('that is denied says so, and keeps the session that there is', async () => {
    await more('Sign in again');
    await person.visit(await openedPage(3), 'Deny');
    await card()
      .getByText(/was denied/)
      .waitFor();
    expect((await desk.tokentray('token', 'acme')).code).toBe(0);
    await card().getByRole('button', { name: 'Dismiss' }).click();
    await expect.poll(() => card().count(), patience).toBe(0);
  });

  it('can be cancelled', async () => {
    await more('Sign in again');
    await openedPage(4);
    await card().getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(() => card().count(), patience).toBe(0);
  });

  it('goes to another computer by its link, and comes back by the address that the browser was sent to', async () => {
    await more('Sign in again');
    await openedPage(5);
    await desk.app.clipboard.write('before');
    await card().getByRole('button', { name: 'Copy link' }).click();
    await expect.poll(() => desk.app.clipboard.text(), patience).not.toBe('before');
    const { redirectUri } = JSON.parse((await desk.tokentray('show', 'acme', '--json')).stdout).profile;
    const sentTo = await person.visitElsewhere(await desk.app.clipboard.text(), redirectUri, jane);

    await card().getByText('The browser shows an error').click();
    const field = page.getByLabel('Address from the browser');
    await field.fill(sentTo.replace(/state=[^&]*/, 'state=forged'));
    await press('Go on');
    await page.locator('.field-error').waitFor();
    await field.fill(sentTo);
    await press('Go on');
    await expect.poll(() => card().count(), patience).toBe(0);
    expect(await tenant.accepts((await desk.tokentray('token', 'acme')).stdout.trim())).toBe(true);
  });

  it('of another user than the profile expects replaces nothing before it is allowed', async () => {
    await desk.addProfile('beta', { ...tenant.profile(), expectUser: 'jane.admin' }, tenant.clientSecret);
    await row('beta').click();
    await card().getByRole('button', { name: 'Sign in' }).click();
    await person.visit(await openedPage(6), omar);
    await card().getByText('You signed in as omar.reader').waitFor();
    await card().getByRole('table').getByText('jane.admin').waitFor();
    expect((await desk.tokentray('token', 'beta')).code).toBe(4);

    await card().getByRole('button', { name: 'Do not use it' }).click();
    await card().getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    expect((await desk.tokentray('token', 'beta')).code).toBe(4);
  });

  it('of another user is taken all the same by whoever wants it', async () => {
    await card().getByRole('button', { name: 'Sign in', exact: true }).click();
    await person.visit(await openedPage(7), omar);
    await card().getByRole('button', { name: 'Use it', exact: true }).click();
    await row('beta', 'This token is for the user omar\\.reader, not jane\\.admin').waitFor();
    expect((await desk.tokentray('token', 'beta')).code).toBe(0);
  });
});

describe('signing out', () => {
  it('asks first, and says whether the server was told', async () => {
    const messages = page.getByRole('region', { name: 'Messages' });
    await row('acme').click();
    await more('Sign out');
    await page.getByRole('alertdialog', { name: 'Sign out of acme?' }).waitFor();
    await press('Stay signed in');
    expect((await desk.tokentray('token', 'acme')).code).toBe(0);
    await more('Sign out');
    await press('Sign out');
    await messages.getByText('You are signed out of acme').waitFor();
    await messages.getByText(/is not told, as it has no revocation endpoint/).waitFor();
    await card().getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    expect((await desk.tokentray('token', 'acme')).code).toBe(4);
  });
});

describe('several that need it', () => {
  it('are signed in to one after another, at one press', async () => {
    await desk.addProfile('gamma', tenant.profile(), tenant.clientSecret);
    const before = (await desk.app.opened()).length;
    await press('Sign in to all 2 due');
    const first = await openedPage(before + 1);
    await button(page, 'Stop').waitFor();
    await person.visit(first, jane);
    const second = await openedPage(before + 2);
    await person.visit(second, jane);
    await row('acme', 'Valid').waitFor();
    await row('gamma', 'Valid').waitFor();
    await expect.poll(() => button(page, 'Stop').count(), patience).toBe(0);
    expect(await desk.app.opened()).toHaveLength(before + 2);
  });
});

it('left no secret and no token anywhere', async () => {
  expect(await desk.leaks(tenant.clientSecret, tenant.mark)).toEqual([]);
});
