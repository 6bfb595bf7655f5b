/** Documents that are pasted into the form, dropped on it or chosen as a file: each kind of them fills it, and says so. */
import { generateKeyPairSync } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Page } from 'playwright';
import type { OpenedWindow } from '../../fixtures/window-harness.ts';
import { scriptWith, viewOf } from '../../fixtures/window-states.ts';
import { FormApplication } from '../../fixtures/form-application.ts';
import { useWindows } from './shown-window.ts';

const open = useWindows();
const secret = 'secret-CANARY-pasted';

let application: FormApplication;
beforeEach(async () => void (application = await new FormApplication().toPresent()));

async function openForm(): Promise<OpenedWindow> {
  const shown = await open({
    script: scriptWith(Date.now(), [viewOf('other', Date.now())]),
    answer: application.answer,
  });
  await shown.page.getByRole('button', { name: 'Add a tenant' }).click();
  await shown.page.getByRole('radio', { name: 'SailPoint ISC' }).waitFor();
  return shown;
}

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const told = (page: Page, source: string) =>
  page.getByRole('status').filter({ hasText: `Filled in from the ${source}` });

/** Where the focus is. As a string: the page knows the names of a browser, which this file does not. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate(`{
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', ${JSON.stringify(text)});
    (document.activeElement ?? document.body).dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }`);
}

const curl = `curl --location 'https://acme.api.identitynow.com/oauth/token' \\
--form 'grant_type="client_credentials"' --form 'client_id="id-1"' --form 'client_secret="${secret}"'`;
const jwk = JSON.stringify(generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey.export({ format: 'jwk' }));
const credentials = JSON.stringify({
  clientId: 'id-2',
  password: secret,
  authenticationUrl: 'https://netfoundry-production.auth0.com/oauth/token',
});
const info = JSON.stringify({
  tenantName: 'iga-acme',
  authorizeEndpoint: 'https://iga-acme.login.sailpoint.com/oauth/authorize',
  tokenEndpoint: 'https://iga-acme.api.identitynow.com/oauth/token',
  cloudDomainUrl: 'https://iga.acme.com',
});
const postman = JSON.stringify({
  name: 'Acme',
  _postman_variable_scope: 'environment',
  values: [
    { key: 'tenant', value: 'acme', enabled: true },
    { key: 'domain', value: 'identitynow', enabled: true },
    { key: 'clientId', value: 'id-3', enabled: true },
    { key: 'clientSecret', value: secret, enabled: true },
  ],
});
const profile = JSON.stringify({ name: 'acme-new', system: 'isc', auth: 'client_credentials', tenant: 'acme' });

describe('what is pasted anywhere on the form', () => {
  it.each([
    { source: 'curl command', text: curl, system: 'SailPoint ISC', filled: { Tenant: 'acme', 'Client id': 'id-1' } },
    { source: 'NetFoundry', text: credentials, system: 'NetFoundry', filled: { 'Client id': 'id-2' } },
    { source: 'answer of /oauth/info', text: info, system: 'SailPoint ISC', filled: { Tenant: 'iga-acme' } },
    { source: 'Postman environment', text: postman, system: 'SailPoint ISC', filled: { 'Client id': 'id-3' } },
    { source: 'Tokentray', text: profile, system: 'SailPoint ISC', filled: { Name: 'acme-new' } },
    { source: 'private key', text: jwk, system: 'PingOne AIC', filled: {} },
  ])('fills it: $source', async ({ source, text, system, filled }) => {
    const { page } = await openForm();
    await paste(page, text);
    await told(page, source).waitFor();
    expect(await page.getByRole('radio', { name: system }).isChecked()).toBe(true);
    for (const [label, value] of Object.entries(filled)) expect(await field(page, label).inputValue()).toBe(value);
    expect(await page.content()).not.toContain('CANARY');
  });

  it('may be pasted into a field, which does not show it', async () => {
    const { page } = await openForm();
    await page.getByRole('radio', { name: 'SailPoint ISC' }).check();
    await field(page, 'Name').focus();
    await paste(page, curl);
    await told(page, 'curl command').waitFor();
    expect(await field(page, 'Client id').inputValue()).toBe('id-1');
    expect(await page.content()).not.toContain('CANARY');
  });

  it('is left in the field where it is no document after all', async () => {
    const { page } = await openForm();
    await page.getByRole('radio', { name: 'SailPoint ISC' }).check();
    await field(page, 'Name').focus();
    await paste(page, '{"no":"profile"}');
    await expect.poll(() => field(page, 'Name').inputValue()).toBe('{"no":"profile"}');
  });

  it('is saved with the secrets that came along, which the window has never seen', async () => {
    const { page, calls } = await openForm();
    await paste(page, curl);
    await told(page, 'curl command').waitFor();
    await field(page, 'Name').fill('acme-new');
    await button(page, 'Test').click();
    await page.getByText('It works').waitFor();
    await button(page, 'Save').click();
    await page.getByText('acme-new is saved').first().waitFor();
    expect(await application.storedSecret('acme-new')).toBe(secret);
    expect(JSON.stringify(await calls('profiles.save'))).not.toContain('CANARY');
  });

  it('can be taken back', async () => {
    const { page } = await openForm();
    await paste(page, curl);
    await button(page, 'Undo').click();
    await told(page, 'curl command').waitFor({ state: 'detached' });
    expect(await page.getByRole('radio', { name: 'SailPoint ISC' }).isChecked()).toBe(false);
  });

  it('with a field that there is not offers the one that was meant', async () => {
    const { page } = await openForm();
    await paste(page, profile.replace('tenant', 'tenent'));
    await button(page, 'Use tenant').click();
    expect(await field(page, 'Tenant').inputValue()).toBe('acme');
  });

  it('and is nothing that is known is said to be so', async () => {
    const { page } = await openForm();
    await paste(page, 'dear diary');
    await expect.poll(() => page.getByText('Nothing in that can fill in the form').first().isVisible()).toBe(true);
  });
});

describe('Paste what you have', () => {
  it('takes a document with the keyboard alone', async () => {
    const { page } = await openForm();
    await button(page, 'Paste what you have').focus();
    await page.keyboard.press('Enter');
    await field(page, 'Text of the document').and(page.locator(':focus')).waitFor();
    await paste(page, curl);
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(() => told(page, 'curl command').isVisible()).toBe(true);
  });

  it('says what it takes where it cannot use what it was given', async () => {
    const { page } = await openForm();
    await button(page, 'Paste what you have').click();
    await field(page, 'Text of the document').fill('dear diary');
    await button(page, 'Fill in the form').click();
    await expect
      .poll(() => page.getByRole('dialog').getByText('Nothing in that can fill in the form.').isVisible())
      .toBe(true);
  });

  it('takes a file', async () => {
    const { page } = await openForm();
    await button(page, 'Paste what you have').click();
    await page
      .getByRole('dialog')
      .locator('input[type=file]')
      .setInputFiles({
        name: 'credentials.json',
        mimeType: 'application/json',
        buffer: Buffer.from(credentials),
      });
    await expect.poll(() => told(page, 'NetFoundry').isVisible()).toBe(true);
  });
});
