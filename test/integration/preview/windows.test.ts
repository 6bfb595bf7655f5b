/** Windows of the preview host: what they refuse, how they come and go, and where they are. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startFixtureApp } from './fixture-app.ts';
import type { FixtureApp } from './fixture-app.ts';

let app: FixtureApp;

beforeAll(async () => {
  app = await startFixtureApp();
});
afterAll(() => app.close());
afterEach(() => app.inMain('for (const window of electron.BrowserWindow.getAllWindows()) window.destroy()'));

/** Makes a window that notes its events in `kept.events`. */
const listening = `
  kept.events = [];
  kept.window = await openWindow({ show: false });
  for (const name of ['show', 'hide', 'focus', 'blur', 'minimize', 'restore', 'maximize', 'unmaximize', 'resize', 'move',
    'close', 'closed']) kept.window.on(name, () => kept.events.push(name));
`;

describe('the options of a window', () => {
  it.each([
    ['nodeIntegration', 'true'],
    ['nodeIntegrationInWorker', 'true'],
    ['nodeIntegrationInSubFrames', 'true'],
    ['contextIsolation', 'false'],
    ['sandbox', 'false'],
    ['webSecurity', 'false'],
    ['allowRunningInsecureContent', 'true'],
    ['experimentalFeatures', 'true'],
    ['enableBlinkFeatures', '"CSSVariables"'],
    ['webviewTag', 'true'],
    ['enableDeprecatedPaste', 'true'],
    ['navigateOnDragDrop', 'true'],
    ['plugins', 'true'],
  ])('are refused with %s: %s', async (name, value) => {
    const opening = app.inMain(`new electron.BrowserWindow({ webPreferences: { ${name}: ${value} } })`);
    await expect(opening).rejects.toThrow(/weakens the window/);
  });

  it.each([
    ['{ colour: "red" }', /no option colour/],
    ['{ webPreferences: { nodeIntegraton: false } }', /no option nodeIntegraton/],
    ['{ webPreferences: { partition: "persist:other" } }', /one session/],
  ])('are refused when they are %s', async (options, reason) => {
    await expect(app.inMain(`new electron.BrowserWindow(${options})`)).rejects.toThrow(reason);
  });

  it('may say what is safe by default', async () => {
    const safe = '{ webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false } }';
    expect(await app.inMain(`return new electron.BrowserWindow(${safe}).isVisible()`)).toBe(true);
  });
});

describe('a window', () => {
  it('that is not shown yet tells when it can be', async () => {
    const source = `const window = new electron.BrowserWindow({ show: false });
      const ready = new Promise((resolve) => window.once('ready-to-show', () => resolve(window.isVisible())));
      await window.loadURL('app://fixture/index.html');
      return ready`;
    expect(await app.inMain(source)).toBe(false);
  });

  it('is shown with focus, and without it', async () => {
    await app.inMain(`${listening} kept.window.show(); kept.window.hide(); kept.window.showInactive()`);
    expect(await app.inMain('return kept.events')).toEqual(['show', 'focus', 'hide', 'blur', 'show']);
    expect(await app.inMain('return kept.window.isFocused()')).toBe(false);
  });

  it('takes the focus from the one before', async () => {
    await app.inMain(`${listening} kept.window.show(); kept.other = await openWindow(); kept.other.focus()`);
    const focused = 'return [kept.events.at(-1), electron.BrowserWindow.getFocusedWindow() === kept.other]';
    expect(await app.inMain(focused)).toEqual(['blur', true]);
  });

  it('that gets and loses the focus is told to the application', async () => {
    await app.inMain(`kept.told = []; kept.window = await openWindow({ show: false });
      for (const what of ['focus', 'blur']) electron.app.once('browser-window-' + what, (event, window) =>
        kept.told.push([what, window === kept.window, typeof event.preventDefault]));
      kept.window.show(); kept.window.blur()`);
    expect(await app.inMain('return kept.told')).toEqual([
      ['focus', true, 'function'],
      ['blur', true, 'function'],
    ]);
  });

  it('that is made to be shown gets the focus in a moment', async () => {
    const source = `const told = new Promise((resolve) => electron.app.once('browser-window-focus', (event, window) => resolve(window)));
      const window = new electron.BrowserWindow(); return (await told) === window`;
    expect(await app.inMain(source)).toBe(true);
  });

  it('tells its page when it is hidden and seen again', async () => {
    await app.inMain('kept.window = await openWindow()');
    const page = await app.page();
    const visibility = () => page.evaluate('document.visibilityState');
    await app.inMain('kept.window.minimize()');
    await expect.poll(visibility).toBe('hidden');
    await app.inMain('kept.window.restore()');
    await expect.poll(visibility).toBe('visible');
  });

  it('stays hidden for its page over a reload', async () => {
    await app.inMain('kept.window = await openWindow(); kept.window.hide(); kept.window.reload()');
    const page = await app.page();
    await expect.poll(() => page.evaluate('document.visibilityState')).toBe('hidden');
  });

  it('has the title of its page, unless a listener keeps it', async () => {
    await app.inMain('kept.window = await openWindow({ title: "Own" })');
    await expect.poll(() => app.inMain('return kept.window.getTitle()')).toBe('Fixture page');
    const keeping = `kept.window = new electron.BrowserWindow({ title: 'Own' });
      kept.window.on('page-title-updated', (event) => { event.preventDefault(); kept.isTitled = true; });
      await kept.window.loadURL('app://fixture/index.html')`;
    await app.inMain(keeping);
    await expect.poll(() => app.inMain('return kept.isTitled')).toBe(true);
    expect(await app.inMain('return kept.window.getTitle()')).toBe('Own');
  });

  it('is found by its number, its contents, and among all', async () => {
    const source = `const window = await openWindow();
      const { BrowserWindow } = electron;
      return [BrowserWindow.fromId(window.id), BrowserWindow.fromWebContents(window.webContents),
        BrowserWindow.getAllWindows()[0]].map((found) => found === window)`;
    expect(await app.inMain(source)).toEqual([true, true, true]);
  });
});

