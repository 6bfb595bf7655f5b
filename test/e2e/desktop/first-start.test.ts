/** What a newcomer sees: an empty window with two ways to begin, a tray that says so, and a demo that leaves nothing behind. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { patience, setUpDesk } from './desk.ts';
import type { Desk } from './desk.ts';
import { profileRow } from './window-parts.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await setUpDesk();
  await desk.start();
});
afterAll(() => desk.clear());

const demoFolders = () => readdirSync(desk.cli.root).filter((name) => name.startsWith('tokentray-demo-'));

describe('the first start', () => {
  it('opens the window by itself, with the two ways to begin', async () => {
    const page = await desk.app.window();
    await expect.poll(() => page.getByRole('button', { name: 'Add a tenant' }).isVisible(), patience).toBe(true);
    await expect
      .poll(() => page.getByRole('button', { name: 'Try it with a demo tenant' }).isVisible(), patience)
      .toBe(true);
    expect(await desk.app.windowTitle()).toBe('Tokentray');
  });

  it('says in the tray that there is no profile yet, and offers to add one', async () => {
    await expect.poll(() => desk.app.tray.tooltip(), patience).toBe('Tokentray · no profiles yet');
    const [first] = await desk.app.tray.menu();
    expect(first).toMatchObject({ label: 'Add your first tenant…', isEnabled: true });
  });

  it('leads from the tray to the form', async () => {
    await desk.app.tray.choose('Add your first tenant…');
    const page = await desk.window();
    await expect.poll(() => page.getByRole('heading', { name: 'Add a tenant' }).isVisible(), patience).toBe(true);
    await page.getByRole('button', { name: 'Back' }).click();
  });
});

describe('the demo', () => {
  it('that the first screen offers is a process with a folder of its own, both gone at its end', async () => {
    const page = await desk.window();
    await page.getByRole('button', { name: 'Try it with a demo tenant' }).click();
    await page.getByText('The demo opens in a window of its own').waitFor();
    await expect.poll(() => demoFolders().filter(isOwned), patience).toHaveLength(1);
    const [folder = ''] = demoFolders();
    const pid = ownerOf(folder);
    const environment = { TOKENTRAY_HOME: join(desk.cli.root, folder) };
    const names = async () => (await desk.cli.run(['list'], { environment })).stdout;
    await expect.poll(names, patience).toMatch(/demo-acme[^]*demo-flaky[^]*demo-rejected/);
    expect(await desk.cli.succeed(['list', '--json'])).toBe('[]\n');

    process.kill(pid, 'SIGTERM');
    await expect.poll(() => isRunning(pid), patience).toBe(false);
    // Windows has no signal that asks: there the next demo, below, removes what this one left.
    if (process.platform !== 'win32') expect(demoFolders()).toEqual([]);
  });

  it('started with --demo says in window and tray what it is, works, and leaves nothing', async () => {
    const demo = await desk.start({ arguments: ['--demo'], home: join(desk.cli.root, 'untouched') });
    const page = await demo.window();
    await profileRow(page, 'Works, and is renewed', 'Valid').waitFor();
    expect(await demo.windowTitle()).toBe('Tokentray Demo');
    await expect.poll(() => page.getByText('Demo', { exact: true }).isVisible(), patience).toBe(true);
    await expect.poll(() => demo.tray.tooltip(), patience).toMatch(/^Tokentray Demo\nWorks, and is renewed · until /);
    await expect
      .poll(() => page.getByRole('button', { name: /^3 profiles need you/ }).isVisible(), patience)
      .toBe(true);
    expect(demoFolders()).toHaveLength(1);

    expect(await demo.quit()).toBe(0);
    expect(demoFolders()).toEqual([]);
    expect(existsSync(join(desk.cli.root, 'untouched'))).toBe(false);
  });
});

it('left no secret and no token anywhere', async () => {
  expect(await desk.leaks()).toEqual([]);
});

const markerOf = (folder: string) => join(desk.cli.root, folder, 'demo-owner.json');
const isOwned = (folder: string) => existsSync(markerOf(folder)) && readFileSync(markerOf(folder), 'utf8') !== '';
const ownerOf = (folder: string) => (JSON.parse(readFileSync(markerOf(folder), 'utf8')) as { pid: number }).pid;

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
