/** A profile whose stored definition cannot be read: the window says so, and the others go on. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
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
  expect(database.prepare(`UPDATE profiles SET definition = '{bad' WHERE name = 'broken'`).run().changes).toBe(1);
  database.close();
  await desk.start();
});
afterAll(() => desk.clear());

it('is named with what to do, while the others are kept fresh', async () => {
  const page = await desk.window();
  await expect.poll(() => profileRow(page, 'acme', 'Valid').isVisible(), patience).toBe(true);
  await page.getByRole('status').getByText('broken', { exact: false }).waitFor();
});

it('is no longer named after the command line removed it', async () => {
  const page = await desk.window();
  await desk.tokentray('remove', 'broken', '--yes');
  await page.getByRole('status').getByText('broken', { exact: false }).waitFor({ state: 'detached' });
});
