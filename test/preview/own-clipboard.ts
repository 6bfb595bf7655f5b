/** The person's own clipboard, by the strip's page: without it nothing that the preview copies could be pasted anywhere. */
import type { Page } from 'playwright';
import { stripAddress } from './strip-page.ts';
import type { OwnClipboard } from './system-clipboard.ts';

export async function openOwnClipboard(page: Page): Promise<OwnClipboard> {
  const devTools = await page.context().newCDPSession(page);
  const { origin } = new URL(stripAddress);

  // What the application's own pages may do is set for all others, and again for each new window.
  async function allow(): Promise<void> {
    for (const name of ['clipboard-read', 'clipboard-write']) {
      await devTools.send('Browser.setPermission', { permission: { name }, setting: 'granted', origin });
    }
  }

  return {
    async read() {
      await allow();
      return page.evaluate<string>('navigator.clipboard.readText()');
    },
    async write(text) {
      await allow();
      await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
    },
  };
}
