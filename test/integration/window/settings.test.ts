/** The settings page, answered by the application's own settings. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Page } from 'playwright';
import type { CallName } from '../../../preload/contract.ts';
import type { OpenedWindow } from '../../fixtures/window-harness.ts';
import { scriptWith, viewOf } from '../../fixtures/window-states.ts';
import { FormApplication } from '../../fixtures/form-application.ts';
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
    await page.getByRole('switch', { name: 'Notifications', exact: true }).click();
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

describe('the certificates to trust', () => {
  it('are in a file that is chosen in a dialog of the system', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tokentray-settings-'));
    application.chosenFile = join(folder, 'ca.pem');
    writeFileSync(application.chosenFile, rootCertificates[0] ?? '');
    try {
      const { page } = await openSettings();
      await button(page, 'Choose file: Certificate authorities').click();
      await expect.poll(() => field(page, 'Certificate authorities').inputValue()).toBe(application.chosenFile);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('are not in a file that holds none, which is said', async () => {
    application.chosenFile = import.meta.filename;
    const { page } = await openSettings();
    await button(page, 'Choose file: Certificate authorities').click();
    await page.getByText(/no certificate in PEM or DER form/).waitFor();
    expect(application.settings.get('caFile')).toBeUndefined();
  });
});

describe('the notifications', () => {
  it('can be switched off by kind', async () => {
    const { page } = await openSettings();
    await page.getByRole('switch', { name: 'A profile works again' }).click();
    await page.getByText('Saved').waitFor();
    expect(application.settings.get('notifyRecovered')).toBe('off');
  });

  it('have no kinds to choose while all are off', async () => {
    const { page } = await openSettings();
    const kind = page.getByRole('switch', { name: 'A profile works again' });
    expect(await kind.isDisabled()).toBe(false);
    await page.getByRole('switch', { name: 'Notifications', exact: true }).click();
    await expect.poll(() => kind.isDisabled()).toBe(true);
  });
});

describe('the shortcut of the quick switcher', () => {
  const label = 'Shortcut of the quick switcher';
  const group = (page: Page) => page.getByRole('group', { name: label });

  it('is what is pressed while it is recorded', async () => {
    const { page } = await openSettings();
    await button(page, `Record: ${label}`).press('Enter');
    await page.keyboard.press('Control+Shift+KeyK');
    await group(page).getByText('Control+Shift+K').waitFor();
    expect(application.settings.get('quickSwitcherShortcut')).toBe('Control+Shift+K');
  });

  it('does not open the quick switcher of the window while it is recorded', async () => {
    const { page } = await openSettings();
    await button(page, `Record: ${label}`).click();
    await page.keyboard.press('Control+KeyK');
    await group(page).getByText('Control+K').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('stays as it is with Escape, which leaves neither the page nor a recorder behind', async () => {
    const { page } = await openSettings();
    await button(page, `Record: ${label}`).click();
    await page.keyboard.press('Escape');
    await button(page, `Record: ${label}`).waitFor();
    expect(await page.getByRole('heading', { name: 'Settings', exact: true }).count()).toBe(1);
    expect(application.settings.get('quickSwitcherShortcut')).toBeUndefined();
  });

  it('holds nobody fast: Tab goes on', async () => {
    const { page } = await openSettings();
    await button(page, `Record: ${label}`).click();
    await page.keyboard.press('Tab');
    await expect.poll(() => button(page, `Record: ${label}`).count()).toBe(1);
  });

  it('that would take a letter away is refused, and says why', async () => {
    const { page } = await openSettings();
    await button(page, `Record: ${label}`).click();
    await page.keyboard.press('k');
    await group(page)
      .getByText(/must have Control, Alt, Command or Super in it/)
      .waitFor();
    expect(application.settings.get('quickSwitcherShortcut')).toBeUndefined();
  });

  it('is taken away', async () => {
    await application.settings.set('quickSwitcherShortcut', 'Control+Shift+K');
    const { page } = await openSettings();
    await button(page, `Clear: ${label}`).click();
    await button(page, `Record: ${label}`).waitFor();
    expect(application.settings.get('quickSwitcherShortcut')).toBeUndefined();
  });
});

describe('the default profile', () => {
  it('is chosen from all profiles, found by typing', async () => {
    const { page, calls } = await openSettings();
    await page.getByRole('combobox', { name: 'Default profile' }).click();
    await page.getByRole('dialog', { name: 'Default profile' }).getByRole('combobox').fill('acme');
    await page.getByRole('option', { name: 'acme' }).click();
    expect(await calls('profiles.makeDefault')).toMatchObject([{ input: { id: 'id-acme' } }]);
  });
});

describe('the search', () => {
  const search = (page: Page) => page.getByRole('searchbox', { name: 'Search settings' });

  it('leaves what it finds, with its heading', async () => {
    const { page } = await openSettings();
    await search(page).fill('proxy');
    await expect.poll(() => page.getByRole('heading', { level: 2 }).allTextContents()).toEqual(['Network']);
    await field(page, 'Proxy').waitFor();
  });

  it('that finds nothing says so, and is over with Escape', async () => {
    const { page } = await openSettings();
    await search(page).fill('zzz');
    await page.getByText('No setting has “zzz” in it.').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => field(page, 'Proxy').count()).toBe(1);
  });
});

describe('a reset', () => {
  it('has nothing to do while every setting has its default', async () => {
    const { page } = await openSettings();
    expect(await button(page, 'Reset all settings').isDisabled()).toBe(true);
  });

  it('says what it changes, does so at once, and can be undone', async () => {
    await application.settings.set('theme', 'dark');
    await application.settings.set('clipboardSeconds', '30');
    const { page } = await openSettings();
    await page.getByText(/^Puts 2 settings back to the default: Appearance and Clear the clipboard after\./).waitFor();
    await button(page, 'Reset all settings').click();
    await page.getByText('2 settings back to the default', { exact: true }).waitFor();
    expect(application.settings.get('theme')).toBeUndefined();
    await button(page, 'Undo').click();
    await page.getByText('The settings are as they were').waitFor();
    expect([application.settings.get('theme'), application.settings.get('clipboardSeconds')]).toEqual(['dark', '30']);
  });

  it('keeps the default profile', async () => {
    await application.settings.set('defaultProfile', 'id-acme');
    await application.settings.set('theme', 'dark');
    const { page } = await openSettings();
    await button(page, 'Reset all settings').click();
    await page.getByText('1 setting back to the default', { exact: true }).waitFor();
    expect(application.settings.get('defaultProfile')).toBe('id-acme');
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
