/**
 * `node test/gallery.ts FOLDER [words of a name]`: writes pictures of every screen and state of the built window into the folder, to be
 * looked at: three widths, light and dark, and once each with more contrast, with forced colours and at 200 %.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { launchBrowser, openWindow } from './fixtures/window-harness.ts';
import type { WindowOptions } from './fixtures/window-harness.ts';
import { windowScreens } from './fixtures/window-screens.ts';
import type { Screen } from './fixtures/window-screens.ts';

type Look = Pick<WindowOptions, 'theme' | 'forcedColors' | 'moreContrast' | 'scale'> & { readonly width: number };

/** At 200 % a window of 1280 pixels has room for 640. */
const looks: Readonly<Record<string, Look>> = {
  '420-light': { width: 420 },
  '420-dark': { width: 420, theme: 'dark' },
  '800-light': { width: 800 },
  '800-dark': { width: 800, theme: 'dark' },
  '1280-light': { width: 1_280 },
  '1280-dark': { width: 1_280, theme: 'dark' },
  'contrast-light': { width: 1_280, moreContrast: true },
  'contrast-dark': { width: 1_280, moreContrast: true, theme: 'dark' },
  'forced-light': { width: 800, forcedColors: true },
  'forced-dark': { width: 800, forcedColors: true, theme: 'dark' },
  'zoomed-light': { width: 640, scale: 2 },
};

const frozenAtMs = Date.UTC(2026, 5, 17, 9, 30);

async function picture(browser: Browser, screen: Required<Screen>, look: Look, path: string): Promise<void> {
  const { width, ...appearance } = look;
  const height = appearance.scale === 2 ? 400 : 800;
  const size = { width, height };
  const window = await openWindow(browser, {
    script: screen.script,
    size,
    frozenAtMs,
    reducedMotion: true,
    ...appearance,
  });
  try {
    await window.page.getByRole('heading').first().or(window.page.getByRole('grid')).first().waitFor();
    await screen.go(window.page);
    await window.page.waitForTimeout(150);
    await window.page.screenshot({ path });
  } catch (error) {
    process.stderr.write(`${path}: ${String(error).split('\n')[0]}\n`);
  } finally {
    await window.close();
  }
}

const [folder, words = ''] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('Usage: node test/gallery.ts FOLDER [words of a name]\n');
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
const browser = await launchBrowser();
for (const screen of windowScreens(frozenAtMs).filter(({ name }) => name.includes(words))) {
  const file = screen.name.replaceAll(/[^a-z0-9]+/gi, '-');
  for (const [name, look] of Object.entries(looks)) {
    await picture(browser, screen, look, join(folder, `${file}.${name}.png`));
  }
}
await browser.close();
