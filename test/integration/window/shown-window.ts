/** One browser for a file of tests, and the windows that they open in it. */
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { Browser } from 'playwright';
import { launchBrowser, openWindow } from '../../fixtures/window-harness.ts';
import type { OpenedWindow, WindowOptions } from '../../fixtures/window-harness.ts';

/** Call it once, at the top of the file. Every window must have been opened without a complaint of the browser. */
export function useWindows(): (options: WindowOptions) => Promise<OpenedWindow> {
  let browser: Browser;
  let opened: OpenedWindow[] = [];
  beforeAll(async () => void (browser = await launchBrowser()));
  afterAll(() => browser.close());
  afterEach(async () => {
    const windows = opened;
    opened = [];
    for (const { close } of windows) await close();
    const complaints = windows.flatMap((window) => window.complaints);
    if (complaints.length > 0) throw new Error(`the browser complained: ${complaints.join('; ')}`);
  });
  return async (options) => {
    const window = await openWindow(browser, options);
    opened.push(window);
    return window;
  };
}
