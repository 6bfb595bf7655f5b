/** Compares a picture of the window with the one that is kept, pixel by pixel, and tolerates what another browser version draws. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** The share of the pixels that may differ: edges of letters do, from one version of the browser to the next. */
const toleratedShare = 0.01;
/** From 0, exactly, to 1: how far two colours may be apart and still count as the same. */
const colourThreshold = 0.2;

const kept = join(import.meta.dirname, 'pictures');

/** What differs and where to look at it; undefined when nothing does. With `TOKENTRAY_PICTURES=write` the picture is kept instead. */
export function differenceFromKept(name: string, picture: Buffer): string | undefined {
  const path = join(kept, `${name}.png`);
  if (process.env['TOKENTRAY_PICTURES'] === 'write') {
    mkdirSync(kept, { recursive: true });
    writeFileSync(path, picture);
    return undefined;
  }
  const howTo = 'Look at it, and keep it with TOKENTRAY_PICTURES=write if it is right.';
  if (!existsSync(path)) return `There is no picture ${name}. ${howTo}`;
  const before = PNG.sync.read(readFileSync(path));
  const now = PNG.sync.read(picture);
  const { width, height } = now;
  if (before.width !== width || before.height !== height) {
    return `${name} is ${width} × ${height}, it was ${before.width} × ${before.height}.`;
  }
  const difference = new PNG({ width, height });
  const count = pixelmatch(before.data, now.data, difference.data, width, height, { threshold: colourThreshold });
  const share = count / (width * height);
  if (share <= toleratedShare) return undefined;
  const folder = join(tmpdir(), 'tokentray-pictures');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.png`), picture);
  writeFileSync(join(folder, `${name}.difference.png`), PNG.sync.write(difference));
  return `${name} differs in ${(share * 100).toFixed(1)} % of its pixels: see ${folder}. ${howTo}`;
}
