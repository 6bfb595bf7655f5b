/** The screen on which a person sees the preview, and the strip's place on it. */
import type { Page } from 'playwright';
import type { ScreenArea } from './window-bounds.ts';

/** As a page of Chromium is told. */
export async function realScreen(page: Page): Promise<ScreenArea> {
  const [width = 0, height = 0, x = 0, y = 0, availableWidth = 0, availableHeight = 0] = await page.evaluate<number[]>(
    '[screen.width, screen.height, screen.availLeft, screen.availTop, screen.availWidth, screen.availHeight]',
  );
  return { whole: { x: 0, y: 0, width, height }, work: { x, y, width: availableWidth, height: availableHeight } };
}

/** Where panels and their trays are: at the right edge, at the top. */
export async function moveToCorner(page: Page, { work }: ScreenArea, width: number): Promise<void> {
  const devTools = await page.context().newCDPSession(page);
  const { windowId } = await devTools.send('Browser.getWindowForTarget');
  const bounds = { left: work.x + work.width - width, top: work.y };
  await devTools.send('Browser.setWindowBounds', { windowId, bounds });
  await devTools.detach();
}
