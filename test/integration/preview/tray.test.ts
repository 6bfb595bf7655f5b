/** The tray of the preview host: what each system's desktop does with it, and the strip in which a person clicks it. */
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFixtureApp } from './fixture-app.ts';
import type { FixtureApp } from './fixture-app.ts';

const picture = `electron.nativeImage.createFromDataURL(
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==')`;
const createTray = `kept.heard = []; kept.tray = new electron.Tray(${picture});
  kept.tray.on('click', () => kept.heard.push('click')); kept.tray.on('right-click', () => kept.heard.push('right-click'));
  kept.menu = electron.Menu.buildFromTemplate([
    { label: 'Copy', click: () => kept.heard.push('copy') },
    { label: 'More', submenu: [{ label: 'Deep', click: () => kept.heard.push('deep') }] },
    { label: 'Disabled', enabled: false, click: () => kept.heard.push('disabled') },
  ])`;

describe.each(['linux', 'darwin', 'win32'])('a tray on %s', (platform) => {
  let app: FixtureApp;
  beforeAll(async () => {
    app = await startFixtureApp({ words: [`--platform=${platform}`] });
    await app.inMain(createTray);
  });
  afterAll(() => app.close());
  const heard = () => app.inMain('return kept.heard.splice(0)');

  it(`${platform === 'linux' ? 'cannot' : 'can'} pop up a menu by itself`, async () => {
    expect(await app.inMain('return typeof kept.tray.popUpContextMenu')).toBe(
      platform === 'linux' ? 'undefined' : 'function',
    );
  });

  it('tells of a click while it has no menu', async () => {
    await app.order('trayClick', null);
    expect(await heard()).toEqual(['click']);
  });

  it('does with a menu what this desktop does at a click', async () => {
    await app.inMain('kept.tray.setContextMenu(kept.menu)');
    await app.order('trayClick', null);
    expect(await heard()).toEqual(platform === 'linux' ? [] : ['click']);
    await app.inMain('kept.tray.setContextMenu(null)');
  });

  it('counts what is redrawn', async () => {
    const redraws = async () => (await app.order('trayState', null))?.redraws ?? 0;
    const before = await redraws();
    await app.inMain('kept.tray.setToolTip("one"); kept.tray.setToolTip("two")');
    expect((await redraws()) - before).toBe(2);
  });
});

describe('the strip', () => {
  let app: FixtureApp;
  let strip: Page;
  beforeAll(async () => {
    app = await startFixtureApp();
    await app.inMain(`${createTray}; kept.tray.setToolTip('A <tip>'); await openWindow()`);
    const page = await app.page();
    const found = page
      .context()
      .pages()
      .find((candidate) => candidate.url().includes('preview-strip'));
    if (found === undefined) throw new Error('There is no strip');
    strip = found;
  });
  afterAll(() => app.close());
  const heard = () => app.inMain('return kept.heard.splice(0)');

  it('shows the icon, with its tooltip as text', async () => {
    const icon = strip.getByRole('button', { name: 'A <tip>' });
    expect(await icon.locator('img').getAttribute('src')).toMatch(/^data:image\/png/);
    expect(await strip.locator('.tip').textContent()).toBe('A <tip>');
  });

  it('passes a click on', async () => {
    await strip.getByRole('button', { name: 'A <tip>' }).click();
    await expect.poll(heard).toEqual(['click']);
  });

  it('opens the menu, and a click on a row chooses it', async () => {
    await app.inMain('kept.tray.setContextMenu(kept.menu)');
    await strip.getByRole('button', { name: 'Menu', exact: true }).click();
    await strip.getByRole('button', { name: 'Copy', exact: true }).click();
    await expect.poll(heard).toEqual(['copy']);
  });

  it('opens submenus, and has no click for rows that are disabled', async () => {
    await strip.getByRole('button', { name: 'Menu', exact: true }).click();
    expect(await strip.getByText('Disabled').isDisabled()).toBe(true);
    await strip.getByText('More').click();
    await strip.getByText('Deep').click();
    await expect.poll(heard).toEqual(['deep']);
  });
});
