/** The log that the tray application keeps, and the way to it from the menu. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readLogLines } from '../../../main/log/log-files.ts';
import { patience, setUpDesk } from './desk.ts';
import type { Desk } from './desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await setUpDesk();
  await desk.start();
  await desk.addProfile('acme');
  await desk.trayShows(/^acme · until /);
});
afterAll(() => desk.clear());

it('opens its folder from the menu', async () => {
  await desk.app.tray.choose('Open logs');
  await expect.poll(() => desk.app.opened(), patience).toEqual([join(desk.cli.home, 'logs')]);
});

it('opens it from the settings', async () => {
  const page = await desk.window();
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Open logs' }).click();
  const folder = join(desk.cli.home, 'logs');
  await expect.poll(() => desk.app.opened(), patience).toEqual([folder, folder]);
});

it('tells of the start and the token, and holds no token', async () => {
  const log = () => readLogLines(desk.cli.home).join('\n');
  await expect.poll(log, patience).toMatch(/"started","role":"application"[^]*"token-obtained","profile":"acme"/);
  expect(log()).not.toContain(desk.tenant.mark);
});
