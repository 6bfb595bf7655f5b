/** Playwright's own view of the pages that the preview shows, over Chromium's debugging port. */
import { chromium } from 'playwright';
import type { Browser, Page } from 'playwright';

export interface PreviewPages {
  /** The page that DevTools knows by this name; waits for it, loaded. */
  find(targetId: string): Promise<Page>;
  close(): Promise<void>;
}

export function createPreviewPages(endpoint: () => Promise<string>): PreviewPages {
  const names = new WeakMap<Page, string>();
  let connecting: Promise<Browser> | null = null;

  async function nameOf(page: Page): Promise<string> {
    const known = names.get(page);
    if (known !== undefined) return known;
    const session = await page.context().newCDPSession(page);
    const { targetInfo } = await session.send('Target.getTargetInfo');
    await session.detach();
    names.set(page, targetInfo.targetId);
    return targetInfo.targetId;
  }

  async function lookFor(targetId: string, pages: readonly Page[]): Promise<Page | undefined> {
    for (const page of pages) if ((await nameOf(page).catch(() => '')) === targetId) return page;
    return undefined;
  }

  return {
    async find(targetId) {
      connecting ??= endpoint().then((address) => chromium.connectOverCDP(address));
      const [context] = (await connecting).contexts();
      if (context === undefined) throw new Error('Chromium shows nothing');
      for (;;) {
        const next = context.waitForEvent('page').catch(() => undefined);
        const page = await lookFor(targetId, context.pages());
        if (page !== undefined) {
          await page.waitForLoadState('load');
          return page;
        }
        await next;
      }
    },
    async close() {
      const browser = await connecting?.catch(() => null);
      await browser?.close().catch(() => undefined);
    },
  };
}
