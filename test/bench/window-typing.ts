/** What a key costs that is typed into the search above 1,000 profiles, and whether anything moves while time passes. */
import type { Browser } from 'playwright';
import { openWindow } from '../fixtures/window-harness.ts';
import { manyProfiles, scriptWith } from '../fixtures/window-states.ts';
import { figures } from './measure.ts';
import { painted, watchWork, workedSeconds } from './page-work.ts';
import type { Line } from './report.ts';

const count = 1_000;
const frameMs = 16;
/** Narrowing, widening, nothing found, and everything again. */
const words = ['tenant-0512', 'oauth prod', 'zzz', 'jane acme'];
const watchedMs = 10_000;

export async function benchTyping(browser: Browser): Promise<readonly Line[]> {
  const nowMs = Date.now();
  const window = await openWindow(browser, { script: scriptWith(nowMs, manyProfiles(count, nowMs)) });
  try {
    const { page } = window;
    await page.getByRole('row').first().waitFor();
    const session = await watchWork(page);
    const search = page.getByRole('searchbox');
    await search.focus();
    const keys: number[] = [];
    const press = async (key: string): Promise<void> => {
      const before = await workedSeconds(session);
      await page.keyboard.press(key);
      await painted(page);
      keys.push(((await workedSeconds(session)) - before) * 1_000);
    };
    for (const word of words) {
      for (const key of word.split('')) await press(key);
      await search.selectText();
      await press('Delete');
    }
    const { median, most, max } = figures(keys);
    await page.evaluate(watchShifts);
    await page.waitForTimeout(watchedMs);
    const shifted = await page.evaluate<number>('globalThis.shifted');
    return [
      {
        what: `a key in the search above ${count} profiles, work until the list shows it`,
        figure: `${most.toFixed(1)} ms (half ${median.toFixed(1)}, all ${max.toFixed(1)})`,
        bound: `95 % below ${frameMs} ms`,
        kept: most < frameMs,
      },
      {
        what: 'layout shift while counting down for ten seconds',
        figure: shifted.toFixed(4),
        bound: 'none',
        kept: shifted === 0,
      },
    ];
  } finally {
    await window.close();
  }
}

const watchShifts = `{
  globalThis.shifted = 0;
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) globalThis.shifted += value;
  }).observe({ type: 'layout-shift' });
}`;
