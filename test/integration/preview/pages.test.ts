/** What a page may do in the preview host: exactly what the application's own handlers and headers let it. */
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startFixtureApp } from './fixture-app.ts';
import type { FixtureApp } from './fixture-app.ts';

let app: FixtureApp;
let page: Page;
let server: Server;
let elsewhere: string;
let requests: string[];

beforeAll(async () => {
  server = createServer((request, response) => {
    requests.push(request.url ?? '');
    response.setHeader('content-type', 'text/html').end('<title>elsewhere</title>');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  elsewhere = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  app = await startFixtureApp();
});
afterAll(async () => {
  await app.close();
  server.close();
});
beforeEach(async () => {
  requests = [];
  await app.inMain(`for (const window of electron.BrowserWindow.getAllWindows()) window.destroy();
    electron.session.defaultSession.removeAllListeners();
    kept.asked = []; kept.window = await openWindow()`);
  page = await app.page();
});

/** Long enough for a request that would be made. */
const settle = () => app.inMain('await new Promise((later) => setTimeout(later, 150))');
const asked = () => app.inMain('return kept.asked');

describe('a page of the scheme', () => {
  it('is known to the application by its own address', async () => {
    expect(await app.inMain('return kept.window.webContents.getURL()')).toBe('app://fixture/index.html');
  });

  it('keeps the policy of its response', async () => {
    expect(await page.evaluate('globalThis.inlineRan ?? null')).toBeNull();
    expect(app.output()).toContain('Content Security Policy');
    expect(await page.evaluate(`fetch(${JSON.stringify(elsewhere)}).then(() => 'fetched', () => 'refused')`)).toBe(
      'refused',
    );
    expect(requests).toEqual([]);
  });

  it('that is not served cannot be loaded', async () => {
    const missing = app.inMain('await kept.window.loadURL("app://fixture/missing.html")');
    await expect(missing).rejects.toThrow(/ERR_FAILED \(-2\) loading 'app:\/\/fixture\/missing.html'/);
  });
});

describe('going elsewhere', () => {
  const prevent = `for (const name of ['will-frame-navigate', 'will-navigate']) kept.window.webContents.on(name, (event) => {
    kept.asked.push([name, event.url, event.isMainFrame]); event.preventDefault(); })`;

  it('is asked of the application, and not done when that is prevented', async () => {
    await app.inMain(prevent);
    await page.evaluate(`location.href = ${JSON.stringify(`${elsewhere}/page`)}`);
    await expect.poll(asked).toEqual([['will-frame-navigate', `${elsewhere}/page`, true]]);
    await settle();
    expect(requests).toEqual([]);
    expect(await page.title()).toBe('Fixture page');
  });

  it('asks with both events when the first allows it', async () => {
    await app.inMain(`kept.window.webContents.on('will-frame-navigate', () => kept.asked.push('frame'));
      kept.window.webContents.on('will-navigate', (event) => { kept.asked.push('main'); event.preventDefault(); })`);
    await page.click('#elsewhere');
    await expect.poll(asked).toEqual(['frame', 'main']);
  });

  it('happens when nobody prevents it, and is seen by the application', async () => {
    await page.evaluate(`location.href = ${JSON.stringify(`${elsewhere}/page`)}`);
    await page.waitForURL(`${elsewhere}/page`);
    await expect.poll(() => app.inMain('return kept.window.webContents.getURL()')).toBe(`${elsewhere}/page`);
  });

  it('asks nothing where the main process itself goes', async () => {
    await app.inMain(`${prevent}; await kept.window.loadURL(${JSON.stringify(`${elsewhere}/own#part`)})`);
    expect(await asked()).toEqual([]);
    expect(requests).toContain('/own');
  });

  it('asks nothing for a reload', async () => {
    await app.inMain(prevent);
    await page.reload();
    expect(await asked()).toEqual([]);
  });

  it('in a frame is asked too', async () => {
    await app.inMain(`await kept.window.loadURL(${JSON.stringify(elsewhere)}); ${prevent}`);
    await page.waitForURL(`${elsewhere}/`);
    await page.evaluate(`document.body.appendChild(document.createElement('iframe')).src = '/inner'`);
    await expect.poll(asked).toEqual([['will-frame-navigate', `${elsewhere}/inner`, false]]);
    await settle();
    expect(requests).not.toContain('/inner');
  });
});

describe('permissions', () => {
  const state = (name: string) =>
    page.evaluate(`navigator.permissions.query({ name: '${name}' }).then(({ state }) => state)`);

  it.each(['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read'])(
    'grant %s without a handler, which is Electron’s default',
    async (name) => {
      expect(await state(name)).toBe('granted');
    },
  );

  it.each(['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read'])(
    'refuse %s when the handler does',
    async (name) => {
      await app.inMain(`const { defaultSession } = electron.session;
        defaultSession.setPermissionRequestHandler((contents, permission, decide) => decide(false));
        defaultSession.setPermissionCheckHandler(() => false);
        kept.window.destroy(); kept.window = await openWindow()`);
      page = await app.page();
      expect(await state(name)).toBe('denied');
      await app.inMain(`const { defaultSession } = electron.session;
        defaultSession.setPermissionRequestHandler(null); defaultSession.setPermissionCheckHandler(null)`);
    },
  );
});

describe('a download', () => {
  it('is told to the session, and saved nowhere', async () => {
    await app.inMain(`electron.session.defaultSession.on('will-download', (event, item, contents) => {
      event.preventDefault(); kept.asked.push([item.getFilename(), contents === kept.window.webContents]); kept.item = item; })`);
    await page.click('#download');
    await expect.poll(asked).toEqual([['page.js', true]]);
    expect(await app.inMain('return kept.item.getState()')).toBe('cancelled');
  });
});

describe('requests', () => {
  it('can be cancelled by a listener of the session', async () => {
    await app.inMain(`electron.session.defaultSession.webRequest.onBeforeRequest({ urls: ['*://*/cancelled*'] },
      (details, callback) => { kept.asked.push(details.url); callback({ cancel: true }); })`);
    const loading = app.inMain(`await kept.window.loadURL(${JSON.stringify(`${elsewhere}/cancelled`)})`);
    await expect(loading).rejects.toThrow(/ERR_BLOCKED_BY_CLIENT/);
    expect(requests).toEqual([]);
    await app.inMain('electron.session.defaultSession.webRequest.onBeforeRequest(null)');
  });
});

describe('keys and buttons', () => {
  it('are heard by the main process', async () => {
    await app.inMain(`kept.window.webContents.on('before-input-event', (event, { type, key }) => kept.asked.push([type, key]));
      kept.window.webContents.on('before-mouse-event', (event, { type, button }) => kept.asked.push([type, button]))`);
    await page.keyboard.press('Escape');
    await page.mouse.click(5, 5, { button: 'right' });
    await expect.poll(asked).toEqual([
      ['keyDown', 'Escape'],
      ['keyUp', 'Escape'],
      ['mouseDown', 'right'],
      ['mouseUp', 'right'],
    ]);
  });

  it('that a script makes up are none', async () => {
    await app.inMain(`kept.window.webContents.on('before-input-event', (event, { key }) => kept.asked.push(key))`);
    await page.evaluate(`dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }))`);
    await page.keyboard.press('Escape');
    await expect.poll(asked).toEqual(['Escape', 'Escape']);
  });

  it('bring the focus to the window they are pressed in', async () => {
    await app.inMain(`kept.window.blur(); kept.window.on('focus', () => kept.asked.push('window'));
      electron.app.once('browser-window-focus', (event, window) => kept.asked.push(window === kept.window))`);
    await page.keyboard.press('Escape');
    await expect.poll(asked).toEqual(['window', true]);
  });
});
