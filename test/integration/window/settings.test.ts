/** The settings page, answered by the application's own settings. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Page } from 'playwright';
import type { CallName } from '../../../preload/contract.ts';
import type { OpenedWindow } from '../../fixtures/window-harness.ts';
import { scriptWith, viewOf } from '../../fixtures/window-states.ts';
import { FormApplication } from './form-application.ts';
import { useWindows } from './shown-window.ts';

const open = useWindows();
const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const wrong = {
  ok: false,
  failure: { code: 'storage.keychain_locked', what: 'The keychain is locked.', next: 'Unlock it.' },
};

let application: FormApplication;
beforeEach(() => void (application = new FormApplication()));

async function openSettings(vault?: (input: unknown) => unknown): Promise<OpenedWindow> {
  const answer = (name: CallName, input: unknown) =>
    name === 'vault.changeMode' ? vault?.(input) : application.answer(name, input);
  const shown = await open({ script: scriptWith(Date.now(), [viewOf('acme', Date.now())]), answer });
  await button(shown.page, 'Settings').click();
  await shown.page.getByRole('heading', { name: 'How secrets are kept' }).waitFor();
  return shown;
}

describe('a setting', () => {
  it('is stored when its switch is turned', async () => {
    const { page } = await openSettings();
    await page.getByRole('switch', { name: 'Notifications' }).click();
    await page.getByText('Saved').waitFor();
    expect(application.settings.get('notifications')).toBe('off');
  });

  it('is stored when it is chosen', async () => {
    const { page } = await openSettings();
    await page.getByRole('combobox', { name: 'Appearance' }).click();
    await page.getByRole('option', { name: 'Dark' }).click();
    await page.getByText('Saved').waitFor();
    expect(application.settings.get('theme')).toBe('dark');
  });

  it('is stored once it is typed and left, and goes back to its default', async () => {
    const { page } = await openSettings();
    await field(page, 'Clear the clipboard after').fill('30');
    expect(application.settings.get('clipboardSeconds')).toBeUndefined();
    await page.keyboard.press('Tab');
    await page.getByText('Saved').waitFor();
    expect(application.settings.get('clipboardSeconds')).toBe('30');
    await button(page, 'Reset Clear the clipboard after').click();
    await expect.poll(() => field(page, 'Clear the clipboard after').inputValue()).toBe('60');
    expect(application.settings.get('clipboardSeconds')).toBeUndefined();
  });

  it('that cannot be is not stored: what is wrong stands beside it, and what was typed stays', async () => {
    const { page } = await openSettings();
    await field(page, 'Proxy').fill('socks://proxy');
    await page.keyboard.press('Enter');
    await page.getByText('Proxy must begin with http://').waitFor();
    expect(await field(page, 'Proxy').inputValue()).toBe('socks://proxy');
    expect(application.settings.get('proxy')).toBeUndefined();
  });

  it('goes back to what it was with Escape, which does not leave the page', async () => {
    const { page, calls } = await openSettings();
    await field(page, 'Proxy').fill('half a');
    await page.keyboard.press('Escape');
    expect(await field(page, 'Proxy').inputValue()).toBe('');
    expect(await calls('settings.set')).toEqual([]);
  });
});

describe('what locks the secrets', () => {
  async function choosePassphrase(page: Page): Promise<void> {
    await button(page, 'Change how secrets are kept').click();
    await page.getByRole('radio', { name: 'With a passphrase' }).check();
  }

  it('is changed with a passphrase that was typed twice', async () => {
    const { page, calls } = await openSettings(() => ({ ok: true, value: null }));
    await choosePassphrase(page);
    await field(page, 'Passphrase').fill('passphrase-CANARY');
    await field(page, 'The same again').fill('passphrase-CANARY');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await calls('vault.changeMode')).toMatchObject([
      { input: { mode: 'passphrase', passphrase: 'passphrase-CANARY' } },
    ]);
    expect(await page.content()).not.toContain('CANARY');
  });

  it('stays as it is while the two differ', async () => {
    const { page, calls } = await openSettings();
    await choosePassphrase(page);
    await field(page, 'Passphrase').fill('passphrase-CANARY');
    await field(page, 'The same again').fill('passphrase-CANARI');
    await page.keyboard.press('Enter');
    await page.getByText('The two are not the same.').waitFor();
    expect(await calls('vault.changeMode')).toEqual([]);
  });

  it('stays as it is when main refuses, which is told in the dialog', async () => {
    const { page } = await openSettings(() => wrong);
    await button(page, 'Change how secrets are kept').click();
    await page.getByRole('radio', { name: 'With the system’s keychain' }).check();
    await button(page, 'Use this').click();
    await expect.poll(() => page.getByRole('dialog').getByRole('alert').count()).toBe(1);
  });
});

it('opens the folder of the log', async () => {
  const { page, calls } = await openSettings();
  await button(page, 'Open logs').click();
  expect(await calls('app.openLogs')).toHaveLength(1);
});

it('tells the version and the data folder, and quits', async () => {
  const { page, calls } = await openSettings();
  await page.getByText('Version 0.1.0').waitFor();
  await page.getByText(application.storage.home, { exact: true }).waitFor();
  await button(page, 'Quit Tokentray').click();
  expect(await calls('app.quit')).toHaveLength(1);
});
