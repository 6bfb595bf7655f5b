/**
 * `node test/gallery.ts FOLDER [words of a name [looks]]`: writes pictures of every screen and state of the built window into the folder,
 * to be looked at: three widths, light and dark, and once each with more contrast, with forced colours and at 200 %.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { launchBrowser, openWindow } from './fixtures/window-harness.ts';
import { changeLook, showScreen, windowScreens } from './fixtures/window-screens.ts';
import type { Screen } from './fixtures/window-screens.ts';

interface Look {
  /** In CSS pixels: at 200 % a window of 1280 pixels has room for 640. */
  readonly width: 420 | 640 | 800 | 1_280;
  readonly isDark?: boolean;
  readonly moreContrast?: boolean;
  readonly forcedColors?: boolean;
}

const looks: Readonly<Record<string, Look>> = {
  '420-light': { width: 420 },
  '420-dark': { width: 420, isDark: true },
  '800-light': { width: 800 },
  '800-dark': { width: 800, isDark: true },
  '1280-light': { width: 1_280 },
  '1280-dark': { width: 1_280, isDark: true },
  'contrast-light': { width: 1_280, moreContrast: true },
  'contrast-dark': { width: 1_280, moreContrast: true, isDark: true },
  'forced-light': { width: 800, forcedColors: true },
  'forced-dark': { width: 800, forcedColors: true, isDark: true },
  'zoomed-light': { width: 640 },
};

const frozenAtMs = Date.UTC(2026, 5, 17, 9, 30);

const [folder, words = '', wanted] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('Usage: node test/gallery.ts FOLDER [words of a name [looks, with commas between them]]\n');
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
const chosen = Object.entries(looks).filter(([name]) => wanted === undefined || wanted.split(',').includes(name));
const browser = await launchBrowser();
for (const screen of windowScreens(frozenAtMs).filter(({ name }) => name.includes(words))) {
  await pictures(browser, screen, join(folder, screen.name.replaceAll(/[^a-z0-9]+/gi, '-')));
}
await browser.close();

/** One window for each width, which is looked at in each way. */
async function pictures(browser: Browser, screen: Required<Screen>, path: string): Promise<void> {
  for (const [width, ways] of Map.groupBy(chosen, ([, look]) => look.width)) {
    const { size, scale } = sizeOf(screen, width);
    try {
      const open = (options: Parameters<typeof openWindow>[1]) => openWindow(browser, options);
      const { page, close } = await showScreen(screen, open, { size, scale, frozenAtMs });
      for (const [name, look] of ways) {
        await changeLook(page, {
          colorScheme: look.isDark === true ? 'dark' : 'light',
          contrast: look.moreContrast === true ? 'more' : 'no-preference',
          forcedColors: look.forcedColors === true ? 'active' : 'none',
        });
        await page.screenshot({ path: `${path}.${name}.png` });
      }
      await close();
    } catch (error) {
      process.stderr.write(`${path}, ${width} wide: ${String(error).split('\n')[0]}\n`);
    }
  }
}

/** The quick switcher's own window has one size. */
function sizeOf({ page, width, height }: Required<Screen>, wantedWidth: Look['width']) {
  const scale = wantedWidth === 640 ? 2 : 1;
  const full = page === 'switcher.html' ? { width, height } : { width: scale * wantedWidth, height: 800 };
  return { scale, size: { width: full.width / scale, height: full.height / scale } };
}
