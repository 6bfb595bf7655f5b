/** The preview host holds an application to Electron's order of things: before ready, after it, and at the end. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startFixtureApp } from './fixture-app.ts';
import type { FixtureApp, FixtureOptions } from './fixture-app.ts';

const started: FixtureApp[] = [];

async function start(options?: FixtureOptions): Promise<FixtureApp> {
  const app = await startFixtureApp(options);
  started.push(app);
  return app;
}

afterEach(async () => {
  for (const app of started.splice(0)) await app.close();
});

describe('before ready', () => {
  it('is not ready while the entry module is evaluated', async () => {
    const app = await start({ early: 'return electron.app.isReady()' });
    expect(await app.early).toEqual({ value: false });
  });

  it('never becomes ready for an entry module that waits for it', async () => {
    const waiting = start({ words: ['--app=test/fixtures/preview-app/never-ready'] });
    await expect(waiting).rejects.toThrow(/ended with 1/);
  });

  it.each([
    ['BrowserWindow', 'new electron.BrowserWindow()'],
    ['Tray', 'new electron.Tray(electron.nativeImage.createEmpty())'],
    ['Notification', 'new electron.Notification({ title: "x" })'],
    ['screen', 'electron.screen.getPrimaryDisplay()'],
    ['powerMonitor', 'electron.powerMonitor.on("resume", () => undefined)'],
    ['the session', 'electron.session.defaultSession'],
    ['protocol.handle', 'electron.protocol.handle("app", () => new Response())'],
  ])('refuses %s', async (_, source) => {
    const app = await start({ early: source });
    expect(await app.early).toHaveProperty('failure', expect.stringMatching(/before app is ready/));
  });

  it.each([
    ['a path', 'electron.app.setPath("userData", "/tmp"); return electron.app.getPath("userData")', '/tmp'],
    [
      'a switch',
      'electron.app.commandLine.appendSwitch("lang", "de"); return electron.app.commandLine.getSwitchValue("lang")',
      'de',
    ],
    ['the lock', 'return electron.app.requestSingleInstanceLock()', true],
  ])('takes %s', async (_, source, value) => {
    const app = await start({ early: source });
    expect(await app.early).toEqual({ value });
  });

  it('ends an application that quits', async () => {
    await expect(start({ early: 'electron.app.quit()' })).rejects.toThrow(/ended with 0/);
  });
});

describe('after ready', () => {
  let app: FixtureApp;
  beforeAll(async () => void (app = await startFixtureApp()));
  afterAll(() => app.close());

  it.each([
    ['a scheme', 'electron.protocol.registerSchemesAsPrivileged([])'],
    ['the place of its data', 'electron.app.setPath("userData", "/tmp")'],
    ['the place of session data', 'electron.app.setPath("sessionData", "/tmp")'],
    ['the lock', 'electron.app.requestSingleInstanceLock()'],
    ['a switch', 'electron.app.commandLine.appendSwitch("lang", "de")'],
    ['the sandbox of all pages', 'electron.app.enableSandbox()'],
  ])('refuses %s', async (_, source) => {
    await expect(app.inMain(source)).rejects.toThrow(/ready already/);
  });

  it.each([
    ['is relative', 'electron.app.setPath("logs", "logs")', /absolute/],
    ['does not exist', 'electron.app.setPath("logs", "/nowhere/at/all")', /no folder/],
    ['has no known name', 'electron.app.setPath("elsewhere", "/tmp")', /Failed to set path/],
  ])('refuses a path that %s', async (_, source, reason) => {
    await expect(app.inMain(source)).rejects.toThrow(reason);
  });

  it('knows name and version by the package', async () => {
    expect(await app.inMain('return [electron.app.name, electron.app.getVersion(), electron.app.isPackaged]')).toEqual([
      'Preview App',
      '1.2.3',
      false,
    ]);
  });
});

describe('the end', () => {
  const record = `
    const { app } = electron;
    for (const name of ['before-quit', 'will-quit', 'quit']) app.on(name, () => console.log('event', name));
    kept.window = new electron.BrowserWindow();
    kept.window.on('close', () => console.log('event', 'close'));
    kept.window.on('closed', () => console.log('event', 'closed'));
  `;
  const events = (app: FixtureApp) => [...app.output().matchAll(/^event (\S+)/gm)].map(([, name]) => name);

  it('comes in the order before-quit, close, closed, will-quit, quit', async () => {
    const app = await start();
    await app.inMain(record);
    await app.order('quit', null);
    expect(await app.ended).toBe(0);
    expect(events(app)).toEqual(['before-quit', 'close', 'closed', 'will-quit', 'quit']);
  });

  it('asks nobody for app.exit, and has its code', async () => {
    const app = await start();
    await app.inMain(`${record} setImmediate(() => app.exit(7));`);
    expect(await app.ended).toBe(7);
    expect(events(app)).toEqual(['closed', 'quit']);
  });

  const callOff = '(event) => { event.preventDefault(); kept.isCalledOff = true; }';
  it.each([
    ['before-quit', `electron.app.once("before-quit", ${callOff})`],
    ['will-quit', `electron.app.once("will-quit", ${callOff})`],
    ['close', `kept.window.once("close", ${callOff})`],
  ])('is called off by a listener of %s, and comes when asked again', async (_, prevent) => {
    const app = await start();
    await app.inMain(`${record} ${prevent}; electron.app.quit();`);
    // Its windows may close before it is called off, and each asks its page first.
    await expect.poll(() => app.inMain('return kept.isCalledOff')).toBe(true);
    expect(events(app)).not.toContain('quit');
    await app.order('quit', null);
    expect(await app.ended).toBe(0);
  });

  it('comes with a signal', async () => {
    const app = await start();
    await app.inMain(`${record} process.kill(process.pid, 'SIGTERM')`);
    expect(await app.ended).toBe(0);
    expect(events(app).at(0)).toBe('before-quit');
  });

  it('comes after the last window when nobody listens for that', async () => {
    const app = await start();
    await app.inMain(
      'electron.app.removeAllListeners("window-all-closed"); kept.window = new electron.BrowserWindow()',
    );
    await app.inMain('kept.window.close()');
    expect(await app.ended).toBe(0);
  });
});

describe('a second process', () => {
  it('does not get the lock, and is told to the first', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tokentray-preview-lock-'));
    const lock = `electron.app.setPath("userData", ${JSON.stringify(folder)});
      electron.app.on("second-instance", (event, argv, cwd, data) => console.log("event", data.from));
      return electron.app.requestSingleInstanceLock({ from: process.env.WHO })`;
    const first = await start({ early: lock, environment: { WHO: 'first' } });
    const second = await start({ early: lock, environment: { WHO: 'second' } });
    expect([await first.early, await second.early]).toEqual([{ value: true }, { value: false }]);
    await expect.poll(() => first.output()).toContain('event second');
  });

  it('gets the lock of one that was killed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tokentray-preview-lock-'));
    const lock = `electron.app.setPath("userData", ${JSON.stringify(folder)}); return electron.app.requestSingleInstanceLock()`;
    const first = await start({ early: lock });
    await first.close();
    const second = await start({ early: lock });
    expect(await second.early).toEqual({ value: true });
  });
});
