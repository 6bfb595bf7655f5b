/** The installed Chromium that shows the pages: one process with a throw-away profile, and a page for each window. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import type { BrowserContext, Page } from 'playwright';
import type { PreviewSize } from './options.ts';

export interface Chromium {
  readonly context: BrowserContext;
  /** The page that exists from the start. The strip lives in it. */
  readonly firstPage: Page;
  /** Loopback address of its debugging port; null unless it was asked for. */
  readonly endpoint: string | null;
  /** A page of its own in a window of its own, at `about:blank`. */
  openPage(): Promise<Page>;
  /** False for a page that a script opened and nobody allowed: it is closed as soon as it appears. Null asks for one to come. */
  mayLive(page: Page | null): boolean;
  /** The next page that a script opens may stay. */
  allowPopup(): void;
  close(): Promise<void>;
}

export interface ChromiumOptions {
  readonly executable: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly isHeadless: boolean;
  readonly hasDebuggingPort: boolean;
  readonly stripSize: PreviewSize;
}

export async function startChromium(options: ChromiumOptions): Promise<Chromium> {
  const { executable, environment, isHeadless, hasDebuggingPort } = options;
  const { width, height } = options.stripSize;
  const profile = mkdtempSync(join(tmpdir(), 'tokentray-preview-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: executable,
    env: environment,
    headless: isHeadless,
    viewport: null,
    // Chromium refuses to start its sandbox for root, which is who one is in a container.
    chromiumSandbox: process.getuid?.() !== 0,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      ...(hasDebuggingPort ? ['--remote-debugging-port=0', '--remote-debugging-address=127.0.0.1'] : []),
      // A window without tabs and address bar; Chromium wants a page of its own for it.
      ...(isHeadless ? [] : ['--app=data:text/html,<title>Tokentray</title>', `--window-size=${width},${height}`]),
    ],
    ...(isHeadless ? {} : { ignoreDefaultArgs: ['--enable-automation'] }),
  });
  const firstPage = context.pages()[0] ?? (await context.newPage());
  const allowed = new WeakSet<Page>([firstPage]);
  let allowedPopups = 0;
  let opening: Promise<unknown> = Promise.resolve();

  async function judge(page: Page): Promise<void> {
    // A page that is being opened here is known as such once its opening is through.
    await opening;
    if (allowed.has(page)) return;
    if (allowedPopups === 0) return page.close();
    allowedPopups--;
    allowed.add(page);
  }
  context.on('page', (page) => void judge(page).catch(() => undefined));

  async function open(): Promise<Page> {
    const page = isHeadless
      ? await context.newPage()
      : await waitForPage(() => firstPage.evaluate(`void open('about:blank', '_blank', 'popup,noopener')`));
    allowed.add(page);
    return page;
  }

  async function waitForPage(start: () => Promise<unknown>): Promise<Page> {
    const [page] = await Promise.all([context.waitForEvent('page'), start()]);
    return page;
  }

  return {
    context,
    firstPage,
    endpoint: hasDebuggingPort ? `http://127.0.0.1:${debuggingPort(profile)}` : null,
    mayLive: (page) => (page === null ? allowedPopups > 0 : allowed.has(page)),
    allowPopup: () => void allowedPopups++,
    openPage() {
      const page = opening.then(open);
      opening = page.catch(() => undefined);
      return page;
    },
    async close() {
      await context.close().catch(() => undefined);
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function debuggingPort(profile: string): number {
  const file = join(profile, 'DevToolsActivePort');
  const [port] = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  if (port === undefined) throw new Error('Chromium did not open its debugging port.');
  return Number(port);
}
