/** `app`: the application as a whole. */
import { EventEmitter } from 'node:events';
import { createAppEvent } from './app-event.ts';
import { createAppPaths } from './app-paths.ts';
import { createCommandLine } from './command-line.ts';
import { createDock } from './dock.ts';
import type { Lifecycle } from './lifecycle.ts';
import { createLoginItem } from './login-item.ts';
import type { PreviewOptions } from './options.ts';
import type { Quitting } from './quitting.ts';
import { createSingleInstance } from './single-instance.ts';
import type { WindowList } from './window-list.ts';

type Offered =
  | 'commandLine'
  | 'disableHardwareAcceleration'
  | 'dock'
  | 'enableSandbox'
  | 'exit'
  | 'focus'
  | 'getAppPath'
  | 'getLocale'
  | 'getLoginItemSettings'
  | 'getName'
  | 'getPath'
  | 'getPreferredSystemLanguages'
  | 'getSystemLocale'
  | 'getVersion'
  | 'hasSingleInstanceLock'
  | 'hide'
  | 'isHidden'
  | 'isPackaged'
  | 'isReady'
  | 'name'
  | 'quit'
  | 'releaseSingleInstanceLock'
  | 'requestSingleInstanceLock'
  | 'resolveProxy'
  | 'setActivationPolicy'
  | 'setAppLogsPath'
  | 'setAppUserModelId'
  | 'setDesktopName'
  | 'setLoginItemSettings'
  | 'setName'
  | 'setPath'
  | 'show'
  | 'userAgentFallback'
  | 'whenReady';

export interface AppParts {
  readonly options: PreviewOptions;
  readonly lifecycle: Lifecycle;
  readonly manifest: { readonly name: string; readonly version: string; readonly productName?: string };
  readonly windows: () => WindowList;
  readonly quitting: () => Quitting;
  resolveProxy(url: string): Promise<string>;
}

type AppStandIn = Pick<Electron.App, Offered> & EventEmitter;

export function createApp(parts: AppParts): AppStandIn {
  const { options, lifecycle, manifest, windows, quitting } = parts;
  const events = new EventEmitter();
  const singleInstance = createSingleInstance(({ argv, workingDirectory, additionalData }) =>
    events.emit('second-instance', createAppEvent(), argv, workingDirectory, additionalData),
  );
  const isMac = options.platform === 'darwin';
  let name = manifest.productName ?? manifest.name;
  let isHidden = false;
  const paths = createAppPaths(lifecycle, () => name);
  const locale = Intl.DateTimeFormat().resolvedOptions().locale;

  const offered: Pick<Electron.App, Offered> = {
    ...paths,
    ...createLoginItem(options.platform),
    commandLine: createCommandLine(lifecycle, options.appArguments) as Electron.CommandLine,
    dock: isMac ? (createDock() as Electron.Dock) : undefined,
    isPackaged: false,
    userAgentFallback: 'Tokentray preview',
    get name() {
      return name;
    },
    set name(next) {
      name = next;
    },
    getName: () => name,
    setName(next) {
      name = next;
    },
    getVersion: () => manifest.version,
    getAppPath: () => options.appFolder,
    getLocale: () => locale,
    getSystemLocale: () => locale,
    getPreferredSystemLanguages: () => [locale],
    isReady: () => lifecycle.isReady,
    whenReady: () => lifecycle.whenReady,
    enableSandbox: () => lifecycle.requireNotReady('app.enableSandbox() can only be called'),
    disableHardwareAcceleration: () =>
      lifecycle.requireNotReady('app.disableHardwareAcceleration() can only be called'),
    requestSingleInstanceLock(additionalData) {
      lifecycle.requireNotReady('app.requestSingleInstanceLock should be called');
      return singleInstance.request(paths.getPath('userData'), additionalData ?? null);
    },
    hasSingleInstanceLock: () => singleInstance.has(),
    releaseSingleInstanceLock: () => singleInstance.release(),
    resolveProxy: (url) => parts.resolveProxy(url),
    quit: () => quitting().quit(),
    exit: (code = 0) => quitting().exit(code),
    focus: () =>
      windows()
        .all()
        .find((window) => window.isVisible())
        ?.focus(),
    hide() {
      isHidden = true;
    },
    show() {
      isHidden = false;
    },
    isHidden: () => isHidden,
    setActivationPolicy() {},
    setAppUserModelId() {},
    setDesktopName() {},
  };
  return Object.defineProperties(events, Object.getOwnPropertyDescriptors(offered)) as AppStandIn;
}
