/** Profiles that come into the window from files of other tools and leave it as files, as a person does it. */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { patience, setUpDesk, wrongSecret } from './desk.ts';
import type { Desk } from './desk.ts';
import { button, pageTitle } from './window-parts.ts';

const exportPassphrase = 'export words of CANARY';

let desk: Desk;
let page: Page;
beforeAll(async () => {
  desk = await setUpDesk();
  await desk.start();
  page = await desk.window();
});
afterAll(() => desk.clear());

const press = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' }).click();
const names = async () =>
  (JSON.parse((await desk.tokentray('list', '--json')).stdout) as { name: string }[]).map(({ name }) => name);
const inRoot = (name: string) => join(desk.cli.root, name);

function write(name: string, content: unknown): string {
  const path = inRoot(name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

async function openImport(): Promise<void> {
  await press('Import and export');
  await page.getByRole('menuitem', { name: 'Import profiles' }).click();
  await pageTitle(page, 'Import profiles').waitFor();
}

async function chooseFile(path: string): Promise<void> {
  await press('Choose file');
  await expect.poll(() => desk.app.dialogs(), patience).toHaveLength(1);
  await desk.app.chooseFile(path);
}

/** Of the tenant, as somebody has it in Postman. */
function postmanEnvironment(name: string, secret: string) {
  const { origin, client } = desk.tenant;
  const variable = (key: string, value: string, type = 'default') => ({ key, value, type, enabled: true });
  return {
    name,
    values: [
      variable('accessTokenUrl', `${origin}/oauth/token`),
      variable('clientId', client.clientId),
      variable('clientSecret', secret, 'secret'),
    ],
    _postman_variable_scope: 'environment',
  };
}

describe('the first start', () => {
  it('offers to import', async () => {
    await press(/^Import/);
    await pageTitle(page, 'Import profiles').waitFor();
    expect(await button(page, 'Choose file').isEnabled()).toBe(true);
  });
});

describe('importing a Postman environment', () => {
  it('shows what would be created before anything is', async () => {
    await chooseFile(
      write('acme.postman_environment.json', postmanEnvironment('Acme', desk.tenant.client.clientSecret)),
    );
    await page.getByText('Postman environment · acme.postman_environment.json').waitFor();
    const item = page.getByRole('list', { name: 'Profiles to import' }).getByRole('listitem').first();
    await expect.poll(() => item.textContent(), patience).toMatch(/acme.*Client secret included/i);
    expect(await names()).toEqual([]);
  });

  it('stores it with its secret, and its token is there', async () => {
    await press('Import 1 profile');
    await page.getByRole('heading', { name: '1 profile imported' }).waitFor();
    await expect.poll(() => names(), patience).toEqual(['acme']);
    expect(await desk.tenant.accepts((await desk.tokentray('token', 'acme')).stdout.trim())).toBe(true);
  });

  it('is taken back, and nothing is left', async () => {
    await press('Take it back');
    await page.getByText('The import is taken back').waitFor();
    await expect.poll(() => names(), patience).toEqual([]);
  });
});

describe('a name that is taken', () => {
  it('is skipped until somebody decides, and gets another name', async () => {
    await desk.addProfile('acme');
    await chooseFile(write('again.json', postmanEnvironment('Acme', wrongSecret)));
    await page.getByText('There is a profile named acme already').waitFor();
    expect(await button(page, 'Import').isEnabled()).toBe(false);
    await page.getByRole('checkbox', { name: 'Import acme' }).click();
    await expect.poll(() => page.getByLabel('New name').inputValue(), patience).toBe('acme-2');
    await page.getByLabel('New name').fill('Acme Two');
    await page.getByText(/^Must be 1 to 64 lower-case letters/).waitFor();
    await page.getByLabel('New name').fill('acme-two');
    await press('Import 1 profile');
    await page.getByRole('heading', { name: '1 profile imported' }).waitFor();
    await expect.poll(() => names(), patience).toEqual(['acme', 'acme-two']);
    await press('Done');
  });
});

describe('pasting', () => {
  it('a configuration of the SailPoint CLI asks for what is not in it', async () => {
    await openImport();
    const text = 'authtype: pat\nenvironments:\n  globex:\n    tenanturl: https://globex.identitynow.com\n';
    await page.getByLabel('Text of a document').focus();
    await page.evaluate(`{
      const data = new DataTransfer();
      data.setData('text/plain', ${JSON.stringify(text)});
      const paste = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
      document.activeElement.dispatchEvent(paste);
    }`);
    await page.getByText('SailPoint CLI configuration · Pasted text').waitFor();
    await page.getByText(/^1 profile lacks something/).waitFor();
    await page.getByLabel('Client id').fill('4f5a1c2d3e4f5a6b7c8d9e0f1a2b3c4d');
    await press('Import 1 profile');
    await expect.poll(() => page.getByText(/Needs its client secret/).isVisible(), patience).toBe(true);
    await press('Enter it for globex');
    await page.getByLabel('Client secret', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
  });
});

describe('the export', () => {
  const openExport = async () => {
    await press('Import and export');
    await page.getByRole('menuitem', { name: 'Export profiles' }).click();
    await page.getByRole('dialog', { name: 'Export all profiles' }).waitFor();
  };

  it('wants a passphrase that is worth it, twice', async () => {
    await openExport();
    await page.getByRole('radio', { name: 'Definitions and secrets' }).check();
    await page.getByLabel('Passphrase', { exact: true }).fill('short');
    await press('Choose where to save');
    await page.getByText('It is too short for a file that others may get hold of.').waitFor();
    await page.getByLabel('Passphrase', { exact: true }).fill(exportPassphrase);
    await page.getByLabel('The same again').fill(`${exportPassphrase}?`);
    await page.getByText('The two are not the same.').waitFor();
    expect(await desk.app.dialogs()).toEqual([]);
  });

  it('writes an encrypted file for its owner alone', async () => {
    await page.getByLabel('The same again').fill(exportPassphrase);
    await press('Choose where to save');
    await expect.poll(() => desk.app.dialogs(), patience).toHaveLength(1);
    await desk.app.chooseFile(inRoot('all.encrypted.json'));
    await page.getByText('3 profiles exported').waitFor();
    expect(readFileSync(inRoot('all.encrypted.json'), 'utf8')).not.toMatch(/CANARY|acme|globex/);
    expect(statSync(inRoot('all.encrypted.json')).mode & 0o077).toBe(0);
  });

  it('without secrets holds none, and is not written when nobody says where', async () => {
    await openExport();
    await press('Choose where to save');
    await expect.poll(() => desk.app.dialogs(), patience).toHaveLength(1);
    await desk.app.answerDialog('Cancel');
    await expect.poll(() => button(page, 'Choose where to save').isEnabled(), patience).toBe(true);
    await press('Choose where to save');
    await expect.poll(() => desk.app.dialogs(), patience).toHaveLength(1);
    await desk.app.chooseFile(inRoot('all.json'));
    await expect.poll(() => existsSync(inRoot('all.json')), patience).toBe(true);
    expect(readFileSync(inRoot('all.json'), 'utf8')).toContain('"name": "acme"');
    expect(readFileSync(inRoot('all.json'), 'utf8')).not.toContain(desk.tenant.client.clientSecret);
  });
});

describe('an encrypted export', () => {
  it('asks for its passphrase, again when it is another, and shows what is in it', async () => {
    await openImport();
    await chooseFile(inRoot('all.encrypted.json'));
    await page.getByLabel('Passphrase', { exact: true }).fill('another one altogether');
    await press('Open');
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Passphrase', { exact: true }).fill(exportPassphrase);
    await press('Open');
    await page.getByText('There is a profile named acme already').waitFor();
    expect(await page.getByText('Client secret included').count()).toBe(2);
    await press('Another file');
  });

  it('can be dropped on the page', async () => {
    await page.evaluate(`{
      const data = new DataTransfer();
      data.items.add(new File([${JSON.stringify(readFileSync(inRoot('all.encrypted.json'), 'utf8'))}], 'dropped.json'));
      document.querySelector('h1').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }));
    }`);
    await expect.poll(() => page.getByText('This export is encrypted').isVisible(), patience).toBe(true);
    await press('Another file');
  });
});

describe('the secrets', () => {
  it('were never told to the window', async () => {
    const told = (await desk.app.told()).join('\n');
    expect(told).not.toContain(desk.tenant.client.clientSecret);
    expect(told).not.toContain('CANARY');
  });
});
