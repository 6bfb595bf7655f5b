/** A person at a browser of their own: goes to the address that the application gave to the system, and signs in there. */
import type { Browser } from 'playwright';
import { launchBrowser } from '../../fixtures/window-harness.ts';

export interface Person {
  /** Presses these buttons one after the other; the heading of the page that it ends at. */
  visit(address: string, ...buttons: readonly string[]): Promise<string>;
  close(): Promise<void>;
}

export function createPerson(): Person {
  let browser: Promise<Browser> | undefined;
  return {
    async visit(address, ...buttons) {
      browser ??= launchBrowser();
      // A private window each time: nobody is remembered.
      const context = await (await browser).newContext();
      try {
        const page = await context.newPage();
        await page.goto(address);
        for (const name of buttons) {
          await page.getByRole('button', { name, exact: true }).click();
          await page.waitForLoadState('load');
        }
        return await page.getByRole('heading', { level: 1 }).innerText();
      } finally {
        await context.close();
      }
    },
    async close() {
      await (await browser)?.close();
    },
  };
}
