/** The application under test in real Electron, unpackaged, driven by Playwright. */
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { _electron } from 'playwright';
import type { ElectronApplication, Page } from 'playwright';
import { prepareFolders, watchProcess } from './app-process.ts';
import type { AppUnderTest, LaunchOptions } from './app-under-test.ts';
import { createAppUnderTest, isAppPage } from './host-orders.ts';
import type { Order } from './host-orders.ts';

const recorder = resolve('test/e2e/desktop/electron-recorder.cjs');

/** Throws for what only the preview can pretend. */
export async function launchInElectron(executable: string, options: LaunchOptions): Promise<AppUnderTest> {
  const { platform, wayland, tray, viewport } = options;
  if ((platform ?? process.platform) !== process.platform || wayland === true || tray === false) {
    throw new Error('Real Electron runs on this machine’s own system only');
  }
  const { home, environment } = prepareFolders(options);
  const app = await _electron.launch({
    executablePath: executable,
    args: ['-r', recorder, resolve('.'), ...(options.arguments ?? [])],
    env: { ...environment },
    // Where root runs the tests, Chromium cannot start its sandbox.
    chromiumSandbox: process.getuid?.() !== 0,
  });
  const watched = watchProcess(app.process());
  const order = orders(app);
  const main = () => ownWindow(app, 'index.html');

  async function sized(name: string): Promise<Page> {
    const page = await ownWindow(app, name);
    if (viewport !== undefined) {
      const window = await app.browserWindow(page);
      await window.evaluate((own, { width, height }) => own.setContentSize(width, height), viewport);
    }
    return page;
  }

  return createAppUnderTest({
    ...watched,
    host: 'electron',
    home,
    order,
    window: sized,
    hasWindow: async (name) => app.windows().some((page) => isAppPage(page.url(), name)),
    // The system's own appearance cannot be switched from here; its effect on the page can.
    setDark: async (isDark) => (await main()).emulateMedia({ colorScheme: isDark ? 'dark' : 'light' }),
    async setOnline(isOnline) {
      await order('setOnline', isOnline);
      await app.context().setOffline(!isOnline);
    },
    async foreignWindow(url) {
      const [page] = await Promise.all([app.waitForEvent('window'), order('openForeign', url)]);
      await page.waitForLoadState('load');
      return page;
    },
    close: async () => undefined,
  });
}

function orders(app: ElectronApplication): Order {
  return async (name, input) => {
    const call = { name, input };
    const answer: unknown = await app.evaluate((_, { name, input }) => {
      const { tokentrayRecorder } = globalThis as unknown as {
        tokentrayRecorder: Record<string, (input: unknown) => unknown>;
      };
      return tokentrayRecorder[name]?.(input) ?? null;
    }, call);
    return answer as never;
  };
}

async function ownWindow(app: ElectronApplication, name: string): Promise<Page> {
  for (;;) {
    const page = app.windows().find((candidate) => isAppPage(candidate.url(), name));
    if (page !== undefined) {
      await page.waitForLoadState('load');
      return page;
    }
    await delay(20);
  }
}
