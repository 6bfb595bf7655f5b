/** A profile whose stored definition cannot be read: the window says so, and the others go on. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { patience, setUpDesk } from './desk.ts';
import type { Desk } from './desk.ts';
import { profileRow } from './window-parts.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await setUpDesk();
  await desk.addProfile('acme');
  await desk.addProfile('broken');
  const database = new DatabaseSync(join(desk.cli.home, 'tokentray.db'));
  database.prepare(`UPDATE profiles SET definition = '{bad' WHERE name = 'broken'`).run();
  database.close();
  await desk.start();
});
afterAll(() => desk.clear());

const banner = (page: Page) => page.getByRole('status').getByText('broken', { exact: false });

it('is named with what to do, while the others are kept fresh', async () => {
  const page = await desk.window();
  await expect.poll(() => profileRow(page, 'acme', 'Valid').isVisible(), patience).toBe(true);
  await expect.poll(() => banner(page).count(), patience).toBe(1);
});

it('is no longer named after the command line removed it', async () => {
  const page = await desk.window();
  await desk.tokentray('remove', 'broken', '--yes');
  await expect.poll(() => banner(page).count(), patience).toBe(0);
});
