/** Keys that reach the application from every other one, and a window that was never shown. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startFixtureApp } from './fixture-app.ts';
import type { FixtureApp } from './fixture-app.ts';

let app: FixtureApp;
let wayland: FixtureApp;

beforeAll(async () => {
  app = await startFixtureApp({ words: [] });
  wayland = await startFixtureApp({ words: ['--wayland'] });
});
afterAll(async () => {
  await app.close();
  await wayland.close();
});
afterEach(() => app.inMain('electron.globalShortcut.unregisterAll()'));

const register = (keys: string, on = app) =>
  on.inMain(
    `kept.pressed ??= []; return electron.globalShortcut.register('${keys}', () => kept.pressed.push('${keys}'))`,
  );

describe('a global shortcut', () => {
  it('is heard when the person presses it', async () => {
    expect(await register('CommandOrControl+Shift+K')).toBe(true);
    expect(await app.order('pressGlobal', 'CommandOrControl+Shift+K')).toBe(true);
    expect(await app.inMain('return kept.pressed')).toEqual(['CommandOrControl+Shift+K']);
  });

  it('is not heard any more when it is given back', async () => {
    await register('Alt+T');
    await app.inMain("electron.globalShortcut.unregister('Alt+T')");
    expect(await app.order('pressGlobal', 'Alt+T')).toBe(false);
  });

  it('is refused without a word where another program has the keys', async () => {
    await app.order('takeGlobal', 'Alt+Space');
    expect(await register('Alt+Space')).toBe(false);
    expect(await app.inMain("return electron.globalShortcut.isRegistered('Alt+Space')")).toBe(false);
  });

  it('that cannot be read is an error', async () => {
    await expect(register('Nonsense+K')).rejects.toThrow(/conversion failure/);
  });

  it('is registered under Wayland as far as can be told, and never heard', async () => {
    expect(await register('Alt+T', wayland)).toBe(true);
    expect(await wayland.order('pressGlobal', 'Alt+T')).toBe(false);
  });
});

describe('a window that was never shown', () => {
  const open = (options: string) =>
    app.inMain(`kept.window?.destroy(); kept.isReady = false;
      const ready = (_event, window) => window.once('ready-to-show', () => (kept.isReady = true));
      electron.app.once('browser-window-created', ready);
      kept.window = await openWindow({ show: false, ${options} });
      await new Promise((next) => setTimeout(next, 100));
      return kept.isReady`);
  const isHidden = async () => (await app.page()).evaluate('document.hidden');

  it('takes itself for visible, and is ready as soon as it is painted', async () => {
    expect(await open('')).toBe(true);
    expect(await isHidden()).toBe(false);
  });

  it('is hidden and never ready when it is not to be painted, until it is shown', async () => {
    expect(await open('paintWhenInitiallyHidden: false')).toBe(false);
    await expect.poll(isHidden).toBe(true);
    await app.inMain('kept.window.show()');
    await expect.poll(isHidden).toBe(false);
  });
});
