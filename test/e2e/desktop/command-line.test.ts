/** The command line and the window are two views of one truth: each sees at once what the other did, and there is one refresher. */
import type { ChildProcess } from 'node:child_process';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { patience, setUpDesk } from './desk.ts';
import type { Desk } from './desk.ts';
import { pageTitle, profileRow } from './window-parts.ts';

describe('beside the application, the command line', () => {
  let desk: Desk;
  let page: Page;
  beforeAll(async () => {
    desk = await setUpDesk();
    await desk.start();
    page = await desk.window();
  });
  afterAll(() => desk.clear());

  const row = (name: string, more?: string) => profileRow(page, name, more);

  it('adds a profile, and its row comes with a token that nobody asked for', async () => {
    await desk.addProfile('acme');
    await expect.poll(() => row('acme', 'Valid').isVisible(), patience).toBe(true);
    expect(desk.tenant.tokenRequests()).toBe(1);
  });

  it('is handed that token by the application, with no request of its own, however often it asks', async () => {
    const asked = await Promise.all(Array.from({ length: 4 }, () => desk.tokentray('token', 'acme')));
    expect(asked.map(({ code, stderr }) => [code, stderr])).toEqual(Array.from({ length: 4 }, () => [0, '']));
    expect(new Set(asked.map(({ stdout }) => stdout)).size).toBe(1);
    expect(desk.tenant.tokenRequests()).toBe(1);
  });

  it('makes one request with the application when several ask at once for one that is not there', async () => {
    await desk.addProfile('on-use', { refresh: { mode: 'on-use' } });
    desk.tenant.misbehave(desk.tenant.client.clientId, { kind: 'slow', delayMs: 500 }, { requests: 1 });
    await row('on-use').click();
    const asked = [1, 2, 3].map(() => desk.tokentray('token', 'on-use'));
    await page.getByRole('button', { name: 'Copy token' }).click();
    expect((await Promise.all(asked)).map(({ code }) => code)).toEqual([0, 0, 0]);
    await page.getByText('Token of on-use copied').waitFor();
    expect(desk.tenant.tokenRequests()).toBe(2);
  });

  it('renames a profile, and the window shows the new name', async () => {
    await desk.tokentray('rename', 'on-use', 'beta');
    await expect.poll(() => row('beta').isVisible(), patience).toBe(true);
    await expect.poll(() => row('on-use').isVisible(), patience).toBe(false);
    await expect.poll(() => pageTitle(page, 'beta').isVisible(), patience).toBe(true);
  });

  it('chooses another default, and list and tray follow', async () => {
    await desk.tokentray('default', 'beta');
    await expect.poll(() => row('beta', 'default profile').isVisible(), patience).toBe(true);
    await desk.trayShows(/^beta · /);
  });

  it('sets what the window shows, and is told what the window set', async () => {
    await desk.tokentray('settings', 'set', 'theme', 'dark');
    const isDark = () => page.evaluate(`getComputedStyle(document.documentElement).colorScheme`);
    await expect.poll(isDark, patience).toBe('dark');
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByLabel('Clear the clipboard after').fill('30');
    await page.keyboard.press('Enter');
    await page.getByText('Saved').waitFor();
    expect((await desk.tokentray('settings', 'get', 'clipboardSeconds')).stdout).toBe('30\n');
    await page.getByRole('button', { name: 'Back' }).click();
  });

  it('removes a profile, and its row and page go', async () => {
    await row('beta').click();
    await desk.tokentray('remove', 'beta', '--yes');
    await expect.poll(() => row('beta').isVisible(), patience).toBe(false);
    await expect.poll(() => page.getByText('This profile is gone').isVisible(), patience).toBe(true);
  });

  it('starts no second agent', async () => {
    const { code, stderr } = await desk.tokentray('agent');
    expect(code).not.toBe(0);
    expect(stderr).toMatch(/agent/);
  });

  it('left no secret and no token anywhere', async () => {
    expect(await desk.leaks()).toEqual([]);
  });
});

describe('a script that uses one of many profiles', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await setUpDesk();
    await desk.addProfile('used');
    const others = Array.from({ length: 12 }, (_, place) =>
      desk.addProfile(`other-${place}`, { refresh: { mode: 'on-use' } }),
    );
    await Promise.all(others);
    await desk.start();
  });
  afterAll(() => desk.clear());

  it('has it stand among the recent ones in the tray, though nothing else of it changed', async () => {
    const says = async (words: string) => JSON.stringify(await desk.app.tray.menu()).includes(words);
    await expect.poll(() => says('used · until '), patience).toBe(true);
    expect(await says('Pinned and recent')).toBe(false);
    expect((await desk.tokentray('token', 'used')).code).toBe(0);
    await expect.poll(() => says('Pinned and recent'), patience).toBe(true);
    expect(desk.tenant.tokenRequests()).toBe(1);
    expect(await desk.leaks()).toEqual([]);
  });
});

describe('an agent in a terminal that was there first', () => {
  let desk: Desk;
  let agent: ChildProcess;
  beforeAll(async () => {
    desk = await setUpDesk();
    await desk.addProfile('acme');
    agent = desk.cli.start(['agent']);
  });
  afterAll(async () => {
    agent.kill('SIGKILL');
    await desk.clear();
  });

  it('goes on refreshing, is named in the window, and has its place taken when it ends', async () => {
    await expect.poll(() => desk.tenant.tokenRequests(), patience).toBe(1);
    await desk.start();
    const page = await desk.window();
    const banner = page.getByRole('status').filter({ hasText: /agent runs already/i });
    await expect.poll(() => banner.isVisible(), patience).toBe(true);
    await expect.poll(() => profileRow(page, 'acme', 'Valid').isVisible(), patience).toBe(true);

    agent.kill('SIGINT');
    await expect.poll(() => banner.isVisible(), patience).toBe(false);
    expect((await desk.tokentray('token', 'acme', '--force')).code).toBe(0);
    expect(desk.tenant.tokenRequests()).toBe(2);
    expect(await desk.leaks()).toEqual([]);
  });
});
