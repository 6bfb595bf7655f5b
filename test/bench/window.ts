/** What the window costs: its weight, the first paint, one change among many rows, and counting down. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, CDPSession, Page } from 'playwright';
import type { ProfileView } from '../../preload/views.ts';
import type { BridgeScript } from '../fixtures/fake-bridge.ts';
import { launchBrowser, openWindow } from '../fixtures/window-harness.ts';
import { manyProfiles, scriptWith } from '../fixtures/window-states.ts';
import { figures } from './measure.ts';
import type { Figures } from './measure.ts';
import { hide, watchWork, workedSeconds } from './page-work.ts';
import type { Line } from './report.ts';
import { benchTyping } from './window-typing.ts';

const kilobyte = 1_024;
const loads = 7;
const countingMs = 10_000;
const assets = 'out/renderer/assets';

export async function benchWindow(): Promise<readonly Line[]> {
  const browser = await launchBrowser();
  try {
    return [
      await bundle(),
      ...(await firstPaint(browser, 200)),
      ...(await firstPaint(browser, 1_000)),
      ...(await working(browser)),
      ...(await benchTyping(browser)),
    ];
  } finally {
    await browser.close();
  }
}

async function bundle(): Promise<Line> {
  const files = await readdir(assets);
  const sizes = await Promise.all(files.map(async (file) => gzipSync(await readFile(join(assets, file))).length));
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  return {
    what: 'the window, compressed',
    figure: `${(bytes / kilobyte).toFixed(0)} KB`,
    bound: 'below 250 KB',
    kept: bytes < 250 * kilobyte,
  };
}

/** From the start of the navigation; the page is served from memory, as in the application it is from the disk. */
async function firstPaint(browser: Browser, count: number): Promise<readonly Line[]> {
  const paints: number[] = [];
  const rows: number[] = [];
  for (let load = 0; load < loads; load++) {
    const window = await openWindow(browser, { script: scriptOf(count) });
    await window.page.getByRole('row').first().waitFor();
    paints.push(await window.page.evaluate(lastEntryMs('paint')));
    rows.push(await window.page.evaluate(lastEntryMs('largest-contentful-paint')));
    await window.close();
  }
  return [
    reported(`first paint with ${count} profiles`, figures(paints)),
    reported(`largest paint with ${count} profiles`, figures(rows)),
  ];
}

/** When the browser painted, ms since the start of the navigation. */
function lastEntryMs(type: 'paint' | 'largest-contentful-paint'): string {
  return `new Promise((resolve) =>
    new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime)).observe({ type: '${type}', buffered: true }),
  )`;
}

function scriptOf(count: number): BridgeScript {
  const nowMs = Date.now();
  return scriptWith(nowMs, manyProfiles(count, nowMs));
}

function reported(what: string, { median, min, max }: Figures): Line {
  return { what, figure: `${median.toFixed(0)} ms (${min.toFixed(0)} to ${max.toFixed(0)})` };
}

/** The share of one core that the page's main thread takes, with 1,000 profiles. */
async function working(browser: Browser): Promise<readonly Line[]> {
  const script = scriptOf(1_000);
  const window = await openWindow(browser, { script });
  try {
    const { page } = window;
    await page.getByRole('row').first().waitFor();
    const session = await watchWork(page);
    const counting = await share(session, page);
    const change = await oneChange(page, script.state.profiles[0]);
    await hide(page);
    const hidden = await share(session, page);
    return [
      {
        what: 'counting down, share of a core',
        figure: percent(counting),
        bound: 'below 1 %',
        kept: counting < 0.01,
      },
      { what: 'hidden, scripts run', figure: percent(hidden), bound: 'none', kept: hidden < 0.0001 },
      change,
    ];
  } finally {
    await window.close();
  }
}

async function share(session: CDPSession, page: Page): Promise<number> {
  const before = await workedSeconds(session);
  await page.waitForTimeout(countingMs);
  return ((await workedSeconds(session)) - before) / (countingMs / 1_000);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(3)} %`;
}

/** Until the row shows it, seen by the page itself. */
async function oneChange(page: Page, profile: ProfileView | undefined): Promise<Line> {
  const values: number[] = [];
  for (let at = 0; at < loads; at++) {
    const label = `Changed ${at}`;
    values.push(await page.evaluate(changeAndWait, { profile, label }));
  }
  return reported('one change of 1,000 profiles until its row shows it', figures(values));
}

/** Runs in the page, so that it may use nothing from outside. */
async function changeAndWait({ profile, label }: { profile: unknown; label: string }): Promise<number> {
  interface PageGlobal {
    readonly fakeBridge: { emit(name: string, payload: unknown): void };
    readonly document: { readonly body: { readonly textContent: string } };
    requestAnimationFrame(run: () => void): void;
  }
  const here = globalThis as unknown as PageGlobal;
  const start = performance.now();
  here.fakeBridge.emit('profiles.changed', { changed: [{ ...(profile as object), label }], removedIds: [] });
  while (!here.document.body.textContent.includes(label)) {
    await new Promise<void>((resolve) => here.requestAnimationFrame(() => resolve()));
  }
  return performance.now() - start;
}
