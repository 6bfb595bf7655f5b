/** Makes all icon files from the drawings, in the installed Chromium: `node assets/build-icons.ts`. What it writes is committed. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright';
import type { Page } from 'playwright';
import { icnsFile, icoFile } from './icon-containers.ts';
import { appPictures, icnsEntries, icoPixels, macPicture, trayPictures } from './icon-files.ts';
import type { Rendering } from './icon-files.ts';

const folder = import.meta.dirname;

async function render(page: Page, { drawing, pixels, colour = 'black', view }: Rendering): Promise<Buffer> {
  const whole = readFileSync(join(folder, drawing), 'utf8');
  const svg = view === undefined ? whole : whole.replace(/viewBox="[^"]*"/, `viewBox="${view}"`);
  await page.setViewportSize({ width: pixels, height: pixels });
  await page.setContent(`<style>*{margin:0}svg{display:block;width:100vw;height:100vh;color:${colour}}</style>${svg}`);
  return page.screenshot({ omitBackground: true });
}

function write(file: string, content: Uint8Array): void {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium' });
const page = await browser.newPage();
for (const picture of [...trayPictures, ...appPictures, macPicture]) write(picture.file, await render(page, picture));

const ico = appPictures.filter(({ pixels }) => icoPixels.includes(pixels));
write('app/icon.ico', icoFile(ico.map(({ file, pixels }) => ({ pixels, png: readFileSync(join(folder, file)) }))));

const icns = [];
for (const entry of icnsEntries) icns.push({ type: entry.type, png: await render(page, entry) });
write('app/icon.icns', icnsFile(icns));
await browser.close();
