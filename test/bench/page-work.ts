/** What a page's main thread does and what the page holds, as the browser counts it. */
import { readFile } from 'node:fs/promises';
import type { Browser, CDPSession, Page } from 'playwright';

/** Counts the time that the thread had the processor: what else this machine does is left out. */
export async function watchWork(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return session;
}

/** Scripts, styles and layout since the page began, in seconds; asking itself is a task, too, and is left out. */
export async function workedSeconds(session: CDPSession): Promise<number> {
  return sumOf(session, ['ScriptDuration', 'LayoutDuration', 'RecalcStyleDuration']);
}

/** Of the page's scripts, after what nobody holds any more is gone. */
export async function heapBytes(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  return sumOf(session, ['JSHeapUsedSize']);
}

async function sumOf(session: CDPSession, names: readonly string[]): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return names.reduce((sum, wanted) => sum + (metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN), 0);
}

/** What the process of the browser's one page shares with no other; undefined where the system has no such file. */
export async function rendererBytes(browser: Browser): Promise<number | undefined> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const renderers = processInfo.filter(({ type }) => type === 'renderer');
  const sizes = await Promise.all(renderers.map(({ id }) => privateBytes(id)));
  // The browser keeps an empty one in reserve.
  return sizes.reduce((most, size) => (size === undefined ? most : Math.max(most ?? 0, size)), undefined);
}

async function privateBytes(processId: number): Promise<number | undefined> {
  try {
    const text = await readFile(`/proc/${processId}/smaps_rollup`, 'utf8');
    return [...text.matchAll(/^Private_\w+:\s+(\d+) kB$/gm)].reduce((sum, [, kB]) => sum + Number(kB) * 1_024, 0);
  } catch {
    return undefined;
  }
}

/** Resolves when what was asked for before has been painted. */
export function painted(page: Page): Promise<unknown> {
  return page.evaluate('new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))');
}

/** As the browser tells a page that its window was hidden. */
export async function hide(page: Page): Promise<void> {
  await page.evaluate(`{
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'));
  }`);
}
