/** One page in Chromium as the stand-ins see it: opened in the background, told things in order, and watched. */
import { setTimeout as delay } from 'node:timers/promises';
import type { CDPSession, Page } from 'playwright';
import type { Chromium } from './chromium.ts';
import type { PreviewPlatform } from './options.ts';
import { openPageChannel } from './page-channel.ts';
import type { PageChannel } from './page-channel.ts';
import type { FromPage, ToPage } from './page/preload-world.ts';

export interface PageWatcher {
  hear(message: FromPage): void;
  /** The main frame shows another document, or another part of the same. */
  navigated(url: string): void;
  domReady(): void;
  loaded(): void;
  titled(title: string): void;
  /** A script or link asks for a new window. True: the page that Chromium opens for it may stay. */
  askedForWindow(url: string, name: string, features: readonly string[]): boolean;
  /** The person closed the window. */
  closed(): void;
  crashed(): void;
}

export interface PageView {
  /** Rejects when the page or its preload script could not be opened. */
  readonly opened: Promise<Page>;
  /** Rejects with Chromium's reason when the page cannot be shown. */
  goTo(url: string): Promise<void>;
  reload(): Promise<void>;
  /** True while the page goes where the main process sent it. */
  isExpected(url: string): boolean;
  post(message: ToPage): void;
  place(bounds: Electron.Rectangle): void;
  setColorScheme(scheme: 'light' | 'dark' | null): void;
  /** Names the page to DevTools. */
  targetId(): Promise<string>;
  /** Whether the page objects to being left, as a half-filled form does; no page objects by not answering. */
  objects(): Promise<boolean>;
  close(): Promise<void>;
}

export interface PageViewParts {
  readonly chromium: Chromium;
  readonly platform: PreviewPlatform;
  readonly preload: string | undefined;
  readonly bounds: Electron.Rectangle;
  readonly isHeadless: boolean;
  readonly watcher: PageWatcher;
  /** Hears what the page is told. */
  overhear(message: ToPage): void;
  /** What must be arranged before the page goes anywhere. */
  prepare(page: Page, devTools: CDPSession): Promise<void>;
}

export function openPageView(parts: PageViewParts): PageView {
  const { chromium, watcher, isHeadless } = parts;
  let expectedUrl: string | null = null;
  let isClosing = false;

  const ready = (async (): Promise<{ page: Page; channel: PageChannel }> => {
    const page = await chromium.openPage();
    const channel = await openPageChannel({ ...parts, page, hear: (message) => watcher.hear(message) });
    watch(page, channel.devTools);
    await place(page, channel.devTools, parts.bounds);
    await parts.prepare(page, channel.devTools);
    return { page, channel };
  })();
  const opened = ready.then(({ page }) => page);
  opened.catch(() => undefined);

  async function place(page: Page, devTools: CDPSession, bounds: Electron.Rectangle): Promise<void> {
    const { x: left, y: top, width, height } = bounds;
    if (isHeadless) return page.setViewportSize({ width, height });
    const { windowId } = await devTools.send('Browser.getWindowForTarget');
    await devTools.send('Browser.setWindowBounds', { windowId, bounds: { left, top, width, height } });
  }

  function watch(page: Page, devTools: CDPSession): void {
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame()) watcher.navigated(frame.url());
    });
    page.on('domcontentloaded', () => watcher.domReady());
    page.on('load', () => {
      watcher.loaded();
      page.title().then((title) => watcher.titled(title), ignore);
    });
    // What asks before a page is left is asked by `objects`, or the person closed the window itself.
    page.on('dialog', (dialog) => {
      void (dialog.type() === 'beforeunload' ? dialog.accept() : dialog.dismiss()).catch(ignore);
    });
    page.on('close', () => {
      if (!isClosing) watcher.closed();
    });
    page.on('crash', () => watcher.crashed());
    page.on('pageerror', (error) => process.stderr.write(`[window] ${error.stack ?? error.message}\n`));
    page.on('console', (message) => {
      if (message.type() === 'error') process.stderr.write(`[window] ${message.text()}\n`);
    });
    devTools.on('Page.windowOpen', ({ url, windowName, windowFeatures }) => {
      if (watcher.askedForWindow(url, windowName, windowFeatures)) chromium.allowPopup();
    });
  }

  /** After everything that was asked before; what fails because the page is gone does not matter. */
  const later = (run: (page: Page, channel: PageChannel) => Promise<unknown>) =>
    void ready.then(({ page, channel }) => run(page, channel)).catch(ignore);

  async function go(url: string, start: (page: Page) => Promise<unknown>): Promise<void> {
    // Requests carry no fragment.
    [expectedUrl = url] = url.split('#');
    const { page } = await ready;
    try {
      await start(page);
    } finally {
      expectedUrl = null;
    }
  }

  return {
    opened,
    goTo: (url) => go(url, (page) => page.goto(url)),
    async reload() {
      const page = await opened;
      await go(page.url(), () => page.reload());
    },
    isExpected: (url) => url === expectedUrl,
    post(message) {
      parts.overhear(message);
      later(async (_, channel) => channel.post(message));
    },
    place: (bounds) => later((page, { devTools }) => place(page, devTools, bounds)),
    setColorScheme: (colorScheme) => later((page) => page.emulateMedia({ colorScheme })),
    async targetId() {
      const { channel } = await ready;
      return channel.targetId;
    },
    async objects() {
      const ask = opened.then((page) => page.evaluate<boolean>(leaving)).catch(() => false);
      return Promise.race([ask, delay(longestObjectionMs, false)]);
    },
    async close() {
      isClosing = true;
      await opened.then((page) => page.close()).catch(ignore);
    },
  };
}

const leaving = "!window.dispatchEvent(new Event('beforeunload', { cancelable: true }))";
const longestObjectionMs = 1_000;

const ignore = () => undefined;
