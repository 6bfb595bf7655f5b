/** The screen that stands in for everything while the vault is locked. */
import { describe, expect, it } from 'vitest';
import type { AppHeader, VaultLock } from '../../../preload/views.ts';
import type { OpenedWindow } from '../../fixtures/window-harness.ts';
import { scriptWith, viewOf } from '../../fixtures/window-states.ts';
import { useWindows } from './shown-window.ts';

const open = useWindows();
const passphrase = 'passphrase-CANARY';
const needed: VaultLock = {
  kind: 'passphrase',
  failure: { code: 'storage.passphrase_needed', what: 'The vault is locked.', next: 'Enter the passphrase.' },
};
const closed: VaultLock = {
  kind: 'keychain',
  failure: { code: 'storage.keychain_locked', what: 'The keychain is locked.', next: 'Unlock it.' },
};
const failed = (code: string, what: string) => ({ ok: false, failure: { code, what, next: '' } });
const script = (lock: VaultLock) => scriptWith(Date.now(), [viewOf('acme', Date.now())], { lock });

async function openLocked(lock: VaultLock, answer?: (input: unknown) => unknown): Promise<OpenedWindow> {
  return open({
    script: script(lock),
    ...(answer === undefined ? {} : { answer: (name, input) => (name === 'vault.unlock' ? answer(input) : undefined) }),
  });
}

/** As main says it once the vault is open. */
async function opened({ emit }: OpenedWindow): Promise<void> {
  const { profiles: _profiles, ...header } = script(needed).state;
  await emit('app.changed', { ...header, lock: null } satisfies AppHeader);
}

describe('a vault with a passphrase', () => {
  it('has the focus in its field, and opens with Enter', async () => {
    const shown = await openLocked(needed, () => ({ ok: true, value: null }));
    const { page, calls } = shown;
    await page.locator('input:focus').waitFor();
    await page.keyboard.type(passphrase);
    await page.keyboard.press('Enter');
    await expect.poll(() => calls('vault.unlock')).toMatchObject([{ input: { passphrase } }]);
    await opened(shown);
    await page.getByRole('heading', { name: 'acme' }).waitFor();
    expect(await page.content()).not.toContain('CANARY');
  });

  it('says that a passphrase is wrong, and what is typed next takes its place', async () => {
    const { page } = await openLocked(needed, () => failed('storage.passphrase_wrong', 'Wrong.'));
    const input = page.getByLabel('Passphrase', { exact: true });
    await input.fill('wrong-CANARY');
    await page.keyboard.press('Enter');
    await page.locator('.field-error').waitFor();
    await page.keyboard.type('right');
    expect(await input.inputValue()).toBe('right');
    expect(await page.locator('.field-error').count()).toBe(0);
  });

  it('asks once while it is being opened', async () => {
    const { page, calls } = await openLocked(needed, () => new Promise(() => undefined));
    await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Opening' }).waitFor();
    await page.keyboard.press('Enter');
    expect(await calls('vault.unlock')).toHaveLength(1);
  });

  it('does not ask without one', async () => {
    const { page, calls } = await openLocked(needed);
    await page.locator('input:focus').waitFor();
    await page.keyboard.press('Enter');
    expect(await calls('vault.unlock')).toEqual([]);
  });

  it('tells another failure than a wrong passphrase as it is', async () => {
    const { page } = await openLocked(needed, () => failed('storage.vault_damaged', 'The vault cannot be read.'));
    await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByRole('alert').allTextContents()).toEqual(['The vault cannot be read.']);
  });
});

describe('a vault behind a locked keychain', () => {
  it('says why, and tries again when it is asked to', async () => {
    const { page, calls } = await openLocked(closed, () => failed('storage.keychain_unavailable', 'It is not there.'));
    await page.getByText('The keychain is locked.').waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('It is not there.').waitFor();
    expect(await calls('vault.unlock')).toMatchObject([{ input: {} }]);
  });
});
