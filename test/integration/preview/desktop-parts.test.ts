/** What the preview host pretends of a desktop beside tray and clipboard: notifications, questions, pictures, power, network. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFixtureApp } from './fixture-app.ts';
import type { FixtureApp } from './fixture-app.ts';

/** A picture of one pixel. */
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

let app: FixtureApp;

beforeAll(async () => {
  app = await startFixtureApp({ words: ['--platform=darwin'] });
});
afterAll(() => app.close());

describe('a notification', () => {
  const show = `kept.heard = []; kept.notification = new electron.Notification({ title: 'Title', body: 'Body' });
    for (const name of ['show', 'click', 'close']) kept.notification.on(name, () => kept.heard.push(name));
    kept.notification.show()`;
  const last = async () => (await app.order('notifications', null)).at(-1);
  const heard = () => app.inMain('return kept.heard');

  it('is shown, and a click reaches the application', async () => {
    await app.inMain(show);
    expect(await last()).toMatchObject({ title: 'Title', body: 'Body', isOpen: true });
    await app.order('clickNotification', (await app.order('notifications', null)).length - 1);
    expect(await heard()).toEqual(['show', 'click']);
    expect(await last()).toMatchObject({ isOpen: false });
  });

  it('is withdrawn', async () => {
    await app.inMain(`${show}; kept.notification.close()`);
    expect(await heard()).toEqual(['show', 'close']);
    expect(await last()).toMatchObject({ isOpen: false });
  });

  it('cannot be clicked when it is gone', async () => {
    const place = (await app.order('notifications', null)).length - 1;
    await expect(app.order('clickNotification', place)).rejects.toThrow(/is closed/);
  });
});

describe('the buttons of a notification', () => {
  const show = `kept.pressed = [];
    const actions = ['Sign in', 'Edit'].map((text) => ({ type: 'button', text }));
    kept.notification = new electron.Notification({ title: 'Title', body: 'Body', actions });
    kept.notification.on('action', ({ actionIndex }) => kept.pressed.push(actionIndex));
    kept.notification.on('click', () => kept.pressed.push('click'));
    kept.notification.show()`;
  const press = async (on: FixtureApp, label: string) =>
    on.order('pressNotification', { place: (await on.order('notifications', null)).length - 1, label });

  it('are shown on macOS, and tell which was pressed', async () => {
    await app.inMain(show);
    expect((await app.order('notifications', null)).at(-1)).toMatchObject({ actions: ['Sign in', 'Edit'] });
    await press(app, 'Edit');
    expect(await app.inMain('return kept.pressed')).toEqual([1]);
    await expect(press(app, 'Edit')).rejects.toThrow(/shows no button/);
  });

  it('are not shown on Linux', async () => {
    const linux = await startFixtureApp({ words: ['--platform=linux'] });
    try {
      await linux.inMain(show);
      expect((await linux.order('notifications', null)).at(-1)).toMatchObject({ actions: [] });
      await expect(press(linux, 'Edit')).rejects.toThrow(/shows no button/);
    } finally {
      await linux.close();
    }
  });

  it('of the kind that Windows alone has are refused elsewhere', async () => {
    const selection = `new electron.Notification({ title: 'x', actions: [{ type: 'selection', text: 'y', items: ['z'] }] })`;
    await expect(app.inMain(selection)).rejects.toThrow(/Windows/);
  });
});

describe('a message box', () => {
  const ask = (options: string) => `kept.answer = electron.dialog.showMessageBox({ message: 'Sure?', ${options} })`;
  const answer = () => app.inMain('return (await kept.answer).response');

  it('waits for a button', async () => {
    await app.inMain(ask("detail: 'Really', buttons: ['Copy', 'Cancel']"));
    expect(await app.order('dialogs', null)).toEqual([
      { message: 'Sure?', detail: 'Really', buttons: ['Copy', 'Cancel'] },
    ]);
    await app.order('answerDialog', 'Cancel');
    expect(await answer()).toBe(1);
    expect(await app.order('dialogs', null)).toEqual([]);
  });

  it('that the application takes back is cancelled', async () => {
    await app.inMain(
      `kept.ending = new AbortController(); ${ask("buttons: ['Yes', 'No'], signal: kept.ending.signal")}`,
    );
    await app.inMain('kept.ending.abort()');
    expect(await answer()).toBe(1);
  });
});

