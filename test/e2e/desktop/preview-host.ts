/** The application under test in the preview host. */
import { setTimeout as delay } from 'node:timers/promises';
import { prepareFolders } from './app-process.ts';
import type { AppUnderTest, LaunchOptions } from './app-under-test.ts';
import { createAppUnderTest, isAppPage } from './host-orders.ts';
import { createPreviewPages } from './preview-pages.ts';
import { startPreview } from './preview-process.ts';

export async function launchInPreview(options: LaunchOptions): Promise<AppUnderTest> {
  const { home, environment } = prepareFolders(options);
  const preview = await startPreview(words(options), environment);
  const { order } = preview;
  const pages = createPreviewPages(() => order('endpoint', null));

  async function findWindow(page: string): Promise<string | undefined> {
    const windows = await order('windows', null);
    return windows.find(({ url }) => isAppPage(url, page))?.targetId;
  }

  async function waitForWindow(page: string): Promise<string> {
    for (;;) {
      const found = await findWindow(page);
      if (found !== undefined) return found;
      await delay(20);
    }
  }

  return createAppUnderTest({
    ...preview,
    host: 'preview',
    home,
    window: async (page) => pages.find(await waitForWindow(page)),
    hasWindow: async (page) => (await findWindow(page)) !== undefined,
    setDark: async (isDark) => void (await order('setDark', isDark)),
    setOnline: async (isOnline) => void (await order('setOnline', isOnline)),
    foreignWindow: async (url) => pages.find(await order('openForeign', url)),
    close: () => pages.close(),
  });
}

function words({ platform, wayland, tray, viewport, arguments: own = [] }: LaunchOptions): readonly string[] {
  return [
    ...(platform === undefined ? [] : [`--platform=${platform}`]),
    ...(wayland === true ? ['--wayland'] : []),
    ...(tray === false ? ['--no-tray'] : []),
    ...(viewport === undefined ? [] : [`--viewport=${viewport.width}x${viewport.height}`]),
    ...own,
  ];
}
