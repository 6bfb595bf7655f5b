/** The preview host as a person sees it: windows on a display, and a clipboard that other applications share. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startVirtualDisplay } from '../../fixtures/virtual-display.ts';
import type { VirtualDisplay } from '../../fixtures/virtual-display.ts';
import { startFixtureApp } from './fixture-app.ts';
import type { FixtureApp } from './fixture-app.ts';

let display: VirtualDisplay;
let app: FixtureApp;

beforeAll(async () => {
  display = await startVirtualDisplay(1_400, 900);
  app = await startFixtureApp({ isShown: true, environment: { DISPLAY: display.name } });
});
afterAll(async () => {
  await app?.close();
  await display?.stop();
});
beforeEach(() => app.inMain('for (const window of electron.BrowserWindow.getAllWindows()) window.destroy()'));

/** Of the whole window, as Chromium knows it. */
const outside = '[outerWidth, outerHeight, screenX, screenY]';

it('tells the application of the screen that is there', async () => {
  expect(await app.inMain('return electron.screen.getPrimaryDisplay().size')).toEqual({ width: 1_400, height: 900 });
});

it('opens a window where and as large as the application wants it', async () => {
  await app.inMain('kept.window = await openWindow({ x: 100, y: 50, width: 700, height: 500 })');
  const page = await app.page();
  await expect.poll(() => page.evaluate(outside)).toEqual([700, 500, 100, 50]);
  await app.inMain('kept.window.setBounds({ x: 20, width: 640 })');
  await expect.poll(() => page.evaluate(outside)).toEqual([640, 500, 20, 50]);
});

it('shows windows without tabs and address bar', async () => {
  await app.inMain('kept.window = await openWindow()');
  const page = await app.page();
  await expect.poll(() => page.evaluate('outerHeight - innerHeight')).toBe(0);
});

it('copies to the clipboard of the desktop, and learns what others copy', async () => {
  await app.inMain('await electron.clipboard.writeText("from the application")');
  await app.inMain('kept.window = await openWindow()');
  const page = await app.page();
  const strip = page
    .context()
    .pages()
    .find((other) => other !== page);
  expect(await strip?.evaluate('navigator.clipboard.readText()')).toBe('from the application');
  await strip?.evaluate('navigator.clipboard.writeText("from elsewhere")');
  expect(await app.inMain('return electron.clipboard.readText()')).toBe('from elsewhere');
});

it('says in one line that there is no display', async () => {
  const starting = startFixtureApp({ isShown: true, environment: { DISPLAY: '', WAYLAND_DISPLAY: '' } });
  await expect(starting).rejects.toThrow(/ended with 1: There is no display/);
});
