/** Threat: a page that was taken over asks the browser for more than the window needs. */
import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { harden } from '../../main/desktop/harden.ts';
import { denyNavigation, denyNewWindows, denyWebviews } from '../../main/desktop/hardening-contents.ts';
import { denyDownloads, denyPermissions, denyRemoteContent } from '../../main/desktop/hardening-session.ts';
import { windowOptions } from '../../main/desktop/window-options.ts';

/** Emits as Electron does, and tells whether a listener prevented it. */
class Source extends EventEmitter {
  isPrevented(event: string, ...values: unknown[]): boolean {
    let prevented = false;
    this.emit(event, { preventDefault: () => (prevented = true) }, ...values);
    return prevented;
  }
}

class FakeSession extends Source {
  readonly handlers = new Map<string, (...values: never[]) => unknown>();
  readonly webRequest = {
    onBeforeRequest: (listener: (...values: never[]) => unknown) => void this.handlers.set('request', listener),
  };

  setPermissionRequestHandler(handler: (...values: never[]) => unknown): void {
    this.handlers.set('permission', handler);
  }

  setPermissionCheckHandler(handler: (...values: never[]) => unknown): void {
    this.handlers.set('check', handler);
  }

  setDevicePermissionHandler(handler: (...values: never[]) => unknown): void {
    this.handlers.set('device', handler);
  }

  ask(name: string, ...values: unknown[]): unknown {
    return this.handlers.get(name)?.(...(values as never[]));
  }
}

class FakeContents extends Source {
  opener: (() => { action: string }) | undefined;

  setWindowOpenHandler(handler: () => { action: string }): void {
    this.opener = handler;
  }
}

const permissions = [
  'clipboard-read',
  'notifications',
  'media',
  'geolocation',
  'openExternal',
  'fileSystem',
  'unknown',
];

describe('a permission request', () => {
  it.each(permissions)('for %s is denied, asked for or looked up', (permission) => {
    const session = new FakeSession();
    denyPermissions(session as never);
    const answers: unknown[] = [];
    session.ask('permission', {}, permission, (isGranted: boolean) => answers.push(isGranted), {});
    expect(answers).toEqual([false]);
    expect(session.ask('check', null, permission, 'app://tokentray', {})).toBe(false);
  });

  it.each(['hid', 'serial', 'usb'])('for a device of the kind %s is denied', (deviceType) => {
    const session = new FakeSession();
    denyPermissions(session as never);
    expect(session.ask('device', { deviceType, origin: 'app://tokentray' })).toBe(false);
  });
});

it('a download is denied', () => {
  const session = new FakeSession();
  denyDownloads(session as never);
  expect(session.isPrevented('will-download', {}, {})).toBe(true);
});

describe('remote content', () => {
  it.each([
    ['app://tokentray/index.html', false],
    ['devtools://devtools/bundled/inspector.html', false],
    ['https://example.com/pixel.png', true],
    ['http://127.0.0.1:8080/', true],
    ['app://other/index.html', true],
    ['app://jane@tokentray/index.html', true],
    ['file:///etc/passwd', true],
    ['ws://example.com/', true],
    ['data:text/html,x', true],
  ])('%s: refused is %s', (url, isRefused) => {
    const session = new FakeSession();
    denyRemoteContent(session as never);
    const answers: unknown[] = [];
    session.ask('request', { url }, (answer: unknown) => answers.push(answer));
    expect(answers).toEqual([{ cancel: isRefused }]);
  });
});

it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('navigation (%s) is denied', (event) => {
  const contents = new FakeContents();
  denyNavigation(contents as never);
  expect(contents.isPrevented(event)).toBe(true);
});

it('window-open is denied', () => {
  const contents = new FakeContents();
  denyNewWindows(contents as never);
  expect(contents.opener?.()).toEqual({ action: 'deny' });
});

it('a webview is not attached', () => {
  const contents = new FakeContents();
  denyWebviews(contents as never);
  expect(contents.isPrevented('will-attach-webview', {}, {})).toBe(true);
});

it('every page there will ever be is hardened, not only the first', () => {
  const app = new EventEmitter();
  harden(app as never, new FakeSession() as never);
  for (const contents of [new FakeContents(), new FakeContents()]) {
    app.emit('web-contents-created', {}, contents);
    expect(contents.opener?.()).toEqual({ action: 'deny' });
    expect(contents.isPrevented('will-navigate')).toBe(true);
    expect(contents.isPrevented('will-attach-webview')).toBe(true);
  }
});

describe('the window', () => {
  const bounds = { width: 900, height: 700 };
  const look = { title: 'Tokentray', bounds, isDark: false, preload: '/x/index.cjs', hasDevTools: false };

  it('keeps its page in the sandbox, without Node and without pages in the page', () => {
    expect(windowOptions(look).webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
    });
  });

  it('has no developer tools in an installed application', () => {
    expect(windowOptions(look).webPreferences?.devTools).toBe(false);
  });

  it('switches no feature on that Chromium has off', () => {
    expect(windowOptions(look).webPreferences).not.toHaveProperty('enableBlinkFeatures');
    expect(windowOptions(look).webPreferences).not.toHaveProperty('experimentalFeatures');
  });
});
