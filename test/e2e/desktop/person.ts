/** A person at a browser of their own: goes to the address that the application gave to the system, and signs in there. */
import type { Browser, Page } from 'playwright';
import { launchBrowser } from '../../fixtures/window-harness.ts';

export interface Person {
  /** Presses these buttons one after the other; the heading of the page that it ends at. */
  visit(address: string, ...buttons: readonly string[]): Promise<string>;
  /** The same on another computer, where nothing waits for the redirect: the address that the browser is sent to there. */
  visitElsewhere(address: string, redirectUri: string, ...buttons: readonly string[]): Promise<string>;
  close(): Promise<void>;
}

export function createPerson(): Person {
  let browser: Promise<Browser> | undefined;

  /** A private window each time: nobody is remembered. */
  async function inWindow<Result>(visit: (page: Page) => Promise<Result>): Promise<Result> {
    browser ??= launchBrowser();
    const context = await (await browser).newContext();
    try {
      return await visit(await context.newPage());
    } finally {
      await context.close();
    }
  }

  async function press(page: Page, buttons: readonly string[]): Promise<void> {
    for (const name of buttons) {
      await page.getByRole('button', { name, exact: true }).click();
      await page.waitForLoadState('load');
    }
  }

  return {
    visit: (address, ...buttons) =>
      inWindow(async (page) => {
        await page.goto(address);
        await press(page, buttons);
        return page.getByRole('heading', { level: 1 }).innerText();
      }),
    visitElsewhere: (address, redirectUri, ...buttons) =>
      inWindow(async (page) => {
        const sentTo = Promise.withResolvers<string>();
        // The browser asks nobody about a redirect, so that it is kept from the answer that holds it.
        await page.route('**', async (route) => {
          if (route.request().method() !== 'POST') return route.continue();
          const response = await route.fetch({ maxRedirects: 0 });
          const { location = '' } = response.headers();
          if (!location.startsWith(redirectUri)) return route.fulfill({ response });
          sentTo.resolve(location);
          return route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>This site can’t be reached</h1>' });
        });
        await page.goto(address);
        await press(page, buttons);
        return sentTo.promise;
      }),
    async close() {
      await (await browser)?.close();
    },
  };
}
