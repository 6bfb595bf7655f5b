/** Runs the built application without Electron: `node test/preview/run.ts [--headless] [--control] [--platform=…] [--wayland]`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { hasDisplay } from '../../main/start/has-display.ts';
import { startChromium } from './chromium.ts';
import type { Chromium } from './chromium.ts';
import { listenToTest } from './control.ts';
import { provideElectron } from './electron-module.ts';
import { createElectron } from './electron.ts';
import type { ElectronHost } from './electron.ts';
import { findBrowser } from './find-browser.ts';
import { openForeignWindow } from './foreign-window.ts';
import { readOptions } from './options.ts';
import type { PreviewOptions } from './options.ts';
import { openOwnClipboard } from './own-clipboard.ts';
import { withPlatform } from './pretended-platform.ts';
import { moveToCorner, realScreen } from './real-screen.ts';
import { showStrip } from './strip.ts';
import { pretendedScreen } from './window-bounds.ts';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly main: string;
}

/** EX_UNAVAILABLE of sysexits.h: there is no browser, and who started this may know another way. */
const noBrowser = 69;
const stripSize = { width: 420, height: 640 };

async function run(options: PreviewOptions): Promise<void> {
  const machineEnvironment = { ...process.env };
  if (options.isWayland) process.env['XDG_SESSION_TYPE'] = 'wayland';
  const executable = findBrowser(process.platform, process.env);
  if (executable === undefined) {
    process.stderr.write('The preview needs an installed Chromium, Google Chrome or Microsoft Edge, and found none.\n');
    process.exit(noBrowser);
  }
  if (!options.isHeadless && !hasDisplay(process.env, process.platform)) {
    throw new Error('There is no display to show windows on; --headless shows none.');
  }
  const manifest = JSON.parse(readFileSync(join(options.appFolder, 'package.json'), 'utf8')) as Manifest;
  let chromium: Chromium | null = null;
  const end = async (code: number) => {
    await chromium?.close();
    process.exit(code);
  };
  const host = createElectron({ options, manifest, ended: (code) => void end(code) });
  provideElectron(host.electron);
  // As Electron does: a signal quits, and ready comes only after the entry module is evaluated.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => host.quitting.quit());
  await withPlatform(options.platform, () => evaluate(join(options.appFolder, manifest.main)));
  if (host.quitting.isUnderWay) return;

  const { isHeadless } = options;
  const isControlled = options.isControlled && process.send !== undefined;
  chromium = await startChromium({
    executable,
    environment: machineEnvironment,
    isHeadless,
    hasDebuggingPort: isControlled,
    stripSize,
  });
  chromium.firstPage.on('close', () => host.quitting.quit());
  const { firstPage } = chromium;
  const area = isHeadless ? pretendedScreen : await realScreen(firstPage);
  await host.becomeReady(chromium, area);
  if (host.quitting.isUnderWay) return;
  await showStrip({ ...host, page: firstPage, visit: (url) => void visit(chromium, url) }).catch((error: unknown) => {
    // Who quits at once closes the browser under it.
    if (!host.quitting.isUnderWay) throw error;
  });
  if (host.quitting.isUnderWay) return;
  if (!isHeadless) {
    await moveToCorner(firstPage, area, stripSize.width);
    host.clipboard.join(await openOwnClipboard(firstPage));
  }
  if (isControlled) control(host, chromium);
}

/** An entry module that waits for ready waits for ever: there is nothing left to do then, which is how it is noticed. */
async function evaluate(entry: string): Promise<void> {
  const complain = () => {
    process.stderr.write(`${entry} never finishes: ready comes only after the entry module is evaluated.\n`);
    process.exit(1);
  };
  process.once('beforeExit', complain);
  await import(pathToFileURL(entry).href);
  process.off('beforeExit', complain);
}

async function visit(chromium: Chromium | null, url: string): Promise<void> {
  const page = await chromium?.openPage();
  await page?.goto(url).catch(() => undefined);
}

function control(host: ElectronHost, chromium: Chromium): void {
  const listWindows = async () => {
    const open = host.windows.all().map(async (window) => {
      const targetId = await host.viewOf(window)?.targetId();
      return targetId === undefined ? [] : [{ targetId, url: window.webContents.getURL() }];
    });
    return (await Promise.all(open)).flat();
  };
  const parts = {
    chromium,
    listWindows,
    desktop: host.desktop,
    clipboard: host.clipboard,
    globalKeys: host.globalKeys,
    told: host.told,
    emitPower: host.emitPower,
    windows: () => host.windows.all(),
    openForeign: (url: string) => openForeignWindow(host, url),
    quit: () => host.quitting.quit(),
    abandon: () => host.quitting.exit(1),
    setDark: host.setSystemDark,
    async setOnline(isOnline: boolean) {
      host.setOnline(isOnline);
      await chromium.context.setOffline(!isOnline);
    },
  };
  listenToTest(parts, process);
}

try {
  await run(readOptions(process.argv.slice(2), { folder: process.cwd(), platform: process.platform }));
} catch (error) {
  const [line] = (error instanceof Error ? error.message : String(error)).split('\n');
  process.stderr.write(`${line}\n`);
  process.exit(1);
}
