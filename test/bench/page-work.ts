/** What a page's main thread does, as the browser counts it. */
import type { CDPSession, Page } from 'playwright';

export async function watchWork(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  return session;
}

/** Scripts, styles and layout since the page began, in seconds; asking itself is a task, too, and is left out. */
export async function workedSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return value('ScriptDuration') + value('LayoutDuration') + value('RecalcStyleDuration');
}

/** Resolves when what was asked for before has been painted. */
export function painted(page: Page): Promise<unknown> {
  return page.evaluate('new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))');
}
