/**
 * What passes between the main process, the preload script and the page in the preview host, and what does not. One limit:
 * the page's half of the bridge is made of the page's own built-ins, so a page that replaces those (`Array.prototype.map`)
 * breaks its own calls, which in Electron it could not. It reaches nothing of the preload script's half with that.
 */
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFixtureApp } from './fixture-app.ts';
import type { FixtureApp } from './fixture-app.ts';

let app: FixtureApp;
let page: Page;

beforeAll(async () => {
  app = await startFixtureApp();
  await app.inMain('kept.window = await openWindow()');
  page = await app.page();
});
afterAll(() => app.close());

/** Runs in the page; its last value. */
const inPage = (source: string): Promise<unknown> => page.evaluate(source);
const failureInPage = (source: string): Promise<unknown> =>
  page.evaluate(`(async () => { try { await ${source}; return null } catch (error) { return error.message } })()`);

describe('the preload script', () => {
  it('may require electron, events, timers and url, and nothing else', async () => {
    expect(await inPage('bridge.required')).toEqual({
      electron: 'allowed',
      events: 'allowed',
      timers: 'allowed',
      url: 'allowed',
      fs: 'module not found: fs',
      'node:child_process': 'module not found: node:child_process',
      path: 'module not found: path',
    });
  });

  it('runs before the first script of the page', async () => {
    expect(await inPage('seen.bridge')).toBe('object');
  });

  it('runs again after a reload', async () => {
    await page.reload();
    expect(await inPage('seen.bridge')).toBe('object');
  });

  it('shares no globals with the page', async () => {
    expect(await inPage('[typeof leakedByPreload, typeof require, typeof process, typeof module]')).toEqual(
      Array.from({ length: 4 }, () => 'undefined'),
    );
  });

  it('has the small event emitter of its own', async () => {
    expect(await inPage('bridge.emitted()')).toEqual([1]);
  });
});

describe('the way to the main process', () => {
  it('cannot be reached by scripts of the page', async () => {
    expect(await inPage('seen.names')).toEqual([]);
    expect(await inPage('typeof ipcRenderer')).toBe('undefined');
  });

  it('is not in a frame that the page makes', async () => {
    const names = `(() => { const frame = document.body.appendChild(document.createElement('iframe'));
      const found = Object.getOwnPropertyNames(frame.contentWindow).filter((name) => /tokentray|bridge/.test(name));
      frame.remove(); return found; })()`;
    expect(await inPage(names)).toEqual([]);
  });
});

describe('the context bridge', () => {
  it('cannot be changed or replaced by the page', async () => {
    const attempt = `(() => { 'use strict'; const failures = [];
      for (const change of [() => { bridge.echo = 1 }, () => { bridge.nested.list.push(1) }, () => { globalThis.bridge = 1 },
        () => { delete globalThis.bridge }]) try { change() } catch { failures.push('refused') }
      return failures; })()`;
    expect(await inPage(attempt)).toEqual(Array.from({ length: 4 }, () => 'refused'));
  });

  it('passes copies', async () => {
    const copied = `(() => { const value = { list: [1], when: new Date(0), map: new Map([['a', 1]]), nothing: undefined };
      const echo = bridge.echo(value);
      return [echo !== value, echo.list !== value.list, echo.when.getTime(), echo.map.get('a'), 'nothing' in echo]; })()`;
    expect(await inPage(copied)).toEqual([true, true, 0, 1, true]);
  });

  it('refuses what cannot be copied', async () => {
    expect(await failureInPage('bridge.echo(document.body)')).toMatch(/could not be cloned/);
    expect(await failureInPage('bridge.echo(Symbol("x"))')).toMatch(/could not be cloned/);
  });

  it('passes functions and promises as stand-ins', async () => {
    expect(await inPage('bridge.echo((value) => value * 2)(21)')).toBe(42);
    expect(await inPage('bridge.echo(Promise.resolve(7))')).toBe(7);
  });

  it('passes of an error its message alone', async () => {
    const caught = '(() => { try { bridge.fail() } catch (error) { return [error.message, error.secret ?? null] } })()';
    expect(await inPage(caught)).toEqual(['refused', null]);
  });
});

