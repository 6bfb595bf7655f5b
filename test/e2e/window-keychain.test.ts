/** A keychain that is locked while the tray application starts: the window names it, and goes on when it was unlocked. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSecretService } from '../fixtures/secret-service.ts';
import type { SecretService } from '../fixtures/secret-service.ts';
import { patience, setUpDesk } from './desktop/desk.ts';
import type { Desk } from './desktop/desk.ts';
import { profileRow } from './desktop/window-parts.ts';

describe('the system’s keychain', () => {
  let desk: Desk;
  let keychain: SecretService;
  beforeAll(async () => {
    keychain = await startSecretService();
    desk = await setUpDesk({ vault: { TOKENTRAY_KEYCHAIN: 'os', ...keychain.environment } });
    await desk.start();
    await desk.addProfile('acme');
    await desk.trayShows(/^acme · until /);
    await desk.app.quit();
  });
  afterAll(async () => {
    await desk.clear();
    await keychain.stop();
  });

  it('that is locked is named as the reason, and tried again when it was unlocked', async () => {
    await keychain.restart({ locked: true });
    await desk.start();
    const page = await desk.window();
    await page.getByRole('heading', { name: 'The keychain is closed' }).waitFor();
    await expect
      .poll(() => page.getByRole('alert').textContent(), patience)
      .toMatch(/keychain|keyring|Secret Service/i);

    await keychain.unlock();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => profileRow(page, 'acme', 'Valid').isVisible(), patience).toBe(true);
    expect(await desk.leaks()).toEqual([]);
  });
});