describe('closing a window', () => {
  it('can be prevented', async () => {
    await app.inMain(`${listening} kept.window.once('close', (event) => event.preventDefault()); kept.window.close()`);
    await app.inMain('await new Promise((later) => setTimeout(later, 20))');
    expect(await app.inMain('return [kept.events, kept.window.isDestroyed()]')).toEqual([['close'], false]);
  });

  it('can be prevented by its page, unless a listener overrules it', async () => {
    await app.inMain(`${listening} kept.tries = 0;
      kept.window.webContents.on('will-prevent-unload', (event) => { if (++kept.tries > 1) event.preventDefault(); })`);
    await (await app.page()).evaluate("window.addEventListener('beforeunload', (event) => event.preventDefault())");
    await app.inMain('kept.window.close()');
    await expect.poll(() => app.inMain('return kept.tries')).toBe(1);
    expect(await app.inMain('return kept.window.isDestroyed()')).toBe(false);
    await app.inMain('kept.window.close()');
    await expect.poll(() => app.inMain('return kept.window.isDestroyed()')).toBe(true);
  });

  it('lets it go in a moment, after close and before anything else', async () => {
    const closing = `${listening} kept.window.close(); const before = kept.window.isDestroyed();
      await new Promise((later) => kept.window.once('closed', later));
      return [before, kept.window.isDestroyed(), kept.events]`;
    expect(await app.inMain(closing)).toEqual([false, true, ['close', 'closed']]);
  });

  it('by force asks nobody, and leaves an object that can do nothing', async () => {
    const destroying = `${listening} kept.window.destroy(); return [kept.events, kept.window.isDestroyed()]`;
    expect(await app.inMain(destroying)).toEqual([['closed'], true]);
    await expect(app.inMain('kept.window.show()')).rejects.toThrow('Object has been destroyed');
    await expect(app.inMain('kept.window.webContents.send("x")')).rejects.toThrow('Object has been destroyed');
  });

  it('by the person closes it, with both events', async () => {
    await app.inMain(listening);
    const page = await app.page();
    await page.close();
    await expect.poll(() => app.inMain('return kept.events')).toEqual(['close', 'closed']);
  });
});

describe('the place of a window', () => {
  it('is what the options say, and centred without them', async () => {
    const source = `const at = new electron.BrowserWindow({ x: 10, y: 20, width: 500, height: 400 }).getBounds();
      const free = new electron.BrowserWindow({ width: 800, height: 600 }).getBounds();
      const { workArea } = electron.screen.getPrimaryDisplay();
      return [at, free.x * 2 + free.width === workArea.width]`;
    expect(await app.inMain(source)).toEqual([{ x: 10, y: 20, width: 500, height: 400 }, true]);
  });

  it('keeps to the smallest size', async () => {
    const source = `const window = new electron.BrowserWindow({ minWidth: 420, minHeight: 300 });
      window.setBounds({ width: 100, height: 100 }); return window.getSize()`;
    expect(await app.inMain(source)).toEqual([420, 300]);
  });

  it('is told when the person changes it', async () => {
    await app.inMain(listening);
    await app.order('setBounds', { x: 5, width: 640 });
    expect(await app.inMain('return kept.events')).toEqual(['resize', 'move']);
    const page = await app.page();
    await expect.poll(() => page.evaluate('innerWidth')).toBe(640);
  });

  it('before it was maximised is remembered', async () => {
    const source = `${listening} const before = kept.window.getBounds(); kept.window.maximize();
      const during = [kept.window.isMaximized(), kept.window.getNormalBounds().width === before.width];
      kept.window.unmaximize(); return [...during, kept.window.getBounds().width === before.width]`;
    expect(await app.inMain(source)).toEqual([true, true, true]);
  });
});