describe('invoke', () => {
  it('brings arguments and result as structured clones', async () => {
    await app.inMain(`electron.ipcMain.handle('clone', (event, value) => {
      kept.given = value; return { when: new Date(value.when), set: new Set([1n]), bytes: new Uint8Array([1, 2]), self: null }; })`);
    const types = `bridge.invoke('clone', { when: new Date(5), nothing: undefined, list: [, 1] }).then((value) =>
      [value.when.getTime(), value.set.has(1n), value.bytes instanceof Uint8Array, value.bytes[1]])`;
    expect(await inPage(types)).toEqual([5, true, true, 2]);
    expect(
      await app.inMain('return [kept.given.when instanceof Date, "nothing" in kept.given, 0 in kept.given.list]'),
    ).toEqual([true, true, false]);
  });

  it('rejects with the message of the handler and no more', async () => {
    await app.inMain(
      `electron.ipcMain.handle('refuse', () => { throw Object.assign(new Error('no'), { secret: 'CANARY' }) })`,
    );
    expect(await failureInPage('bridge.invoke("refuse")')).toBe("Error invoking remote method 'refuse': Error: no");
  });

  it('rejects where nobody handles the channel', async () => {
    expect(await failureInPage('bridge.invoke("nobody")')).toContain("No handler registered for 'nobody'");
  });

  it('rejects a result that cannot be cloned', async () => {
    await app.inMain('electron.ipcMain.handle("function", () => () => undefined)');
    expect(await failureInPage('bridge.invoke("function")')).toMatch(/could not be cloned/);
  });

  it('knows the sender, its frame and its address', async () => {
    await app.inMain(`electron.ipcMain.handle('sender', ({ sender, senderFrame }) => [
      sender === kept.window.webContents, senderFrame === sender.mainFrame, senderFrame.parent, senderFrame.url, senderFrame.origin])`);
    expect(await inPage('bridge.invoke("sender")')).toEqual([
      true,
      true,
      null,
      'app://fixture/index.html',
      'app://fixture',
    ]);
  });

  it('has one handler a channel', async () => {
    await app.inMain('electron.ipcMain.handle("once", () => 1)');
    await expect(app.inMain('electron.ipcMain.handle("once", () => 2)')).rejects.toThrow(/second handler/);
    await app.inMain('electron.ipcMain.removeHandler("once"); electron.ipcMain.handleOnce("once", () => 3)');
    expect(await inPage('bridge.invoke("once")')).toBe(3);
    expect(await failureInPage('bridge.invoke("once")')).toContain('No handler registered');
  });
});

describe('messages', () => {
  it('reach listeners of the main process, which can reply', async () => {
    await app.inMain(`electron.ipcMain.on('ask', (event, value) => event.reply('answer', value + 1))`);
    const asked = 'new Promise((resolve) => { bridge.on("answer", resolve); bridge.send("ask", 1); })';
    expect(await inPage(asked)).toBe(2);
  });

  it('reach the page until it stops listening', async () => {
    await inPage('globalThis.heard = []; globalThis.stop = bridge.on("news", (value) => heard.push(value.n)); void 0');
    await app.inMain('kept.window.webContents.send("news", { n: 1 })');
    await expect.poll(() => inPage('heard')).toEqual([1]);
    await inPage('stop()');
    await app.inMain('kept.window.webContents.send("news", { n: 2 })');
    await app.inMain('electron.ipcMain.handle("barrier", () => null)');
    await inPage('bridge.invoke("barrier")');
    expect(await inPage('heard')).toEqual([1]);
  });

  it('that cannot be cloned are refused where they are sent', async () => {
    await expect(app.inMain('kept.window.webContents.send("news", () => undefined)')).rejects.toThrow(
      /could not be cloned/,
    );
  });
});

describe('a page that tampers with its own built-ins', () => {
  let tampered: Page;
  beforeAll(async () => {
    await app.inMain(`electron.ipcMain.handle('untampered', (event, value) => { kept.untampered = value; return value; });
      electron.ipcMain.on('untampered-message', (event, value) => { kept.untampered = value; }); await openWindow()`);
    tampered = await app.page();
    await tampered.evaluate(`{
      const lie = () => 'tampered';
      JSON.stringify = JSON.parse = Object.keys = Object.is = Number.isFinite = Date.prototype.getTime = lie;
    }`);
  });

  it('does not change what arrives in the main process', async () => {
    await tampered.evaluate('bridge.send("untampered-message", 5)');
    await expect.poll(() => app.inMain('return kept.untampered')).toBe(5);
  });

  it('does not change what is invoked', async () => {
    await tampered.evaluate('void bridge.invoke("untampered", 6)');
    await expect.poll(() => app.inMain('return kept.untampered')).toBe(6);
  });
});

describe('a preload script that fails', () => {
  it('is told of, and leaves the page without a bridge', async () => {
    const failing = `const path = process.env.TMPDIR + '/failing.cjs';
      (await import('node:fs')).writeFileSync(path, 'throw new Error("broken preload")');
      kept.broken = new electron.BrowserWindow({ webPreferences: { preload: path } });
      const told = new Promise((resolve) =>
        kept.broken.webContents.once('preload-error', (event, file, error) => resolve(error.message)));
      await kept.broken.loadURL('app://fixture/index.html');
      return told`;
    expect(await app.inMain(failing)).toBe('broken preload');
    const broken = await app.page();
    expect(await broken.evaluate('typeof bridge')).toBe('undefined');
    await app.inMain('kept.broken.destroy()');
  });
});

describe('a page from elsewhere with the same preload script', () => {
  it('is known by its address', async () => {
    await app.inMain(
      `electron.ipcMain.on('who', (event) => { kept.who = [event.senderFrame.url, event.senderFrame.origin]; })`,
    );
    await app.order('openForeign', 'data:text/html,<title>foreign</title>');
    const foreign = await app.page();
    await foreign.evaluate('bridge.send("who")');
    await expect.poll(() => app.inMain('return kept.who')).toEqual(['data:text/html,<title>foreign</title>', 'null']);
  });
});
