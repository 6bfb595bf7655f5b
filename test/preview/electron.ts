/** Puts the stand-ins together as the module `electron` of the main process. */
import type { Page } from 'playwright';
import { createApp } from './app.ts';
import { createBrowserWindowClass } from './browser-window.ts';
import type { Chromium } from './chromium.ts';
import { ClipboardItemStandIn } from './clipboard-item.ts';
import { createClipboard } from './clipboard.ts';
import { createDialog } from './dialog.ts';
import { createGlobalShortcut } from './global-shortcut.ts';
import { IpcMainStandIn } from './ipc-main.ts';
import { createLifecycle } from './lifecycle.ts';
import { createMenuRoles } from './menu-roles.ts';
import { createMenuClasses } from './menu.ts';
import { createNativeImage } from './native-image.ts';
import { NativeThemeStandIn } from './native-theme.ts';
import { createNet } from './net.ts';
import { createNotificationClass } from './notification.ts';
import type { PreviewOptions } from './options.ts';
import { openPageView } from './page-view.ts';
import type { PageView } from './page-view.ts';
import type { ToPage } from './page/preload-world.ts';
import { createPowerMonitor } from './power-monitor.ts';
import { createPretendedDesktop } from './pretended-desktop.ts';
import { createSchemes } from './protocol.ts';
import { createQuitting } from './quitting.ts';
import { routeRequests } from './requests.ts';
import type { PageOwner } from './requests.ts';
import { createSchemeAddress } from './scheme-address.ts';
import { createScreen } from './screen.ts';
import { createSession } from './session.ts';
import { createShell } from './shell.ts';
import { createSystemClipboard } from './system-clipboard.ts';
import { createTrayClass } from './tray.ts';
import { WebContentsStandIn } from './web-contents.ts';
import { pretendedScreen } from './window-bounds.ts';
import type { ScreenArea } from './window-bounds.ts';
import { createWindowList } from './window-list.ts';

export type ElectronHost = ReturnType<typeof createElectron>;

export interface ElectronParts {
  readonly options: PreviewOptions;
  readonly manifest: { readonly name: string; readonly version: string };
  /** The application has ended. */
  ended(code: number): void;
}

export function createElectron({ options, manifest, ended }: ElectronParts) {
  const { platform, isHeadless, viewport } = options;
  const lifecycle = createLifecycle();
  const desktop = createPretendedDesktop();
  const schemes = createSchemes(lifecycle);
  const address = createSchemeAddress(schemes.pageScheme);
  const host = createSession(lifecycle, schemes.protocol);
  const ipcMain = new IpcMainStandIn();
  const nativeTheme = new NativeThemeStandIn();
  const nativeImage = createNativeImage(platform);
  const views = new Map<Electron.WebContents, PageView>();
  const owners = new Map<Page, PageOwner>();
  let chromium: Chromium | null = null;
  let isOnline = true;
  let screenArea = pretendedScreen;
  const told: string[] = [];
  let ownPreload: string | null = null;

  const app = createApp({
    options,
    lifecycle,
    manifest,
    resolveProxy: async () => 'DIRECT',
    windows: () => windows,
    quitting: () => quitting,
  });
  const emit = (name: string, ...values: unknown[]) => app.emit(name, ...values);
  const windows = createWindowList({ emit });
  const quitting = createQuitting({
    emit,
    ended,
    windows: () => windows,
    listenerCount: (name) => app.listenerCount(name),
  });
  const isFocused = () => windows.focused() !== null;
  const clipboard = createSystemClipboard({ isWayland: options.isWayland, isFocused });
  const selection = createSystemClipboard({ isWayland: options.isWayland, isFocused });
  const powerMonitor = createPowerMonitor(lifecycle);
  const { globalShortcut, globalKeys } = createGlobalShortcut({ lifecycle, isWayland: options.isWayland });
  const { Menu, MenuItem } = createMenuClasses(createMenuRoles(() => quitting.quit()));

  // Only a test asks for it.
  const overhear = (message: ToPage) => void (options.isControlled && told.push(JSON.stringify(message)));
  const BrowserWindow = createBrowserWindowClass({
    lifecycle,
    windows,
    viewport,
    emit,
    workArea: () => screenArea.work,
    gone: () => quitting.windowGone(),
    kept: () => quitting.windowKept(),
    contents(windowOptions, bounds, window, id) {
      const open = (watcher: Parameters<typeof openPageView>[0]['watcher']) => {
        if (chromium === null) throw new Error('There is no Chromium yet');
        const { preload } = windowOptions.webPreferences ?? {};
        ownPreload ??= preload ?? null;
        return openPageView({ chromium, platform, preload, bounds, isHeadless, watcher, overhear, prepare });
      };
      const prepare: Parameters<typeof openPageView>[0]['prepare'] = async (page, devTools) => {
        const view = WebContentsStandIn.viewOf(contents);
        owners.set(page, { contents: real, isExpected: (url) => view.isExpected(url) });
        page.on('close', () => owners.delete(page));
        view.setColorScheme(colorScheme());
        await host.adopt(page, devTools, real);
      };
      const contents = new WebContentsStandIn({ id, session: host.session, ipcMain, address, window, open });
      const real = contents as unknown as Electron.WebContents;
      views.set(real, WebContentsStandIn.viewOf(contents));
      contents.once('destroyed', () => views.delete(real));
      return contents;
    },
  });

  const colorScheme = () => (nativeTheme.shouldUseDarkColors ? 'dark' : 'light');
  nativeTheme.on('updated', () => {
    for (const view of views.values()) view.setColorScheme(colorScheme());
  });

  const electron = {
    app,
    BrowserWindow,
    clipboard: createClipboard(clipboard, platform === 'linux' ? selection : undefined),
    ClipboardItem: ClipboardItemStandIn,
    dialog: createDialog(desktop),
    globalShortcut,
    ipcMain,
    Menu,
    MenuItem,
    nativeImage,
    nativeTheme,
    net: createNet(() => isOnline),
    Notification: createNotificationClass(lifecycle, desktop, platform),
    powerMonitor,
    protocol: schemes.protocol,
    screen: createScreen(lifecycle, () => screenArea),
    session: host.module,
    shell: createShell(desktop),
    Tray: createTrayClass({
      lifecycle,
      platform,
      desktop,
      hasTray: options.hasTray,
      image: (path) => nativeImage.createFromPath(path),
      focusedWindow: () => windows.focused(),
    }),
  } satisfies Partial<Record<keyof typeof Electron.CrossProcessExports, unknown>>;

  return {
    electron,
    desktop,
    told,
    globalKeys,
    clipboard,
    windows,
    quitting,
    ownPreload: () => ownPreload,
    setSystemDark: (isDark: boolean) => NativeThemeStandIn.setSystemDark(nativeTheme, isDark),
    emitPower: (event: string) => void powerMonitor.emit(event),
    setOnline(next: boolean) {
      isOnline = next;
    },
    viewOf: (window: Electron.BrowserWindow) => views.get(window.webContents) ?? null,
    /** Chromium is there, and everything that only may happen after ready may now happen. */
    async becomeReady(started: Chromium, area: ScreenArea) {
      chromium = started;
      screenArea = area;
      const { context, mayLive } = started;
      await routeRequests({ context, address, owners, mayLive, gate: host.gate, serve: schemes.serve });
      emit('will-finish-launching');
      lifecycle.becomeReady();
      emit('ready', {}, {});
    },
  };
}
