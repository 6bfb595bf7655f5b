/** `session`: the one session of the preview, with the handlers that decide what its pages may do. */
import { EventEmitter } from 'node:events';
import type { CDPSession, Page } from 'playwright';
import { createAppEvent } from './app-event.ts';
import { DownloadItemStandIn } from './download-item.ts';
import type { Lifecycle } from './lifecycle.ts';
import { applyPermissions } from './permissions.ts';
import type { PermissionHandlers } from './permissions.ts';
import { createWebRequest } from './web-request.ts';
import type { WebRequestGate } from './web-request.ts';

type Offered =
  | 'clearCache'
  | 'clearStorageData'
  | 'getUserAgent'
  | 'isSpellCheckerEnabled'
  | 'protocol'
  | 'resolveProxy'
  | 'setCertificateVerifyProc'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setPermissionRequestHandler'
  | 'setSpellCheckerEnabled'
  | 'spellCheckerEnabled'
  | 'webRequest';

export interface SessionHost {
  readonly session: Electron.Session;
  /** What the application imports as `session`: Electron gives the session itself only after ready. */
  readonly module: Pick<typeof Electron.Session, 'defaultSession'>;
  readonly gate: WebRequestGate;
  /** Brings a page of these contents under the session's handlers. */
  adopt(page: Page, devTools: CDPSession, contents: Electron.WebContents): Promise<void>;
}

export function createSession(
  lifecycle: Lifecycle,
  protocol: Pick<Electron.Protocol, 'handle' | 'unhandle' | 'isProtocolHandled'>,
): SessionHost {
  const { webRequest, gate } = createWebRequest();
  const handlers: PermissionHandlers = { request: null, check: null };
  const adopted = new Map<CDPSession, Electron.WebContents>();
  let isSpellChecked = true;

  const applyAll = async () => {
    for (const [devTools, contents] of adopted) {
      await applyPermissions(handlers, contents, devTools).catch(() => adopted.delete(devTools));
    }
  };

  const offered: Pick<Electron.Session, Offered> = {
    protocol: protocol as Electron.Protocol,
    webRequest: webRequest as Electron.WebRequest,
    setPermissionRequestHandler(handler) {
      handlers.request = handler;
      void applyAll();
    },
    setPermissionCheckHandler(handler) {
      handlers.check = handler;
      void applyAll();
    },
    // Chromium lets a page have devices and screens only after a person chose one, and here nobody can.
    setDevicePermissionHandler() {},
    setDisplayMediaRequestHandler() {},
    setCertificateVerifyProc(check) {
      if (check !== null) throw new Error('The preview host keeps to Chromium’s judgement of certificates');
    },
    resolveProxy: async () => 'DIRECT',
    clearCache: async () => undefined,
    clearStorageData: async () => undefined,
    getUserAgent: () => 'Tokentray preview',
    get spellCheckerEnabled() {
      return isSpellChecked;
    },
    set spellCheckerEnabled(enable) {
      isSpellChecked = enable;
    },
    isSpellCheckerEnabled: () => isSpellChecked,
    setSpellCheckerEnabled(enable) {
      isSpellChecked = enable;
    },
  };
  const session = Object.defineProperties(
    new EventEmitter(),
    Object.getOwnPropertyDescriptors(offered),
  ) as unknown as Electron.Session;

  return {
    session,
    gate,
    module: {
      get defaultSession() {
        lifecycle.requireReady('Session can only be received when app is ready; it was asked for');
        return session;
      },
    },
    async adopt(page, devTools, contents) {
      adopted.set(devTools, contents);
      page.on('close', () => adopted.delete(devTools));
      page.on('download', (download) => {
        const item = new DownloadItemStandIn(download);
        const event = createAppEvent();
        session.emit('will-download', event, item, contents);
        item.cancel();
        if (!event.defaultPrevented)
          process.stderr.write(`[window] The preview saves no downloads: ${item.getURL()}\n`);
      });
      await applyPermissions(handlers, contents, devTools);
    },
  };
}