describe('a picture', () => {
  const size = (source: string) => app.inMain(`return electron.nativeImage.createFromDataURL('${source}').getSize()`);

  it('has the size of its PNG', async () => {
    expect(await size(`data:image/png;base64,${png}`)).toEqual({ width: 1, height: 1 });
  });

  it('is empty when it is no PNG or JPEG', async () => {
    expect(await size('data:image/svg+xml;base64,PHN2Zy8+')).toEqual({ width: 0, height: 0 });
  });

  it('comes with its double, and is a template by its name', async () => {
    const source = `const { writeFileSync } = await import('node:fs');
      const path = process.env.TMPDIR + '/iconTemplate';
      for (const ending of ['.png', '@2x.png']) writeFileSync(path + ending, Buffer.from('${png}', 'base64'));
      const image = electron.nativeImage.createFromPath(path + '.png');
      return [image.getScaleFactors(), image.isTemplateImage()]`;
    expect(await app.inMain(source)).toEqual([[1, 2], true]);
  });

  it('that is missing is empty, and makes no tray', async () => {
    expect(await app.inMain('return electron.nativeImage.createFromPath("/missing.png").isEmpty()')).toBe(true);
    await expect(app.inMain('new electron.Tray("/missing.png")')).rejects.toThrow(/Failed to load image/);
  });
});

describe('the system', () => {
  it.each(['suspend', 'resume', 'lock-screen', 'unlock-screen', 'shutdown'] as const)('tells of %s', async (event) => {
    await app.inMain(`kept.heard = []; electron.powerMonitor.once('${event}', () => kept.heard.push('${event}'))`);
    await app.order('power', event);
    expect(await app.inMain('return kept.heard')).toEqual([event]);
  });

  it('has a network, or none, for main process and page alike', async () => {
    await app.inMain('kept.window = await openWindow()');
    const page = await app.page();
    const online = async () => [
      await app.inMain('return electron.net.isOnline()'),
      await page.evaluate('navigator.onLine'),
    ];
    expect(await online()).toEqual([true, true]);
    await app.order('setOnline', false);
    expect(await online()).toEqual([false, false]);
    await app.order('setOnline', true);
  });

  it('turns dark for application and page, unless the application chose', async () => {
    await app.inMain(
      'kept.window ??= await openWindow(); kept.updates = 0; electron.nativeTheme.on("updated", () => kept.updates++)',
    );
    const page = await app.page();
    const isDark = () => page.evaluate('matchMedia("(prefers-color-scheme: dark)").matches');
    await app.order('setDark', true);
    await expect.poll(isDark).toBe(true);
    expect(await app.inMain('return [electron.nativeTheme.shouldUseDarkColors, kept.updates]')).toEqual([true, 1]);
    await app.inMain('electron.nativeTheme.themeSource = "light"');
    await expect.poll(isDark).toBe(false);
  });

  it('is given what the application wants opened, and the preview opens none of it', async () => {
    await app.inMain('await electron.shell.openExternal("https://example.com/")');
    expect(await app.order('opened', null)).toEqual(['https://example.com/']);
    await expect(app.inMain('await electron.shell.openExternal("no address")')).rejects.toThrow(/Invalid URL/);
  });

  it('is the pretended one for the entry module, and the real one for what touches the machine', async () => {
    expect(await app.inMain('return process.platform')).toBe(process.platform);
    expect(await app.inMain('return electron.app.dock?.isVisible()')).toBe(true);
  });
});
